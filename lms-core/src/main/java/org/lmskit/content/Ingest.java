package org.lmskit.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;

/** What is known of bytes once they were read: their digest and how many there were. */
record Ingest(Sha256 hash, long size) {
  private static final int BUFFER = 1 << 16;

  /** A buffer for content of so many bytes at most: this one if it is large enough. */
  static byte[] buffer(byte[] known, long limit) {
    int size = (int) Math.max(1, Math.min(limit, BUFFER));
    return known.length < size ? new byte[size] : known;
  }

  /**
   * Copies all bytes.
   *
   * @param buffer what they pass through
   * @throws StoreFailureException if there are more than the limit, or reading or writing fails
   */
  static Ingest copy(InputStream in, OutputStream out, long limit, byte[] buffer) {
    MessageDigest digest = Sha256.newDigest();
    long size = 0;
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        size += n;
        if (size > limit) {
          throw new StoreFailureException("content of more than " + limit + " bytes", null);
        }
        digest.update(buffer, 0, n);
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      throw new StoreFailureException("content could not be stored after " + size + " bytes", e);
    }
    return new Ingest(Sha256.of(digest), size);
  }

  /** Refuses a part that begins outside of a blob. */
  static void checkRange(long from, long length, long size) {
    if (from < 0 || from > size || length < 0) {
      throw new IllegalArgumentException(
          "a part of " + length + " bytes from " + from + " of " + size);
    }
  }
}
