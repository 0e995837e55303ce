/**
 * Sequencing and navigation of SCORM 2004 4th Edition as pure functions: a tree that never changes,
 * a tracking state in, an outcome and a new tracking state out.
 *
 * @see "SCORM 2004 4th Ed. SN"
 */
@NullMarked
package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.NullMarked;
