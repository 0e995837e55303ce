/**
 * Import, launch and run SCORM packages.
 */
@NullMarked
package org.lmskit.scorm;

import org.jspecify.annotations.NullMarked;
