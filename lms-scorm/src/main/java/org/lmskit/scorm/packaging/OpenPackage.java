package org.lmskit.scorm.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.archive.PackageArchive;
import org.lmskit.scorm.archive.PackageFile;
import org.lmskit.scorm.archive.PackageFiles;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.read.ManifestReader;

/**
 * A package whose manifest was read and whose files can be streamed. A refused package opens too: it
 * says why, and has no files. For one thread; close it.
 */
public final class OpenPackage implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final Findings findings;
  private @Nullable PackageArchive archive;
  private @Nullable ManifestReader reader;
  private @Nullable PackageFiles files;
  private @Nullable Manifest manifest;
  private @Nullable PackageStandard standard;

  private OpenPackage(Findings findings) {
    this.findings = findings;
  }

  /**
   * Opens a package and reads its manifest, whatever comes of it.
   *
   * @throws UncheckedIOException if the file does not exist or the disk cannot be read
   */
  public static OpenPackage open(Path file, PackageOptions options) {
    OpenPackage opened = new OpenPackage(new Findings(options.locale()));
    boolean isRead = false;
    try {
      opened.read(file, options);
      isRead = true;
    } catch (RejectedException e) {
      opened.standard = standardOf(e);
      isRead = true;
    } finally {
      if (!isRead) { // the host's listener may throw anything
        opened.close();
      }
    }
    return opened;
  }

  private void read(Path file, PackageOptions options) {
    PackageArchive zip = PackageArchive.open(file, options.limits(), findings, options.progress());
    archive = zip;
    ManifestReader parsed = ManifestReader.parse(zip.manifest(), zip.manifestPath(), findings);
    reader = parsed;
    standard = PackageStandard.SCORM;
    PackageFiles found = zip.files(parsed::hrefs);
    files = found;
    manifest = parsed.resolve(found, options.externalAllowed());
  }

  private static @Nullable PackageStandard standardOf(RejectedException e) {
    if (!(e.reason() instanceof ScormFinding finding)) {
      throw e;
    }
    return switch (finding) {
      case STANDARD_CMI5 -> PackageStandard.CMI5;
      case STANDARD_AICC -> PackageStandard.AICC;
      case STANDARD_XAPI, STANDARD_QTI, STANDARD_COMMON_CARTRIDGE, STANDARD_WEB ->
        PackageStandard.OTHER;
      case SUBMANIFEST_CYCLE, TOO_MANY_ITEMS -> PackageStandard.SCORM;
      default -> null;
    };
  }

  /**
   * Reads every file to its end, so that what is damaged or too large becomes a finding.
   *
   * @return whether all of them can be read
   */
  public boolean verify() {
    byte[] chunk = new byte[CHUNK];
    try {
      for (PackageFile file : files()) {
        drain(file, chunk);
      }
      return true;
    } catch (RejectedException e) {
      standardOf(e);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the package", e);
    }
  }

  private static void drain(PackageFile file, byte[] chunk) throws IOException {
    try (InputStream in = file.open()) {
      while (in.read(chunk) >= 0) {
        continue;
      }
    }
  }

  /** What was found so far. */
  public PackageInspection inspection() {
    String evidence = reader == null ? "" : reader.editionEvidence();
    long bytes = files == null ? 0 : files.totalBytes();
    return new PackageInspection(
        standard, manifest, evidence, files().size(), bytes, findings.problems());
  }

  /** The files in the order of the archive, to be streamed once; empty if it was refused early. */
  public List<PackageFile> files() {
    return files == null ? List.of() : files.all();
  }

  /** Closes the file. */
  @Override
  public void close() {
    if (archive != null) {
      archive.close();
    }
  }
}
