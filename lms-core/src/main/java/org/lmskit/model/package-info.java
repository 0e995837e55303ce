/**
 * Typed ids, scores, problems and errors: the words that all packages share.
 */
@NullMarked
package org.lmskit.model;

import org.jspecify.annotations.NullMarked;
