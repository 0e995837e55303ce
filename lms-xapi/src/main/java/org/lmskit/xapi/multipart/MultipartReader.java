package org.lmskit.xapi.multipart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.XapiException;

/**
 * Reads {@code multipart/mixed} (RFC 2046 5.1) part by part, without holding a part in memory.
 *
 * @see "xAPI 1.0.3 Communication 1.5.2"
 */
public final class MultipartReader {
  private static final Pattern BOUNDARY = Pattern.compile(
      ";\\s*boundary=(?:\"([^\"]{1,70})\"|([^;\\s\"]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final int BUFFER = 16_384;
  private static final int MAX_HEADERS = 16_384;

  private final InputStream in;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean ended;
  private @Nullable PartStream current;

  /** A reader of a body whose Content-Type has this boundary. */
  public MultipartReader(InputStream in, String boundary) {
    this.in = in;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    // the first boundary may stand at the very beginning, as if a line had ended before it
    buffer[0] = '\r';
    buffer[1] = '\n';
    to = 2;
  }

  /**
   * The boundary in a Content-Type.
   *
   * @throws XapiException 400 if there is none
   */
  public static String boundary(String contentType) {
    Matcher matcher = BOUNDARY.matcher(contentType);
    if (!matcher.find())
      throw XapiException.badRequest("multipart/mixed comes with a boundary in Content-Type");
    String quoted = matcher.group(1);
    return quoted == null ? matcher.group(2) : quoted;
  }

  /**
   * One part.
   *
   * @param headers names in lower case
   * @param body ends where the part ends
   */
  public record Part(Map<String, String> headers, InputStream body) {
    /** A header by its name in lower case; empty if it is absent. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /**
   * The next part, after the rest of the one before was dropped; null at the end.
   *
   * @throws XapiException 400 if the body is broken
   * @throws IOException if it cannot be read
   */
  public @Nullable Part next() throws IOException {
    if (ended) return null;
    drop(current == null ? new PartStream(false) : current);
    if (isClosing()) {
      ended = true;
      return null;
    }
    Map<String, String> headers = headers();
    PartStream body = new PartStream(true);
    current = body;
    return new Part(headers, body);
  }

  private static void drop(InputStream rest) throws IOException {
    byte[] sink = new byte[BUFFER];
    int read = 0;
    while (read >= 0) read = rest.read(sink);
  }

  /** Reads what follows a boundary: two hyphens after the last one, else the end of the line. */
  private boolean isClosing() throws IOException {
    int first = one();
    int second = one();
    if (first == '-' && second == '-') return true;
    while (first == ' ' || first == '\t') {
      first = second;
      second = one();
    }
    if (first == '\r' && second == '\n') return false;
    throw broken("a boundary is not followed by the end of its line");
  }

  private Map<String, String> headers() throws IOException {
    Map<String, String> headers = new TreeMap<>();
    int left = MAX_HEADERS;
    for (String line = line(left); !line.isEmpty(); line = line(left)) {
      left -= line.length() + 2;
      int colon = line.indexOf(':');
      if (colon < 1) throw broken("a part has a header without a colon");
      headers.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 1).strip());
    }
    // the line end before the body may belong to the next boundary, if the body is empty
    from -= 2;
    return headers;
  }

  private String line(int limit) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = one(); c != '\r'; c = one()) {
      if (c == '\n' || line.length() >= limit)
        throw broken("the headers of a part are broken or too long");
      line.append((char) c);
    }
    if (one() != '\n') throw broken("the headers of a part are broken");
    return line.toString();
  }

  private int one() throws IOException {
    if (from == to && !fill()) throw broken("the body ends before the closing boundary");
    return buffer[from++] & 0xff;
  }

  /** Makes room, keeping the last two bytes that were read, and reads more; false at the end. */
  private boolean fill() throws IOException {
    int keep = Math.min(2, from);
    System.arraycopy(buffer, from - keep, buffer, 0, to - from + keep);
    to = to - from + keep;
    from = keep;
    int read = in.read(buffer, to, buffer.length - to);
    if (read > 0) to += read;
    return read > 0;
  }

  private static XapiException broken(String what) {
    return XapiException.badRequest("the multipart body is broken: " + what);
  }

  /** The bytes up to the next boundary, which is consumed with them. */
  private final class PartStream extends InputStream {
    private boolean afterHeaders;
    private boolean done;
    private int clean;

    PartStream(boolean afterHeaders) {
      this.afterHeaders = afterHeaders;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (done) return -1;
      if (length == 0) return 0;
      if (clean <= from) look();
      if (done) return -1;
      int count = Math.min(length, clean - from);
      System.arraycopy(buffer, from, bytes, offset, count);
      from += count;
      return count;
    }

    /** Finds up to where the buffer holds no boundary; takes a boundary that begins right here. */
    private void look() throws IOException {
      fillUp();
      int found = find();
      if (found != from && afterHeaders) {
        from += 2;
        fillUp();
        found = find();
      }
      afterHeaders = false;
      if (found == from) {
        from += delimiter.length;
        done = true;
      }
      clean = found < 0 ? to - delimiter.length + 1 : found;
    }

    private void fillUp() throws IOException {
      while (to - from < delimiter.length) {
        if (!fill()) throw broken("the body ends before the closing boundary");
      }
    }

    private int find() {
      for (int i = from; i <= to - delimiter.length; i++) {
        int k = 0;
        while (k < delimiter.length && buffer[i + k] == delimiter[k]) k++;
        if (k == delimiter.length) return i;
      }
      return -1;
    }
  }
}
