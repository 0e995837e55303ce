package org.lmskit.scorm.archive;

import java.text.Normalizer;
import java.util.Locale;

/** A path as it is compared when case and the composition of accents do not count. */
final class Folded {
  private Folded() {}

  static String path(String path) {
    String composed = isAscii(path) ? path : Normalizer.normalize(path, Normalizer.Form.NFC);
    return composed.toLowerCase(Locale.ROOT);
  }

  private static boolean isAscii(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) > 0x7F) {
        return false;
      }
    }
    return true;
  }
}
