package org.lmskit.catalog;

import java.util.Collections;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text for people, in one or more languages.
 *
 * @param text what is shown where no translation fits
 * @param translations by BCP 47 tag, sorted
 */
public record Text(String text, Map<String, String> translations) {
  /** No text. */
  public static final Text EMPTY = new Text("", Map.of());

  /** @throws IllegalArgumentException if a language is no BCP 47 tag */
  public Text {
    translations.keySet().forEach(Text::checkLanguage);
    translations = Collections.unmodifiableMap(new TreeMap<>(translations));
  }

  /** A text without translations. */
  public static Text of(String text) {
    return new Text(text, Map.of());
  }

  /**
   * The same text with a translation added or replaced.
   *
   * @param language a BCP 47 tag, such as {@code de} or {@code pt-BR}
   */
  public Text with(String language, String translation) {
    TreeMap<String, String> more = new TreeMap<>(translations);
    more.put(language, translation);
    return new Text(text, more);
  }

  /** The text as these languages want it, the most wanted first: RFC 4647, 3.4 lookup. */
  public String in(List<Locale.LanguageRange> wanted) {
    String tag = Locale.lookupTag(wanted, translations.keySet());
    return tag == null
        ? text
        : translations.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase(tag))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(text);
  }

  /** The text for one locale. */
  public String in(Locale locale) {
    String tag = locale.toLanguageTag();
    return tag.equals("und") ? text : in(List.of(new Locale.LanguageRange(tag)));
  }

  /** Whether there is nothing to show. */
  boolean blank() {
    return text.isBlank();
  }

  @Override
  public String toString() {
    return text;
  }

  private static void checkLanguage(String language) {
    try {
      new Locale.Builder().setLanguageTag(language);
    } catch (IllformedLocaleException e) {
      throw new IllegalArgumentException("not a BCP 47 language tag: " + language, e);
    }
    if (language.isEmpty()) {
      throw new IllegalArgumentException("a translation without a language");
    }
  }
}
