package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.DAMAGED;
import static org.lmskit.scorm.finding.ScormFinding.FILE_EMPTY;
import static org.lmskit.scorm.finding.ScormFinding.NOT_A_ZIP;
import static org.lmskit.scorm.finding.ScormFinding.SPLIT;
import static org.lmskit.scorm.finding.ScormFinding.TOO_MANY_ENTRIES;
import static org.lmskit.scorm.finding.ScormFinding.TRUNCATED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.Findings;

/**
 * Walks the central directory once, in constant memory, before it is loaded: finds what is no whole
 * ZIP, and too many entries whatever the headers claim (APPNOTE 4.3.12 to 4.3.16).
 */
final class DirectoryScan {
  private static final int END_SIZE = 22;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LOCATOR_SIZE = 20;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int END64_SIZE = 56;
  private static final int END64_SIGNATURE = 0x06064b50;
  /** What the size of a zip64 end record leaves out: its signature and that size. */
  private static final int END64_LEAD = 12;

  private static final int LONGEST_SECTOR = 0xFFFF;
  private static final int HEADER_SIZE = 46;
  private static final int HEADER_SIGNATURE = 0x02014b50;
  private static final int LOCAL_SIGNATURE = 0x04034b50;
  private static final int SPANNING_SIGNATURE = 0x08074b50;
  private static final long BYTES_PER_ENTRY = 1_024;
  private static final long LEAST_DIRECTORY = 1 << 20;
  private static final int WINDOW = 1 << 16;
  private static final long NONE = -1;
  private static final long MISSING = -2;

  private final SeekableByteChannel channel;
  private final ArchiveLimits limits;
  private final Findings findings;
  private ByteBuffer window = ByteBuffer.allocate(0);
  private long windowStart;

  DirectoryScan(SeekableByteChannel channel, ArchiveLimits limits, Findings findings) {
    this.channel = channel;
    this.limits = limits;
    this.findings = findings;
  }

  /**
   * Where the archive lies in the file.
   *
   * @param start from where its offsets count: behind a prefix that they leave out
   * @param end behind its end record, before its comment
   */
  record Extent(long start, long end) {}

  /**
   * @throws RejectedException if it is no ZIP, not whole, split, or has too many entries
   */
  Extent check() throws IOException {
    if (channel.size() == 0) {
      throw findings.refuse(FILE_EMPTY, "");
    }
    long end = findEnd();
    if (end < 0) {
      throw noDirectory();
    }
    ByteBuffer record = at(end, END_SIZE);
    if (unsignedShort(record, 4) != 0 && unsignedShort(record, 4) != 0xFFFF) {
      throw findings.refuse(SPLIT, "");
    }
    long end64 = findEnd64(end);
    if (end64 == MISSING) {
      throw findings.refuse(DAMAGED, "", "its zip64 directory is missing");
    }
    return new Extent(walk(directory(end, end64)), end + END_SIZE);
  }

  /** Where a central directory is by its end record: the offset counts from the archive's start. */
  private record Directory(long end, long size, long offset) {
    boolean fits() {
      return size >= 0 && size <= end;
    }

    long start() {
      return end - size;
    }
  }

  private Directory directory(long end, long end64) throws IOException {
    if (end64 == NONE) {
      ByteBuffer record = at(end, END_SIZE);
      return new Directory(end, unsignedInt(record, 12), unsignedInt(record, 16));
    }
    ByteBuffer record = at(end64, END64_SIZE);
    return new Directory(end64, record.getLong(40), record.getLong(48));
  }

  /** How many bytes stand before the archive that its offsets do not count. */
  private long walk(Directory directory) throws IOException {
    if (!directory.fits()) {
      throw findings.refuse(DAMAGED, "", "its directory does not fit into the file");
    }
    if (directory.size() > Math.max(LEAST_DIRECTORY, limits.maxEntries() * BYTES_PER_ENTRY)) {
      throw findings.refuse(TOO_MANY_ENTRIES, "", limits.maxEntries());
    }
    countHeaders(directory.start(), directory.end());
    long prefix = directory.start() - directory.offset();
    if (prefix < 0 || directory.offset() < 0) {
      throw findings.refuse(DAMAGED, "", "its directory is not where its end says");
    }
    return prefix;
  }

  private void countHeaders(long start, long end) throws IOException {
    int entries = 0;
    long position = start;
    while (position + HEADER_SIZE <= end) {
      ByteBuffer header = at(position, HEADER_SIZE);
      if (header.getInt(0) != HEADER_SIGNATURE) {
        throw findings.refuse(DAMAGED, "", "its directory cannot be read at byte " + position);
      }
      if (++entries > limits.maxEntries()) {
        throw findings.refuse(TOO_MANY_ENTRIES, "", limits.maxEntries());
      }
      position += HEADER_SIZE
          + unsignedShort(header, 28)
          + unsignedShort(header, 30)
          + unsignedShort(header, 32);
    }
    if (position != end) {
      throw findings.refuse(DAMAGED, "", "its directory ends in the middle of an entry");
    }
  }

  /**
   * Where the end record begins, or -1: of what looks like one the last that leads to a directory, as
   * a comment may hold its signature too.
   */
  private long findEnd() throws IOException {
    long size = channel.size();
    int tail = (int) Math.min(size, END_SIZE + LONGEST_COMMENT);
    ByteBuffer bytes = read(size - tail, tail).order(ByteOrder.LITTLE_ENDIAN);
    long last = -1;
    for (int i = tail - END_SIZE; i >= 0; i--) {
      if (bytes.getInt(i) == END_SIGNATURE && i + END_SIZE + unsignedShort(bytes, i + 20) <= tail) {
        long end = size - tail + i;
        if (leads(end)) {
          return end;
        }
        last = Math.max(last, end);
      }
    }
    return last;
  }

  private boolean leads(long end) throws IOException {
    long end64 = findEnd64(end);
    if (end64 == MISSING) {
      return false;
    }
    Directory directory = directory(end, end64);
    return directory.fits()
        && directory.size() >= HEADER_SIZE
        && at(directory.start(), HEADER_SIZE).getInt(0) == HEADER_SIGNATURE;
  }

  /** Where the zip64 end record begins, NONE or MISSING; a prefix may have moved it. */
  private long findEnd64(long end) throws IOException {
    if (end < LOCATOR_SIZE + END64_SIZE
        || at(end - LOCATOR_SIZE, LOCATOR_SIZE).getInt(0) != LOCATOR_SIGNATURE) {
      return NONE;
    }
    long adjacent = end - LOCATOR_SIZE - END64_SIZE;
    if (at(adjacent, END64_SIZE).getInt(0) == END64_SIGNATURE) {
      return adjacent;
    }
    long claimed = at(end - LOCATOR_SIZE, LOCATOR_SIZE).getLong(8);
    boolean found =
        claimed >= 0 && claimed <= adjacent && at(claimed, END64_SIZE).getInt(0) == END64_SIGNATURE;
    return found ? claimed : findMovedEnd64(end - LOCATOR_SIZE, claimed);
  }

  /**
   * Where a prefix moved the zip64 end record to, if its extensible data sector stands between it and
   * the locator: where the size that it states leads to the locator.
   */
  private long findMovedEnd64(long locator, long claimed) throws IOException {
    long least = Math.max(Math.max(0, claimed), locator - END64_SIZE - LONGEST_SECTOR);
    if (least > locator - END64_SIZE) {
      return MISSING;
    }
    ByteBuffer bytes = read(least, (int) (locator - least)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = bytes.limit() - END64_SIZE; i >= 0; i--) {
      if (bytes.getInt(i) == END64_SIGNATURE
          && bytes.getLong(i + 4) == bytes.limit() - i - END64_LEAD) {
        return least + i;
      }
    }
    return MISSING;
  }

  private RuntimeException noDirectory() throws IOException {
    int signature = channel.size() < 4 ? 0 : at(0, 4).getInt(0);
    if (signature == LOCAL_SIGNATURE || signature == SPANNING_SIGNATURE) {
      return findings.refuse(TRUNCATED, "");
    }
    ByteBuffer head = at(0, (int) Math.min(channel.size(), 16));
    byte[] start = new byte[head.limit()];
    head.get(start);
    return findings.refuse(NOT_A_ZIP, "", FileGuess.of(start));
  }

  /** Bytes of the file from a position, little-endian; reads ahead in large windows. */
  private ByteBuffer at(long position, int length) throws IOException {
    if (position < windowStart || position + length > windowStart + window.limit()) {
      window = read(position, (int) Math.min(channel.size() - position, Math.max(length, WINDOW)));
      windowStart = position;
    }
    return window.slice((int) (position - windowStart), length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer read(long position, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    channel.position(position);
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      continue;
    }
    return bytes.flip();
  }

  private static int unsignedShort(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  private static long unsignedInt(ByteBuffer bytes, int at) {
    return Integer.toUnsignedLong(bytes.getInt(at));
  }
}
