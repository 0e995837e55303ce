package org.lmskit.scorm.packaging;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
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
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.FileRef;
import org.lmskit.scorm.manifest.Href;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.ItemSettings;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.Metadata;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.Resource;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.ScormType;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.Sequencing;

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
   * A packager of a folder: every file is packed, the pages become SCOs in this order.
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
    ScormPackager packager = new ScormPackager(course(edition, identifier, title, pages, found));
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
        if (!path.equalsIgnoreCase(MANIFEST)) {
          found.put(path, file);
        }
      });
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static Manifest course(
      ScormEdition edition,
      String identifier,
      String title,
      List<CoursePage> pages,
      Map<String, Path> files) {
    boolean is2004 = edition.is2004();
    Sequencing flow = Sequencing.builder().controlMode(ControlMode.FREE).build();
    Sequencing leaf = is2004 ? Sequencing.DEFAULT : flow;
    List<Item> items = new ArrayList<>();
    List<Resource> resources = new ArrayList<>();
    for (int i = 1; i <= pages.size(); i++) {
      CoursePage page = pages.get(i - 1);
      Href href = Href.file(page.path());
      resources.add(page("page-" + i, href, i == 1 ? filesOf(files, pages) : List.of()));
      items.add(new Item(
          "item-" + i,
          page.title(),
          true,
          "page-" + i,
          "",
          href,
          leaf,
          CompletionThreshold.DEFAULT,
          ItemSettings.NONE,
          Metadata.NONE,
          List.of()));
    }
    Organization organization = new Organization(
        "course",
        title,
        "hierarchical",
        true,
        true,
        flow,
        CompletionThreshold.DEFAULT,
        Metadata.NONE,
        items);
    return new Manifest(
        identifier, "1.0", edition, Metadata.NONE, "course", List.of(organization), resources);
  }

  /** The first page lists what all share. */
  private static List<FileRef> filesOf(Map<String, Path> files, List<CoursePage> pages) {
    return files.keySet().stream()
        .filter(path -> pages.stream().noneMatch(p -> p.path().equals(path)))
        .map(path -> new FileRef(Href.file(path), Metadata.NONE))
        .toList();
  }

  private static Resource page(String identifier, Href href, List<FileRef> shared) {
    List<FileRef> files = new ArrayList<>(List.of(new FileRef(href, Metadata.NONE)));
    files.addAll(shared);
    return new Resource(
        identifier, "webcontent", ScormType.SCO, href, false, files, List.of(), Metadata.NONE);
  }
}
