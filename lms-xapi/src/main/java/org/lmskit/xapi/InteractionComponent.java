package org.lmskit.xapi;

/**
 * An option, a step, or a point of a scale.
 *
 * @param id unique within its list
 * @param description what people read
 * @see "xAPI 1.0.3 Data 2.4.4.1, Interaction Components"
 */
public record InteractionComponent(String id, LanguageMap description) {}
