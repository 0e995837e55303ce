package org.lmskit.xapi.lrs;

/** Half surrogate pairs can be written in JSON as escapes, but no database keeps them as text. */
final class StorableText {
  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The same JSON text with each half pair as an escape. */
  static String escaped(String json) {
    return rewritten(json, true);
  }

  /** The same text with a replacement character for each half pair and for U+0000. */
  static String cleaned(String text) {
    return rewritten(text, false);
  }

  private static String rewritten(String text, boolean escape) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      boolean paired = isPair(text, i);
      if (out == null && !paired && (Character.isSurrogate(unit) || unit == 0)) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        append(out, text, i, paired, escape);
      }
      i += paired ? 1 : 0;
    }
    return out == null ? text : out.toString();
  }

  private static void append(
      StringBuilder out, String text, int at, boolean paired, boolean escape) {
    char unit = text.charAt(at);
    if (paired) {
      out.append(text, at, at + 2);
    } else if (Character.isSurrogate(unit) || unit == 0) {
      out.append(escape ? String.format("\\u%04x", (int) unit) : REPLACEMENT);
    } else {
      out.append(unit);
    }
  }

  private static boolean isPair(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }
}
