/**
 * What can be said about a package: every finding has a stable code, and its text says what to do.
 */
@NullMarked
package org.lmskit.scorm.finding;

import org.jspecify.annotations.NullMarked;
