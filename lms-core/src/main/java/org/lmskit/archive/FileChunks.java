package org.lmskit.archive;

import java.io.InputStream;
import java.util.Base64;

/** The bytes of one file, taken from the lines of an archive as they are read. */
final class FileChunks extends InputStream {
  private final ArchiveReader lines;
  private long left;
  private byte[] chunk = new byte[0];
  private int next;

  FileChunks(ArchiveReader lines, long size) {
    this.lines = lines;
    this.left = size;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    if (next == chunk.length && left == 0) {
      return -1;
    }
    if (next == chunk.length) {
      turn();
    }
    int count = Math.min(length, chunk.length - next);
    System.arraycopy(chunk, next, into, offset, count);
    next += count;
    return count;
  }

  private void turn() {
    if (!(lines.next() instanceof ArchiveLine.Chunk read)) {
      throw lines.damaged("a file lacks " + left + " bytes");
    }
    try {
      chunk = Base64.getDecoder().decode(read.base64());
    } catch (IllegalArgumentException e) {
      throw lines.damaged("not base64");
    }
    next = 0;
    left -= chunk.length;
    if (chunk.length == 0 || left < 0) {
      throw lines.damaged("a chunk of " + chunk.length + " bytes does not fit its file");
    }
  }
}
