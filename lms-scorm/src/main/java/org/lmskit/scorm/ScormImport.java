package org.lmskit.scorm;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.packaging.PackageInspection;

/**
 * What came of an import. If it was refused, nothing was stored.
 *
 * @param inspection what the file is, and all that was found
 * @param packageOrNull the imported package; null if it was refused
 */
public record ScormImport(
    PackageInspection inspection, @Nullable ScormPackage packageOrNull) {
  /** All findings, in the order in which they were made. */
  public List<Problem> problems() {
    return inspection.problems();
  }

  /** The imported package; absent if it was refused. */
  public Optional<ScormPackage> findPackage() {
    return Optional.ofNullable(packageOrNull);
  }

  /**
   * The imported package.
   *
   * @throws RejectedException PACKAGE_REFUSED with the errors, by code and location
   */
  public ScormPackage packageOrThrow() {
    return findPackage().orElseThrow(this::refused);
  }

  private RejectedException refused() {
    Map<String, String> errors = new TreeMap<>();
    problems().stream()
        .filter(Problem::isError)
        .forEach(p -> errors.put((p.code() + " " + p.location()).strip(), p.message()));
    return new RejectedException(ScormReason.PACKAGE_REFUSED, String.valueOf(errors), errors);
  }
}
