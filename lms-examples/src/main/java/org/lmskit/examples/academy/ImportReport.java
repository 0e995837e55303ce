package org.lmskit.examples.academy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.model.Problem;
import org.lmskit.model.Severity;
import org.lmskit.scorm.ScormImport;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.scorm.packaging.PackageInspection;

/**
 * What came of an import, as a person wants to read it: the worst first.
 *
 * @param file its name
 * @param accepted whether it can be published
 * @param summary what it is, in words
 * @param packageId the imported package; empty if it was refused
 * @param title proposed for the course
 * @param problems what was found
 */
public record ImportReport(
    String file,
    boolean accepted,
    String summary,
    String packageId,
    String title,
    List<Finding> problems) {
  private static final Map<Severity, Status> SEVERITIES = Map.of(
      Severity.ERROR, Status.bad("Error"),
      Severity.WARNING, Status.warn("Warning"),
      Severity.INFO, Status.plain("Note"));

  /**
   * One finding.
   *
   * @param severity how much it matters
   * @param message what is wrong
   * @param advice what to do; may be empty
   * @param place a file and line; empty if the whole package is meant
   * @param code to look it up
   */
  public record Finding(Status severity, String message, String advice, String place, String code) {
    static Finding of(Problem problem) {
      int end = problem.message().indexOf(". ");
      boolean isSplit = end > 0 && end + 2 < problem.message().length();
      return new Finding(
          SEVERITIES.get(problem.severity()),
          isSplit ? problem.message().substring(0, end + 1) : problem.message(),
          isSplit ? problem.message().substring(end + 2) : "",
          problem.location().replaceFirst(":(\\d+)$", ", line $1"),
          problem.code());
    }
  }

  static ImportReport of(String file, ScormImport result) {
    PackageInspection inspection = result.inspection();
    ScormPackage imported = result.packageOrNull();
    return new ImportReport(
        file,
        imported != null,
        summary(inspection),
        imported == null ? "" : imported.id(),
        imported == null ? "" : imported.title(),
        result.problems().stream()
            .sorted((a, b) -> a.severity().compareTo(b.severity()))
            .map(Finding::of)
            .toList());
  }

  private static String summary(PackageInspection inspection) {
    String findings = inspection.problems().isEmpty()
        ? "nothing to complain about"
        : counted(inspection.problems());
    if (inspection.manifest() == null) {
      return findings;
    }
    return "SCORM " + inspection.manifest().edition().title() + " · "
        + Words.count(inspection.items(), "item", "items") + " · "
        + Words.count(inspection.files(), "file", "files") + " · " + findings;
  }

  private static String counted(List<Problem> problems) {
    Map<Severity, Long> by =
        problems.stream().collect(Collectors.groupingBy(Problem::severity, Collectors.counting()));
    return Stream.of(Severity.values())
        .filter(by::containsKey)
        .map(severity -> counted(severity, by.get(severity)))
        .collect(Collectors.joining(", "));
  }

  private static String counted(Severity severity, long number) {
    String one = SEVERITIES.get(severity).text().toLowerCase(Locale.ROOT);
    return Words.count(number, one, one + "s");
  }
}
