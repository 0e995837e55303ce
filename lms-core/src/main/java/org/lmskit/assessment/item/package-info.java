/** Questions: what is shown, what is right, what an answer is worth. Words and shapes are close to QTI 3.0. */
@NullMarked
package org.lmskit.assessment.item;

import org.jspecify.annotations.NullMarked;
