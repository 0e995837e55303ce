package org.lmskit.scorm.packaging;

/**
 * A page that a course launches, as a SCO.
 *
 * @param title shown in the table of contents
 * @param path the file in the package, with slashes
 */
public record CoursePage(String title, String path) {}
