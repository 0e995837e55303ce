/** Who is on which learning path, and how far: enrollments, drip, completion, and what is missing. */
@NullMarked
package org.lmskit.path.progress;

import org.jspecify.annotations.NullMarked;
