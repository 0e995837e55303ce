package org.lmskit.model;

/** A typed identifier. Implementations are records with the single component {@code value}. */
public interface Id {
  /** The longest identifier that a store keeps. */
  int MAX_LENGTH = 128;

  /** The identifier as text, 1 to 128 characters. */
  String value();

  /**
   * Returns the value if it can be an identifier.
   *
   * @throws IllegalArgumentException if it is empty, too long or has control characters
   */
  static String check(String value) {
    if (value.isEmpty() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "an id has 1 to " + MAX_LENGTH + " characters, this has " + value.length());
    }
    for (int i = 0; i < value.length(); i++) {
      if (Character.isISOControl(value.charAt(i))) {
        throw new IllegalArgumentException("an id has no control characters");
      }
    }
    return value;
  }
}
