/** Learning paths as their authors see them: steps over courses, certifications and checklists, in published versions. */
@NullMarked
package org.lmskit.path;

import org.jspecify.annotations.NullMarked;
