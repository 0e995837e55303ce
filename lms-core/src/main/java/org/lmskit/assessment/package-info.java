/** Tests: what is asked in which attempt, what the answers were worth, and what follows. */
@NullMarked
package org.lmskit.assessment;

import org.jspecify.annotations.NullMarked;
