package org.lmskit.internal.json;

/** Canonical JSON text that grows at its end. */
final class Out {
  private static final String HEX = "0123456789ABCDEF";

  private final StringBuilder text = new StringBuilder(512);
  private int level;

  /** Begins an object or an array; false if it would be too deep to be read again. */
  boolean open(char bracket) {
    text.append(bracket);
    return ++level <= Text.MOST_LEVELS;
  }

  /** Ends an object or an array. */
  void close(char bracket) {
    level--;
    text.append(bracket);
  }

  /** Appends what needs no escape. */
  void raw(String plain) {
    text.append(plain);
  }

  void raw(char plain) {
    text.append(plain);
  }

  void number(long number) {
    text.append(number);
  }

  /** Appends a string in quotes. */
  void string(String value) {
    text.append('"');
    int done = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!isPlain(c)) {
        text.append(value, done, i);
        escape(c);
        done = i + 1;
      }
    }
    appendFrom(done, value);
    text.append('"');
  }

  /** A whole string is copied at once, a part of one character by character. */
  private void appendFrom(int start, String value) {
    if (start == 0) {
      text.append(value);
    } else {
      text.append(value, start, value.length());
    }
  }

  /** Whether a string needs no escape. */
  static boolean isPlain(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isPlain(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private void escape(char c) {
    text.append('\\');
    switch (c) {
      case '"', '\\' -> text.append(c);
      case '\b' -> text.append('b');
      case '\f' -> text.append('f');
      case '\n' -> text.append('n');
      case '\r' -> text.append('r');
      case '\t' -> text.append('t');
      default -> text.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
    }
  }

  /** All of it. */
  @Override
  public String toString() {
    return text.toString();
  }
}
