/**
 * From a manifest's bytes to its values: repairs what real packages get wrong and says so.
 */
@NullMarked
package org.lmskit.scorm.manifest.read;

import org.jspecify.annotations.NullMarked;
