/** One grade out of several: weights, empty grades, dropped and kept ones. Pure and exact. */
@NullMarked
package org.lmskit.assessment.gradebook;

import org.jspecify.annotations.NullMarked;
