package org.lmskit.assessment.item;

/** Identifiers as QTI and xAPI want them, so that lists of them need no escapes. */
final class Identifiers {
  private static final int LONGEST = 64;

  private Identifiers() {}

  static String check(String value) {
    if (!isValid(value)) {
      throw new IllegalArgumentException(
          "not 1 to 64 letters, digits, dots, dashes or underscores: " + value);
    }
    return value;
  }

  static boolean isValid(String value) {
    if (value.isEmpty() || value.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!isLetter && c != '.' && c != '-' && c != '_') {
        return false;
      }
    }
    return true;
  }
}
