/**
 * A package's ZIP file: opened with suspicion, its names made readable, its files streamed.
 */
@NullMarked
package org.lmskit.scorm.archive;

import org.jspecify.annotations.NullMarked;
