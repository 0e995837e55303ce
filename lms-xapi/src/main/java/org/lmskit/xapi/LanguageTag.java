package org.lmskit.xapi;

import java.util.Locale;
import java.util.Set;

/** Whether a text is a well-formed language tag (RFC 5646 2.1). */
public final class LanguageTag {
  private static final Set<String> IRREGULAR = Set.of(
      "en-gb-oed",
      "i-ami",
      "i-bnn",
      "i-default",
      "i-enochian",
      "i-hak",
      "i-klingon",
      "i-lux",
      "i-mingo",
      "i-navajo",
      "i-pwn",
      "i-tao",
      "i-tay",
      "i-tsu",
      "sgn-be-fr",
      "sgn-be-nl",
      "sgn-ch-de",
      "art-lojban",
      "cel-gaulish",
      "no-bok",
      "no-nyn",
      "zh-guoyu",
      "zh-hakka",
      "zh-min",
      "zh-min-nan",
      "zh-xiang");

  private LanguageTag() {}

  /** Whether the text follows the grammar of RFC 5646; case does not matter. */
  public static boolean isWellFormed(String tag) {
    if (isPlain(tag)) return true;
    String lower = tag.toLowerCase(Locale.ROOT);
    if (IRREGULAR.contains(lower)) return true;
    return new Parser(lower.split("-", -1)).accepts();
  }

  private static boolean isPlain(String tag) {
    int n = tag.length();
    if (n != 2 && n != 5) return false;
    boolean language = isLetter(tag.charAt(0)) && isLetter(tag.charAt(1));
    if (n == 2 || !language) return language;
    return tag.charAt(2) == '-' && isLetter(tag.charAt(3)) && isLetter(tag.charAt(4));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Walks the subtags in the order of the grammar. */
  private static final class Parser {
    private final String[] parts;
    private int at;

    Parser(String[] parts) {
      this.parts = parts;
    }

    boolean accepts() {
      for (String part : parts) {
        if (part.isEmpty() || part.length() > 8 || !isAlphanumeric(part)) return false;
      }
      if (parts[0].equals("x")) return parts.length > 1;
      if (!language()) return false;
      script();
      region();
      while (variant()) at++;
      return extensions() && privateUse() && at == parts.length;
    }

    private boolean language() {
      String first = parts[at++];
      if (first.length() < 2 || !isAlphabetic(first)) return false;
      for (int i = 0; first.length() <= 3 && i < 3 && has(3) && isAlphabetic(parts[at]); i++) at++;
      return true;
    }

    private void script() {
      if (has(4) && isAlphabetic(parts[at])) at++;
    }

    private void region() {
      if (has(2) && isAlphabetic(parts[at]) || has(3) && isNumeric(parts[at])) at++;
    }

    private boolean variant() {
      if (at == parts.length) return false;
      String part = parts[at];
      return part.length() >= 5 || part.length() == 4 && Character.isDigit(part.charAt(0));
    }

    private boolean extensions() {
      while (has(1) && !parts[at].equals("x")) {
        int start = ++at;
        while (at < parts.length && parts[at].length() >= 2) at++;
        if (at == start) return false;
      }
      return true;
    }

    private boolean privateUse() {
      if (!has(1)) return true;
      if (at == parts.length - 1) return false;
      at = parts.length;
      return true;
    }

    private boolean has(int length) {
      return at < parts.length && parts[at].length() == length;
    }

    private static boolean isAlphabetic(String text) {
      return text.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }

    private static boolean isNumeric(String text) {
      return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean isAlphanumeric(String text) {
      return text.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }
  }
}
