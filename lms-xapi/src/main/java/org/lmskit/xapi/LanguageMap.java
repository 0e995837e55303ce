package org.lmskit.xapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A text in several languages, in the order in which it was written.
 *
 * @param values texts by RFC 5646 language tag
 * @see "xAPI 1.0.3 Data 4.2"
 */
public record LanguageMap(Map<String, String> values) {
  /** A map without any text. */
  public static final LanguageMap NONE = new LanguageMap(Map.of());

  /** @throws IllegalArgumentException if a key is not a language tag */
  public LanguageMap {
    values = values.size() < 2
        ? Map.copyOf(values)
        : Collections.unmodifiableMap(new LinkedHashMap<>(values));
    for (String tag : values.keySet()) {
      if (!LanguageTag.isWellFormed(tag)) {
        throw new IllegalArgumentException("not an RFC 5646 language tag: " + tag);
      }
    }
  }

  /** A text in one language. */
  public static LanguageMap of(String tag, String text) {
    return new LanguageMap(Map.of(tag, text));
  }

  /** This map with one more text; an earlier text of the same tag is replaced. */
  public LanguageMap with(String tag, String text) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(tag, text);
    return new LanguageMap(more);
  }

  /** This map with only one of its texts; empty if there is none of that tag. */
  public LanguageMap only(String tag) {
    String text = values.get(tag);
    return text == null ? NONE : of(tag, text);
  }

  /** Whether there is no text. */
  public boolean isEmpty() {
    return values.isEmpty();
  }
}
