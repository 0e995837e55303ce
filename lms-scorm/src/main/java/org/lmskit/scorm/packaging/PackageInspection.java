package org.lmskit.scorm.packaging;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Manifest;

/**
 * What a file is, and what was found in it.
 *
 * @param standard the standard that it follows; null if that cannot be told
 * @param manifest the manifest with all repairs; null if there is none that can be read
 * @param editionEvidence how the edition was decided, as part of a sentence; empty without manifest
 * @param files how many files it has, the manifest included
 * @param bytes how many bytes they unpack to, as the archive says
 * @param problems all findings, in the order they were made
 */
public record PackageInspection(
    @Nullable PackageStandard standard,
    @Nullable Manifest manifest,
    String editionEvidence,
    int files,
    long bytes,
    List<Problem> problems) {
  /** Copies the problems. */
  public PackageInspection {
    problems = List.copyOf(problems);
  }

  /**
   * Reads a package from beginning to end, every file included, and keeps nothing of it.
   *
   * @throws java.io.UncheckedIOException if the file does not exist or the disk cannot be read
   */
  public static PackageInspection of(Path file, PackageOptions options) {
    try (OpenPackage opened = OpenPackage.open(file, options)) {
      opened.verify();
      return opened.inspection();
    }
  }

  /** Whether it can be imported: there is a manifest, and no finding is an error. */
  public boolean accepted() {
    return manifest != null && problems.stream().noneMatch(Problem::isError);
  }

  /** "1.2" or "2004"; null without a manifest. */
  public @Nullable String version() {
    return manifest == null ? null : manifest.edition().version();
  }

  /** "2", "3" or "4" of SCORM 2004; null otherwise. */
  public @Nullable String edition() {
    return manifest == null ? null : manifest.edition().edition();
  }

  /** How many organizations there are; 0 without a manifest. */
  public int organizations() {
    return manifest == null ? 0 : manifest.organizations().size();
  }

  /** How many items all organizations have; 0 without a manifest. */
  public int items() {
    return manifest == null ? 0 : manifest.itemCount();
  }

  /** How many resources there are; 0 without a manifest. */
  public int resources() {
    return manifest == null ? 0 : manifest.resources().size();
  }

  /**
   * The path with the query that the browser requests for the first launchable item of the default
   * organization, relative to the package's root; null if there is none.
   */
  public @Nullable String launch() {
    return Optional.ofNullable(manifest)
        .flatMap(m -> m.organization().findLaunchable())
        .map(Item::launch)
        .map(Href::request)
        .orElse(null);
  }
}
