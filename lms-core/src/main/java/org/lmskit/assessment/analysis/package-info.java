/**
 * How well questions work: item analysis by classical test theory, a pure function of score rows. Sums are exact; only
 * the last division and root are rounded.
 */
@NullMarked
package org.lmskit.assessment.analysis;

import org.jspecify.annotations.NullMarked;
