package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.MANIFEST_CASE;
import static org.lmskit.scorm.finding.ScormFinding.MANIFEST_MISSING;
import static org.lmskit.scorm.finding.ScormFinding.STANDARD_AICC;
import static org.lmskit.scorm.finding.ScormFinding.STANDARD_CMI5;
import static org.lmskit.scorm.finding.ScormFinding.STANDARD_WEB;
import static org.lmskit.scorm.finding.ScormFinding.STANDARD_XAPI;
import static org.lmskit.scorm.finding.ScormFinding.SUBFOLDER;
import static org.lmskit.scorm.finding.ScormFinding.TWO_FOLDERS;
import static org.lmskit.scorm.finding.ScormFinding.ZIP_IN_ZIP;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;

/**
 * Where the manifest is.
 *
 * @param folder the package's root with a slash at its end, empty for the archive's root
 * @param manifest the path of the manifest in the archive
 */
record PackageRoot(String folder, String manifest) {
  private static final String NAME = "imsmanifest.xml";
  private static final List<String> AICC = List.of(".au", ".des", ".cst");

  static PackageRoot find(Collection<String> paths, Findings findings) {
    List<String> manifests = paths.stream().filter(PackageRoot::isManifest).toList();
    if (manifests.isEmpty()) {
      throw noManifest(paths, findings);
    }
    long depth = manifests.stream().mapToLong(PackageRoot::depth).min().orElse(0);
    List<String> highest =
        manifests.stream().filter(p -> depth(p) == depth).sorted(exactFirst()).toList();
    String chosen = highest.get(0);
    List<String> candidates = Stream.concat(Stream.of(chosen), manifests.stream())
        .filter(p -> p.equals(chosen) || !p.startsWith(folder(chosen)))
        .distinct()
        .toList();
    if (candidates.size() > 1) {
      throw findings.refuse(TWO_FOLDERS, "", String.join(", ", candidates));
    }
    report(chosen, findings);
    return new PackageRoot(folder(chosen), chosen);
  }

  private static boolean isManifest(String path) {
    int start = path.length() - NAME.length();
    return start >= 0
        && path.regionMatches(true, start, NAME, 0, NAME.length())
        && (start == 0 || path.charAt(start - 1) == '/');
  }

  private static void report(String manifest, Findings findings) {
    if (!folder(manifest).isEmpty()) {
      findings.add(SUBFOLDER, manifest, folder(manifest));
    }
    if (!lastSegment(manifest).equals(NAME)) {
      findings.add(MANIFEST_CASE, manifest, lastSegment(manifest));
    }
  }

  private static RejectedException noManifest(Collection<String> paths, Findings findings) {
    if (any(paths, "cmi5.xml").isPresent()) {
      return findings.refuse(STANDARD_CMI5, any(paths, "cmi5.xml").get());
    }
    if (any(paths, "tincan.xml").isPresent()) {
      return findings.refuse(STANDARD_XAPI, any(paths, "tincan.xml").get());
    }
    Optional<String> course = any(paths, ".crs");
    if (course.isPresent() && AICC.stream().anyMatch(end -> any(paths, end).isPresent())) {
      return findings.refuse(STANDARD_AICC, course.get(), course.get());
    }
    Optional<String> page = any(paths, ".html").or(() -> any(paths, ".htm"));
    Optional<String> zip = any(paths, ".zip");
    if (zip.isPresent() && page.isEmpty()) {
      return findings.refuse(ZIP_IN_ZIP, zip.get(), zip.get());
    }
    return page.map(p -> findings.refuse(STANDARD_WEB, p, p))
        .orElseGet(() -> findings.refuse(MANIFEST_MISSING, ""));
  }

  private static Optional<String> any(Collection<String> paths, String end) {
    return paths.stream()
        .filter(p ->
            end.startsWith(".") ? lower(p).endsWith(end) : lower(lastSegment(p)).equals(end))
        .min(Comparator.comparingLong(PackageRoot::depth));
  }

  private static Comparator<String> exactFirst() {
    return Comparator.comparing((String p) -> !lastSegment(p).equals(NAME)).thenComparing(p -> p);
  }

  private static String lower(String path) {
    return path.toLowerCase(Locale.ROOT);
  }

  private static long depth(String path) {
    return path.chars().filter(c -> c == '/').count();
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  private static String lastSegment(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
