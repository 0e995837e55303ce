/** Who works on what: enrollments, attempts, and the seam through which any content is run. */
@NullMarked
package org.lmskit.learning;

import org.jspecify.annotations.NullMarked;
