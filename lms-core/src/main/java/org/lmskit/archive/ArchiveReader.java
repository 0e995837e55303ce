package org.lmskit.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;

/** Reads the lines of an archive one by one, and keeps the digest of those before the last. */
final class ArchiveReader {
  private final InputStream in;
  private final MessageDigest digest = Sha256.newDigest();
  private Sha256 before = Sha256.of(new byte[0]);
  private long number;

  /** @param in buffered */
  ArchiveReader(InputStream in) {
    this.in = in;
  }

  /** @throws RejectedException ARCHIVE_INCOMPLETE at the end; ARCHIVE_DAMAGED */
  ArchiveLine next() {
    byte[] line = line();
    number++;
    ArchiveLine read = parse(new String(line, StandardCharsets.UTF_8));
    if (read instanceof ArchiveLine.End) {
      before = Sha256.of(digest);
    } else {
      digest.update(line);
      digest.update((byte) '\n');
    }
    return read;
  }

  /** The digest of all lines before the last, once that was read. */
  Sha256 digest() {
    return before;
  }

  RejectedException damaged(String what) {
    return new RejectedException(
        ArchiveReason.ARCHIVE_DAMAGED, "line " + number + " of the archive: " + what);
  }

  private ArchiveLine parse(String line) {
    try {
      return ArchiveLine.JSON.read().apply(line);
    } catch (StoreFailureException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  private byte[] line() {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      for (int next = in.read(); next != '\n'; next = in.read()) {
        if (next < 0) {
          throw new RejectedException(
              ArchiveReason.ARCHIVE_INCOMPLETE, "the archive ends after line " + number);
        }
        line.write(next);
      }
    } catch (IOException e) {
      throw new StoreFailureException("the archive could not be read", e);
    }
    return line.toByteArray();
  }
}
