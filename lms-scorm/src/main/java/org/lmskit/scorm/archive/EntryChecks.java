package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.DAMAGED;
import static org.lmskit.scorm.finding.ScormFinding.ENCRYPTED;
import static org.lmskit.scorm.finding.ScormFinding.ENTRY_TOO_LARGE;
import static org.lmskit.scorm.finding.ScormFinding.METHOD_UNSUPPORTED;
import static org.lmskit.scorm.finding.ScormFinding.OVERLAPPING;
import static org.lmskit.scorm.finding.ScormFinding.SYMBOLIC_LINK;
import static org.lmskit.scorm.finding.ScormFinding.TOO_LARGE;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.lmskit.scorm.finding.Findings;

/** What the headers of the entries alone already forbid. */
final class EntryChecks {
  private static final Set<ZipMethod> METHODS =
      Set.of(ZipMethod.STORED, ZipMethod.DEFLATED, ZipMethod.ENHANCED_DEFLATED);

  private final ArchiveLimits limits;
  private final Findings findings;

  EntryChecks(ArchiveLimits limits, Findings findings) {
    this.limits = limits;
    this.findings = findings;
  }

  void check(List<ZipArchiveEntry> entries) {
    entries.forEach(this::checkOne);
    checkTotal(entries);
    checkOverlaps(entries);
  }

  private void checkOne(ZipArchiveEntry entry) {
    if (entry.isUnixSymlink()) {
      throw findings.refuse(SYMBOLIC_LINK, entry.getName());
    }
    if (entry.isDirectory()) {
      return;
    }
    if (entry.getGeneralPurposeBit().usesEncryption()) {
      throw findings.refuse(ENCRYPTED, entry.getName());
    }
    ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
    if (method == null || !METHODS.contains(method)) {
      throw findings.refuse(METHOD_UNSUPPORTED, entry.getName(), entry.getMethod());
    }
    checkSizes(entry);
  }

  private void checkSizes(ZipArchiveEntry entry) {
    if (entry.getSize() < 0 || entry.getCompressedSize() < 0) {
      throw findings.refuse(DAMAGED, entry.getName(), "an entry has no size");
    }
    if (entry.getSize() > limits.maxEntryBytes()) {
      throw findings.refuse(ENTRY_TOO_LARGE, entry.getName(), limits.maxEntryBytes());
    }
  }

  private void checkTotal(List<ZipArchiveEntry> entries) {
    long total = 0;
    for (ZipArchiveEntry entry : entries) {
      total += Math.max(0, entry.getSize());
      if (total > limits.maxTotalBytes()) {
        throw findings.refuse(TOO_LARGE, "", limits.maxTotalBytes());
      }
    }
  }

  private void checkOverlaps(List<ZipArchiveEntry> entries) {
    List<ZipArchiveEntry> byPlace = entries.stream()
        .sorted(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset))
        .toList();
    for (int i = 1; i < byPlace.size(); i++) {
      ZipArchiveEntry before = byPlace.get(i - 1);
      long end = before.getDataOffset() + Math.max(0, before.getCompressedSize());
      if (byPlace.get(i).getLocalHeaderOffset() < end) {
        throw findings.refuse(OVERLAPPING, byPlace.get(i).getName(), before.getName());
      }
    }
  }
}
