package org.lmskit.scorm.manifest.bind;

/** Takes text away without moving what follows. */
final class Blank {
  private Blank() {}

  /** The text with spaces from one index to before another; line ends stay. */
  static String out(String text, int from, int to) {
    StringBuilder blanked = new StringBuilder(text);
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
        blanked.setCharAt(i, ' ');
      }
    }
    return blanked.toString();
  }
}
