/** Attempts on assessments: what is put, what is saved, when time is up, what is seen afterwards. */
@NullMarked
package org.lmskit.assessment.sitting;

import org.jspecify.annotations.NullMarked;
