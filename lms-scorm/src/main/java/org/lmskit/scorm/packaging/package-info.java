/**
 * Whole packages: inspected before they are imported, and written.
 */
@NullMarked
package org.lmskit.scorm.packaging;

import org.jspecify.annotations.NullMarked;
