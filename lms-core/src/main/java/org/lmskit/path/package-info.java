/** Learning paths: steps over courses, certifications and checklists, and how far each learner is on them. */
@NullMarked
package org.lmskit.path;

import org.jspecify.annotations.NullMarked;
