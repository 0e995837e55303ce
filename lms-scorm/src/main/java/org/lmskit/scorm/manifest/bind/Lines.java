package org.lmskit.scorm.manifest.bind;

/** Lines of a text, counted from 1. */
final class Lines {
  private Lines() {}

  static int of(String text, int index) {
    return 1 + (int) text.substring(0, index).chars().filter(c -> c == '\n').count();
  }
}
