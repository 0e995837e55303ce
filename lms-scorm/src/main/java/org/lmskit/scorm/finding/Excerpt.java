package org.lmskit.scorm.finding;

/** Text of a package as it may stand in a message: short, and without control characters. */
final class Excerpt {
  private static final int LONGEST = 200;

  private Excerpt() {}

  static String of(String text) {
    String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return head.codePoints()
        .map(c -> isPrintable(c) ? c : '\uFFFD')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isPrintable(int c) {
    boolean loneSurrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !Character.isISOControl(c) && !loneSurrogate;
  }
}
