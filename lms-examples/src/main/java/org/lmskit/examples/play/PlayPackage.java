package org.lmskit.examples.play;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lmskit.model.Problem;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.packaging.PackageInspection;
import org.lmskit.scorm.packaging.PackageOptions;

/**
 * A package that was opened: the same file with the same manifest is the same package.
 *
 * @param file where it is
 * @param manifest with all repairs
 */
record PlayPackage(Path file, Manifest manifest) {
  /** Reads a package as an import does, every file included. */
  static PlayPackage open(String name) {
    Path file = file(name);
    PackageInspection inspection = PackageInspection.of(file, PackageOptions.DEFAULT);
    Manifest manifest = inspection.manifest();
    if (manifest == null || !inspection.accepted()) {
      throw new RefusedRequest(name + " is refused: " + reason(inspection));
    }
    return new PlayPackage(file, manifest);
  }

  private static String reason(PackageInspection inspection) {
    return inspection.problems().stream()
        .filter(Problem::isError)
        .findFirst()
        .map(error -> (error.code() + " " + error.location()).strip() + ": " + error.message())
        .orElse("no manifest");
  }

  private static Path file(String name) {
    try {
      Path file = NamedFile.of(name);
      if (Files.isDirectory(file)) {
        throw new RefusedRequest(name + " is a folder, not a ZIP file");
      }
      if (!Files.isRegularFile(file)) {
        throw new RefusedRequest("no file " + name);
      }
      return file.toRealPath();
    } catch (IllegalArgumentException e) {
      throw new RefusedRequest("no file " + name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
