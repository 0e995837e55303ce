package org.lmskit.xapi.lrs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.StoreFailureException;
import org.lmskit.xapi.XapiException;

/** The lines of an archive, counted; attachments are read through it chunk by chunk. */
final class ArchiveLines {
  private static final String BYTES = "{\"bytes\":\"";
  private static final String BYTES_END = "\"}";

  private final BufferedReader in;
  private @Nullable String peeked;
  private long taken;

  ArchiveLines(InputStream in) {
    this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
  }

  /** The next line, or null at the end. */
  @Nullable
  String next() {
    String line = peek();
    peeked = null;
    taken += line == null ? 0 : 1;
    return line;
  }

  /** How many lines were taken. */
  long taken() {
    return taken;
  }

  void skip(long lines) {
    while (taken < lines && next() != null) {
      continue;
    }
  }

  /** The bytes of the lines that follow, up to the first line of another sort. */
  InputStream bytes() {
    return new Bytes();
  }

  /** Passes over what nobody read of an attachment. */
  void skipBytes() {
    for (String line = peek(); isBytes(line); line = peek()) {
      next();
    }
  }

  private static boolean isBytes(@Nullable String line) {
    return line != null && line.startsWith(BYTES) && line.endsWith(BYTES_END);
  }

  private @Nullable String peek() {
    if (peeked == null) {
      try {
        peeked = in.readLine();
      } catch (IOException e) {
        throw new StoreFailureException("the archive cannot be read behind line " + taken, e);
      }
    }
    return peeked;
  }

  private final class Bytes extends InputStream {
    private byte[] chunk = {};
    private int at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      while (at == chunk.length) {
        String line = peek();
        if (line == null || !isBytes(line)) {
          return -1;
        }
        next();
        chunk = decode(line.substring(BYTES.length(), line.length() - BYTES_END.length()));
        at = 0;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, buffer, offset, count);
      at += count;
      return count;
    }

    private byte[] decode(String base64) {
      try {
        return Base64.getDecoder().decode(base64);
      } catch (IllegalArgumentException e) {
        // not an IOException: the content store would take it for its own failure
        throw new XapiException(400, "line " + taken + " is not Base64", e);
      }
    }
  }
}
