/** Answers that people grade, and scores that change because a key was corrected. */
@NullMarked
package org.lmskit.assessment.grading;

import org.jspecify.annotations.NullMarked;
