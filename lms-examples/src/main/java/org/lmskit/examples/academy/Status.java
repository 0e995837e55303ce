package org.lmskit.examples.academy;

/**
 * A word for where something stands, and how it is coloured.
 *
 * @param text such as {@code Completed}
 * @param tone {@code good}, {@code warn}, {@code bad} or empty: a class of the style sheet
 */
public record Status(String text, String tone) {
  static Status good(String text) {
    return new Status(text, "good");
  }

  static Status warn(String text) {
    return new Status(text, "warn");
  }

  static Status bad(String text) {
    return new Status(text, "bad");
  }

  static Status plain(String text) {
    return new Status(text, "");
  }
}
