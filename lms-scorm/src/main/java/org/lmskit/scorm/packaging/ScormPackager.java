package org.lmskit.scorm.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.ScormEdition;

/**
 * Writes packages of SCORM 1.2 and SCORM 2004 4th Edition. The same manifest and files give the same
 * bytes; what is written is inspected before it appears at its place, and imports back equal.
 */
public final class ScormPackager {
  private static final long ZIP_EPOCH_MS = 315_532_800_000L;
  private static final String MANIFEST = "imsmanifest.xml";

  private final Manifest manifest;
  private final Map<String, FileSource> files = new TreeMap<>();

  /**
   * A packager of this manifest, without files yet.
   *
   * @throws IllegalArgumentException if the edition is neither 1.2 nor 2004 4th Edition
   */
  public ScormPackager(Manifest manifest) {
    if (manifest.edition() != ScormEdition.SCORM_12
        && manifest.edition() != ScormEdition.SCORM_2004_4TH) {
      throw new IllegalArgumentException(
          "only 1.2 and 2004 4th Edition are written: " + manifest.edition());
    }
    this.manifest = manifest;
  }

  /**
   * A packager of a folder: every file is packed but what operating systems leave behind, the pages
   * become SCOs in this order.
   *
   * @param identifier of the package, an XML name such as {@code fire-safety}
   * @param pages at least one; paths relative to the folder
   * @throws UncheckedIOException if the folder cannot be listed
   * @throws IllegalArgumentException if there is no page, or a page is not in the folder
   */
  public static ScormPackager ofFolder(
      Path folder, ScormEdition edition, String identifier, String title, List<CoursePage> pages) {
    Map<String, Path> found = list(folder);
    if (pages.isEmpty()) {
      throw new IllegalArgumentException("a course needs a page");
    }
    pages.stream().filter(p -> !found.containsKey(p.path())).findFirst().ifPresent(p -> {
      throw new IllegalArgumentException("no such page in " + folder + ": " + p.path());
    });
    ScormPackager packager =
        new ScormPackager(CourseOutline.of(edition, identifier, title, pages, found.keySet()));
    found.forEach((path, file) -> packager.file(path, () -> Files.newInputStream(file)));
    return packager;
  }

  /** Adds a file; a manifest is never taken from outside. */
  public ScormPackager file(String path, FileSource source) {
    if (!path.equalsIgnoreCase(MANIFEST)) {
      files.put(path, source);
    }
    return this;
  }

  /**
   * Writes the package and inspects it; a file at this place is replaced.
   *
   * @return the inspection of what was written
   * @throws RejectedException if our own import would refuse it; nothing appears
   * @throws UncheckedIOException if a source or the target fails; nothing appears
   */
  public PackageInspection write(Path zip) {
    Path absolute = zip.toAbsolutePath();
    Path draft = absolute.resolveSibling(absolute.getFileName() + ".part");
    try {
      try {
        return finish(draft, absolute);
      } finally {
        Files.deleteIfExists(draft);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + zip, e);
    }
  }

  private PackageInspection finish(Path draft, Path target) throws IOException {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(draft)) {
      out.setEncoding(StandardCharsets.UTF_8.name());
      out.setUseZip64(Zip64Mode.AsNeeded);
      byte[] xml = new ManifestWriter(manifest).bytes();
      add(out, MANIFEST, () -> new ByteArrayInputStream(xml));
      for (Map.Entry<String, FileSource> file : files.entrySet()) {
        add(out, file.getKey(), file.getValue());
      }
    }
    PackageInspection inspection = PackageInspection.of(draft, PackageOptions.DEFAULT);
    if (!inspection.accepted()) {
      Problem problem =
          inspection.problems().stream().filter(Problem::isError).findFirst().orElseThrow();
      throw new RejectedException(reason(problem), problem.location() + ": " + problem.message());
    }
    Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
    return inspection;
  }

  private static ScormFinding reason(Problem problem) {
    return Stream.of(ScormFinding.values())
        .filter(f -> f.code().equals(problem.code()))
        .findFirst()
        .orElseThrow();
  }

  private static void add(ZipArchiveOutputStream out, String path, FileSource source)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(path);
    entry.setMethod(ZipEntry.DEFLATED);
    entry.setTime(ZIP_EPOCH_MS);
    out.putArchiveEntry(entry);
    try (InputStream in = source.open()) {
      in.transferTo(out);
    }
    out.closeArchiveEntry();
  }

  private static Map<String, Path> list(Path folder) {
    Map<String, Path> found = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      walk.filter(Files::isRegularFile).forEach(file -> {
        String path = folder.relativize(file).toString().replace('\\', '/');
        if (!path.equalsIgnoreCase(MANIFEST) && !FileNames.isLeftBehind(path)) {
          found.put(path, file);
        }
      });
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
