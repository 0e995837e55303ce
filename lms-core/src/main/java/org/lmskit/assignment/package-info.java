/**
 * Who must do what by when: audiences, rules, duties and their due days. What a duty is on a day is a pure function of
 * dated facts.
 */
@NullMarked
package org.lmskit.assignment;

import org.jspecify.annotations.NullMarked;
