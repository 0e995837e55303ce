package org.lmskit.xapi;

import org.jspecify.annotations.Nullable;

/**
 * Something that is interacted with: a course, a unit, a question.
 *
 * @param id the identifier, chosen by whoever owns the activity
 * @param definition what is known about it; null if nothing is said
 * @see "xAPI 1.0.3 Data 2.4.4.1"
 */
public record Activity(Iri id, @Nullable ActivityDefinition definition) implements StatementObject {
  /** An activity of which only the id is said. */
  public static Activity of(String id) {
    return new Activity(new Iri(id), null);
  }

  /** An activity with an American English name and a type. */
  public static Activity of(String id, String name, String type) {
    ActivityDefinition definition = ActivityDefinition.builder()
        .name(LanguageMap.of("en-US", name))
        .type(new Iri(type))
        .build();
    return new Activity(new Iri(id), definition);
  }
}
