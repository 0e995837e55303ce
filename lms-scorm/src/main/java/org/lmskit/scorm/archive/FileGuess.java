package org.lmskit.scorm.archive;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What a file that is no ZIP probably is, by its first bytes. */
final class FileGuess {
  private static final Map<String, String> STARTS = starts();

  private FileGuess() {}

  static String of(byte[] start) {
    String head = new String(start, StandardCharsets.ISO_8859_1);
    return STARTS.entrySet().stream()
        .filter(e -> head.startsWith(e.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseGet(() -> looksLikeMarkup(head) ? "XML or HTML" : "something else");
  }

  private static boolean looksLikeMarkup(String head) {
    String text = head.replace("\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
    return text.startsWith("<");
  }

  private static Map<String, String> starts() {
    Map<String, String> starts = new LinkedHashMap<>();
    starts.put("Rar!", "a RAR archive");
    starts.put("7z\u00BC\u00AF", "a 7-Zip archive");
    starts.put("\u001F\u008B", "a gzip file");
    starts.put("BZh", "a bzip2 file");
    starts.put("\u00FD7zXZ", "an xz file");
    starts.put("%PDF", "a PDF document");
    starts.put("\u00D0\u00CF\u0011\u00E0", "an old Office document");
    starts.put("MZ", "a Windows program");
    starts.put("\u0089PNG", "a PNG picture");
    starts.put("\u00FF\u00D8\u00FF", "a JPEG picture");
    return starts;
  }
}
