/** The people: learners, where they work, under whom, and since when. */
@NullMarked
package org.lmskit.workforce;

import org.jspecify.annotations.NullMarked;
