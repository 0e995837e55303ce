package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.IDENTIFIER_DUPLICATE;
import static org.lmskit.scorm.finding.ScormFinding.IDENTIFIER_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.IDENTIFIER_SPACE;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundNode;

/** Gives out identifiers: normalised, never empty, each once. */
final class Identifiers {
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final String ESCAPED_SPACE = "%20";

  private final Report report;
  private final Set<String> taken = new HashSet<>();
  /** The last number that each stem was given: nobody counts to it again. */
  private final Map<String, Integer> numbers = new HashMap<>();

  Identifiers(Report report) {
    this.report = report;
  }

  /** White space at the ends goes, each run of it in between becomes one space. */
  static String normalize(@Nullable String written) {
    if (written == null || written.isEmpty()) {
      return "";
    }
    return hasSpace(written) ? SPACE.matcher(written.strip()).replaceAll(" ") : written;
  }

  /**
   * The identifier of an objective, which is a URI: white space may be written as %20. The conformance
   * suite's {@code "  %20obj%20%201%20 "} is {@code "obj 1"}, also to content (OB-02, OB-12).
   */
  static String objective(@Nullable String written) {
    String text = normalize(written);
    return text.contains(ESCAPED_SPACE) ? normalize(text.replace(ESCAPED_SPACE, " ")) : text;
  }

  /** The identifier of an element; a missing or taken one gets a number. */
  String take(@Nullable String written, String element, BoundNode at) {
    String identifier = normalize(written);
    if (identifier.isEmpty()) {
      String made = free(element);
      report.add(IDENTIFIER_MISSING, at, element, made);
      return made;
    }
    if (written != null && hasSpace(written)) {
      report.add(IDENTIFIER_SPACE, at, written);
    }
    if (taken.add(identifier)) {
      return identifier;
    }
    String made = free(identifier);
    report.add(IDENTIFIER_DUPLICATE, at, identifier, made);
    return made;
  }

  private String free(String stem) {
    String candidate = stem;
    while (!taken.add(candidate)) {
      candidate = stem + "-" + numbers.merge(stem, 2, (last, first) -> last + 1);
    }
    return candidate;
  }

  private static boolean hasSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isWhitespace(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
