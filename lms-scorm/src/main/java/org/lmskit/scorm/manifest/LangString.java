package org.lmskit.scorm.manifest;

/**
 * Text in one language.
 *
 * @param language the language tag as written, empty if none is given
 * @param text the text, trimmed
 */
public record LangString(String language, String text) {}
