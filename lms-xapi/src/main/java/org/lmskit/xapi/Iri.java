package org.lmskit.xapi;

/**
 * An absolute Internationalized Resource Identifier (RFC 3987). Two IRIs are the same if their text is.
 *
 * @param value the text, with a scheme
 */
public record Iri(String value) implements Comparable<Iri> {
  private static final boolean[] FORBIDDEN = forbidden();
  private static final boolean[] PLAIN = plain();

  /** @throws IllegalArgumentException if the text is not an absolute IRI */
  public Iri {
    if (!isAbsolute(value)) throw new IllegalArgumentException("not an absolute IRI: " + value);
  }

  /** An IRI from its text. */
  public static Iri of(String value) {
    return new Iri(value);
  }

  /** Whether a text is an absolute IRI: a scheme, a colon, and only characters that RFC 3987 allows. */
  public static boolean isAbsolute(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1 || !isLetter(text.charAt(0))) return false;
    for (int i = 1; i < colon; i++) {
      char c = text.charAt(i);
      if (!isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') return false;
    }
    return hasAllowedCharacters(text, colon + 1);
  }

  private static boolean hasAllowedCharacters(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= PLAIN.length || !PLAIN[c]) return isAllowedRest(text, i);
    }
    return true;
  }

  /** Judges the rest of a text, from the first character on that is not allowed in every place. */
  private static boolean isAllowedRest(String text, int from) {
    int fragments = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '#' && ++fragments > 1) return false;
      if (c == '%' && !isEscape(text, i)) return false;
      if (c < FORBIDDEN.length) {
        if (FORBIDDEN[c]) return false;
      } else if (Character.isSurrogate(c) && !isPaired(text, i++)) {
        return false;
      }
    }
    return true;
  }

  private static boolean[] forbidden() {
    boolean[] forbidden = new boolean[0xa0];
    for (int c = 0; c < forbidden.length; c++) {
      forbidden[c] = c <= 0x20 || c >= 0x7f || "<>\"{}|\\^`".indexOf(c) >= 0;
    }
    return forbidden;
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[0x80];
    for (int c = 0; c < plain.length; c++) plain[c] = !FORBIDDEN[c] && c != '#' && c != '%';
    return plain;
  }

  private static boolean isEscape(String text, int at) {
    return at + 2 < text.length()
        && Character.digit(text.charAt(at + 1), 16) >= 0
        && Character.digit(text.charAt(at + 2), 16) >= 0;
  }

  private static boolean isPaired(String text, int at) {
    return at + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(Iri other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
