package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.ENTRY_DAMAGED;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;

/** A file of an opened package. */
public final class PackageFile {
  private final String path;
  private final ArchiveEntry entry;
  private final EntryReader reader;
  private final ArchiveLimits limits;
  private final Findings findings;
  private final Budget budget;

  PackageFile(
      String path,
      ArchiveEntry entry,
      EntryReader reader,
      ArchiveLimits limits,
      Findings findings,
      Budget budget) {
    this.path = path;
    this.entry = entry;
    this.reader = reader;
    this.limits = limits;
    this.findings = findings;
    this.budget = budget;
  }

  /** The path relative to the manifest's folder, with slashes, decoded. */
  public String path() {
    return path;
  }

  /** The unpacked size in bytes that the archive's directory claims. */
  public long size() {
    return entry.zip().getSize();
  }

  /**
   * Opens the file; the caller closes the stream, and reads one file of a package at a time. Reading
   * throws a {@link RejectedException}, whose reason is a {@link ScormFinding}, as soon as a limit is
   * passed or the content is not what the archive's directory says (size, CRC-32).
   *
   * @throws RejectedException if the entry cannot be opened
   */
  public InputStream open() {
    try {
      return new CheckedEntryStream(this, reader.open(entry.zip()));
    } catch (IOException e) {
      throw damaged(e);
    }
  }

  /**
   * The whole content, which may be as long as {@link ArchiveLimits#maxManifestBytes()}.
   *
   * @param tooLarge the finding that refuses a longer file; its one value is the limit
   * @throws RejectedException if the file is longer or damaged
   */
  public byte[] bytes(ScormFinding tooLarge) {
    int limit = limits.maxManifestBytes();
    try (InputStream in = open()) {
      byte[] bytes = in.readNBytes(limit);
      if (in.read() >= 0) {
        throw findings.refuse(tooLarge, path, limit);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /** Whether it claims to be no larger than a manifest may be. */
  boolean isSmall() {
    return size() <= limits.maxManifestBytes();
  }

  ZipArchiveEntry entry() {
    return entry.zip();
  }

  ArchiveLimits limits() {
    return limits;
  }

  /** Counts a position of the file against the budget, each byte once however often it is read. */
  boolean reach(long position) {
    long more = entry.advance(position);
    return more <= 0 || budget.spend(path, more);
  }

  RejectedException refuse(ScormFinding finding, Object... values) {
    return findings.refuse(finding, path, values);
  }

  RejectedException damaged(IOException cause) {
    String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return findings.refuse(ENTRY_DAMAGED, path, why);
  }
}
