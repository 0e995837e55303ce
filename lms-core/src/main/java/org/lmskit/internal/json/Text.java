package org.lmskit.internal.json;

import org.jspecify.annotations.Nullable;

/** JSON text that is gone through once. Whatever is not canonical is declined: the answer is false or null. */
final class Text {
  static final int MOST_LEVELS = 200;
  private static final int MOST_DIGITS = 19;
  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private final String source;
  private int at;
  private int level;

  Text(String source) {
    this.source = source;
  }

  boolean isAtEnd() {
    return at == source.length();
  }

  /** Passes this character, if it comes next. */
  boolean take(char expected) {
    boolean isNext = next() == expected;
    at += isNext ? 1 : 0;
    return isNext;
  }

  /** Begins an object or an array. */
  boolean open(char bracket) {
    return take(bracket) && ++level <= MOST_LEVELS;
  }

  /** Ends an object or an array. */
  boolean close(char bracket) {
    boolean isNext = take(bracket);
    level -= isNext ? 1 : 0;
    return isNext;
  }

  /** Passes this text, if it comes next; behind a comma unless it is the first in its object. */
  boolean member(String quoted, boolean isFirst) {
    int from = isFirst ? at : at + 1;
    boolean isNext = (isFirst || next() == ',') && source.startsWith(quoted, from);
    at = isNext ? from + quoted.length() : at;
    return isNext;
  }

  /** Passes this word, if it comes next. */
  boolean word(String word) {
    return member(word, true);
  }

  /** A string that comes next. */
  @Nullable
  String string() {
    int start = at + 1;
    if (next() != '"') {
      return null;
    }
    for (int i = start; i < source.length(); i++) {
      char c = source.charAt(i);
      if (c == '"') {
        at = i + 1;
        return source.substring(start, i);
      }
      if (c == '\\') {
        return escaped(start, i);
      }
      if (c < ' ') {
        return null;
      }
    }
    return null;
  }

  /** A whole number that comes next. */
  @Nullable
  Long number() {
    int start = next() == '-' ? at + 1 : at;
    int end = start;
    long number = 0;
    while (end < source.length() && isDigit(source.charAt(end))) {
      number = number * 10 + (source.charAt(end++) - '0');
    }
    boolean isPadded = end - start > 1 && source.charAt(start) == '0';
    // nineteen digits that do not fit turn negative
    if (end == start || end - start > MOST_DIGITS || number < 0 || isPadded) {
      return null;
    }
    long signed = start > at ? -number : number;
    at = end;
    return signed;
  }

  /** The value of the member of this name of an object that comes next, if it is a plain string; nothing is passed. */
  @Nullable
  String peek(String quoted) {
    int place = at;
    String found = take('{') ? find(quoted) : null;
    at = place;
    return found;
  }

  private @Nullable String find(String quoted) {
    while (at < source.length()) {
      if (source.startsWith(quoted, at)) {
        at += quoted.length();
        return string();
      }
      skipMember();
      if (!take(',')) {
        return null;
      }
    }
    return null;
  }

  /** Goes to the comma or bracket behind a member. */
  private void skipMember() {
    int open = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '"') {
        skipString();
        continue;
      }
      if (open == 0 && (c == ',' || c == '}' || c == ']')) {
        return;
      }
      open += c == '{' || c == '[' ? 1 : 0;
      open -= c == '}' || c == ']' ? 1 : 0;
      at++;
    }
  }

  private void skipString() {
    at++;
    while (at < source.length() && source.charAt(at) != '"') {
      at += source.charAt(at) == '\\' ? 2 : 1;
    }
    at++;
  }

  private @Nullable String escaped(int start, int firstEscape) {
    StringBuilder out = new StringBuilder().append(source, start, firstEscape);
    at = firstEscape;
    while (at < source.length()) {
      char c = source.charAt(at++);
      if (c == '"') {
        return out.toString();
      }
      int unit = c == '\\' ? escape() : c;
      if (unit < 0 || c < ' ') {
        return null;
      }
      out.append((char) unit);
    }
    return null;
  }

  /** What stands behind a backslash; negative if nothing that is known. */
  private int escape() {
    char c = next();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> -1;
    };
  }

  private int unit() {
    int unit = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      char c = next();
      int digit = c < 128 ? Character.digit(c, HEX) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * HEX + digit;
      at++;
    }
    return unit;
  }

  /** The character that comes next; one that no text has, at the end. */
  private char next() {
    return at < source.length() ? source.charAt(at) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
