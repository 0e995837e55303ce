package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.PATH_ABSOLUTE;
import static org.lmskit.scorm.finding.ScormFinding.PATH_CLIMBS;
import static org.lmskit.scorm.finding.ScormFinding.PATH_DRIVE;
import static org.lmskit.scorm.finding.ScormFinding.PATH_ILLEGAL;

import java.util.ArrayDeque;
import java.util.Deque;
import org.lmskit.scorm.finding.Findings;

/** Turns the name of an entry into a path with slashes, and refuses names that lead elsewhere. */
final class EntryName {
  private EntryName() {}

  /** The path, without a slash at its start or end; empty for the root folder. */
  static String normalize(String name, ArchiveLimits limits, Findings findings) {
    String slashed = name.replace('\\', '/');
    if (slashed.isBlank() || slashed.length() > limits.maxPathLength() || hasControl(slashed)) {
      throw findings.refuse(PATH_ILLEGAL, name);
    }
    if (slashed.startsWith("/")) {
      throw findings.refuse(PATH_ABSOLUTE, name);
    }
    if (slashed.length() > 1 && slashed.charAt(1) == ':' && Character.isLetter(slashed.charAt(0))) {
      throw findings.refuse(PATH_DRIVE, name);
    }
    return isPlain(slashed) ? slashed : resolve(slashed, name, findings);
  }

  static boolean isFolder(String name) {
    return name.endsWith("/") || name.endsWith("\\");
  }

  /** Whether an operating system left the file behind. */
  static boolean isLitter(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    return path.startsWith("__MACOSX/")
        || path.contains("/__MACOSX/")
        || last.startsWith("._")
        || last.equalsIgnoreCase(".DS_Store")
        || last.equalsIgnoreCase("Thumbs.db");
  }

  private static boolean isPlain(String path) {
    return !path.contains("//")
        && !path.contains("./")
        && !path.endsWith("/")
        && !path.endsWith(".");
  }

  private static String resolve(String path, String name, Findings findings) {
    Deque<String> segments = new ArrayDeque<>();
    for (String segment : path.split("/")) {
      if (segment.equals("..") && segments.isEmpty()) {
        throw findings.refuse(PATH_CLIMBS, name);
      }
      if (segment.equals("..")) {
        segments.removeLast();
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        segments.addLast(segment);
      }
    }
    return String.join("/", segments);
  }

  private static boolean hasControl(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) < 0x20 || path.charAt(i) == 0x7F) {
        return true;
      }
    }
    return false;
  }
}
