package org.lmskit.scorm.archive;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry.NameSource;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;

/** An entry and what is known about its name before the character set is decided. */
final class ArchiveEntry {
  private final ZipArchiveEntry zip;
  private final @Nullable String certain;
  private @Nullable String certainPath;
  private long reached;

  ArchiveEntry(ZipArchiveEntry zip) {
    this.zip = zip;
    this.certain = certainName(zip);
  }

  ZipArchiveEntry zip() {
    return zip;
  }

  /** How much further this position is than any that was read before. */
  long advance(long position) {
    long more = position - reached;
    reached = Math.max(reached, position);
    return more;
  }

  boolean nameIsCertain() {
    return certain != null;
  }

  byte[] rawName() {
    byte[] raw = zip.getRawName();
    return raw == null ? zip.getName().getBytes(StandardCharsets.UTF_8) : raw;
  }

  String name(Charset uncertain) {
    return certain != null
        ? certain
        : NameCharset.decode(rawName(), uncertain).orElseGet(zip::getName);
  }

  /**
   * Its path, which of a certain name is worked out once.
   *
   * @throws RejectedException if it leads out of the package
   */
  String path(Charset uncertain, ArchiveLimits limits, Findings findings) {
    if (certain == null) {
      return EntryName.normalize(name(uncertain), limits, findings);
    }
    if (certainPath == null) {
      certainPath = EntryName.normalize(certain, limits, findings);
    }
    return certainPath;
  }

  private static @Nullable String certainName(ZipArchiveEntry zip) {
    if (zip.getNameSource() == NameSource.UNICODE_EXTRA_FIELD || zip.getRawName() == null) {
      return zip.getName();
    }
    byte[] raw = zip.getRawName();
    if (isAscii(raw)) {
      return new String(raw, StandardCharsets.US_ASCII);
    }
    return zip.getGeneralPurposeBit().usesUTF8ForNames()
        ? NameCharset.decode(raw, StandardCharsets.UTF_8).orElse(null)
        : null;
  }

  private static boolean isAscii(byte[] name) {
    for (byte one : name) {
      if (one < 0) {
        return false;
      }
    }
    return true;
  }
}
