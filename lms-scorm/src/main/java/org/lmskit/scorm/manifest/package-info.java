/**
 * What a manifest says, as immutable values, and the reading that gets there from real packages.
 */
@NullMarked
package org.lmskit.scorm.manifest;

import org.jspecify.annotations.NullMarked;
