package org.lmskit.xapi;

/**
 * What was done.
 *
 * @param id what the verb means
 * @param display the word for people to read
 * @see "xAPI 1.0.3 Data 2.4.3"
 */
public record Verb(Iri id, LanguageMap display) {
  /** The verb that voids another statement. */
  public static final Verb VOIDED = of("http://adlnet.gov/expapi/verbs/voided", "voided");

  /** A verb with an American English display. */
  public static Verb of(String id, String display) {
    return new Verb(new Iri(id), LanguageMap.of("en-US", display));
  }
}
