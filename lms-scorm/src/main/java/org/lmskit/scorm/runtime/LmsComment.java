package org.lmskit.scorm.runtime;

/**
 * A comment to the learner ({@code cmi.comments_from_lms}).
 *
 * @param comment its text, with a language in front if wanted: {@code {lang=en}Well done}
 * @param location where in the content it belongs; empty if nowhere
 * @param timestamp when it was made, ISO 8601 with at most two decimals; empty if unknown
 */
public record LmsComment(String comment, String location, String timestamp) {}
