package org.lmskit.xapi.json;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.LanguageMap;

/** Chooses one text of a language map (RFC 4647 3.4, lookup). */
public final class LanguageNegotiation {
  private LanguageNegotiation() {}

  /**
   * The preferred languages of an Accept-Language header, the most wanted first; a range with the quality
   * 0 is left out, and what is no range is ignored.
   */
  public static List<String> ranges(String acceptLanguage) {
    return Arrays.stream(acceptLanguage.split(","))
        .flatMap(LanguageNegotiation::parsed)
        .filter(range -> range.getWeight() > 0)
        .sorted(Comparator.comparing(Locale.LanguageRange::getWeight).reversed())
        .map(Locale.LanguageRange::getRange)
        .toList();
  }

  /** A range, and those of other names for the same language. */
  private static Stream<Locale.LanguageRange> parsed(String range) {
    try {
      return Locale.LanguageRange.parse(range.strip()).stream();
    } catch (IllegalArgumentException e) {
      return Stream.of();
    }
  }

  /**
   * The map with only the text that fits best: the first range that has a text of its own or a shorter
   * tag, or a text in a more special tag; else the first text of the map.
   */
  public static LanguageMap choose(LanguageMap map, List<String> ranges) {
    if (map.values().size() < 2) return map;
    for (String range : ranges) {
      String tag = range.equals("*") ? null : lookup(map.values(), range.toLowerCase(Locale.ROOT));
      if (tag != null) return map.only(tag);
    }
    return map.only(map.values().keySet().iterator().next());
  }

  private static @Nullable String lookup(Map<String, String> values, String range) {
    for (String wanted = range; !wanted.isEmpty(); wanted = shorter(wanted)) {
      for (String tag : values.keySet()) {
        if (tag.equalsIgnoreCase(wanted)) return tag;
      }
      String prefix = wanted + '-';
      for (String tag : values.keySet()) {
        if (tag.toLowerCase(Locale.ROOT).startsWith(prefix)) return tag;
      }
    }
    return null;
  }

  private static String shorter(String range) {
    int end = range.lastIndexOf('-');
    if (end < 0) return "";
    return end >= 2 && range.charAt(end - 2) == '-'
        ? range.substring(0, end - 2)
        : range.substring(0, end);
  }
}
