/**
 * The Sequencing Definition Model: what a package says about the sequencing of an activity, with the
 * standard's names and defaults.
 *
 * @see "SCORM 2004 4th Ed. SN 3 (Sequencing Definition Model)"
 */
@NullMarked
package org.lmskit.scorm.sequencing.definition;

import org.jspecify.annotations.NullMarked;
