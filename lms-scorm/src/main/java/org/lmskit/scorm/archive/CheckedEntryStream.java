package org.lmskit.scorm.archive;

import static org.lmskit.scorm.finding.ScormFinding.ENTRY_DAMAGED;
import static org.lmskit.scorm.finding.ScormFinding.ENTRY_TOO_LARGE;
import static org.lmskit.scorm.finding.ScormFinding.RATIO_TOO_HIGH;
import static org.lmskit.scorm.finding.ScormFinding.TOO_LARGE;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;

/** Counts and checks what is inflated, and refuses it the moment it is too much or not the promised. */
final class CheckedEntryStream extends InputStream {
  private final PackageFile file;
  private final InputStream inflated;
  private final CRC32 crc = new CRC32();
  private long position;

  CheckedEntryStream(PackageFile file, InputStream inflated) {
    this.file = file;
    this.inflated = inflated;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    int n = inflate(buffer, offset, length);
    if (n < 0) {
      checkEnd();
      return n;
    }
    crc.update(buffer, offset, n);
    position += n;
    checkLimits();
    return n;
  }

  private int inflate(byte[] buffer, int offset, int length) {
    try {
      return inflated.read(buffer, offset, length);
    } catch (IOException e) {
      throw file.damaged(e);
    }
  }

  private void checkLimits() {
    ArchiveLimits limits = file.limits();
    if (position > limits.maxEntryBytes()) {
      throw file.refuse(ENTRY_TOO_LARGE, limits.maxEntryBytes());
    }
    if (position > limits.ratioFreeBytes()
        && position / limits.maxRatio() > file.entry().getCompressedSize()) {
      throw file.refuse(RATIO_TOO_HIGH, limits.maxRatio());
    }
    if (!file.reach(position)) {
      throw file.refuse(TOO_LARGE, limits.maxTotalBytes());
    }
  }

  private void checkEnd() {
    if (position != file.entry().getSize()) {
      throw file.refuse(
          ENTRY_DAMAGED,
          "it has " + position + " bytes instead of " + file.entry().getSize());
    }
    if (crc.getValue() != file.entry().getCrc()) {
      throw file.refuse(ENTRY_DAMAGED, "its checksum is wrong");
    }
  }

  @Override
  public void close() throws IOException {
    inflated.close();
  }
}
