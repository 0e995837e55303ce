/**
 * Certification policies, awards, and who is certified on which day: pure functions of dated facts, of policy versions
 * and of a date.
 */
@NullMarked
package org.lmskit.certification;

import org.jspecify.annotations.NullMarked;
