package org.lmskit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.OptionalLong;

/** The body of a response: small bytes, or a stream that is written when the headers are out. */
public final class HttpBody {
  /** Nothing: a response that has no body. */
  public static final HttpBody EMPTY = of(new byte[0]);

  private final OptionalLong length;
  private final Writer writer;

  private HttpBody(OptionalLong length, Writer writer) {
    this.length = length;
    this.writer = writer;
  }

  /** Writes a body. */
  @FunctionalInterface
  public interface Writer {
    /**
     * Writes all of it; does not close the stream.
     *
     * @throws IOException if it cannot be read or sent; the connection is cut, so that the client
     *     does not take half of it for the whole
     */
    void writeTo(OutputStream out) throws IOException;
  }

  /** Opens the source of a body. */
  @FunctionalInterface
  public interface Source {
    /** The stream, which the caller closes. */
    InputStream open() throws IOException;
  }

  /** These bytes. */
  public static HttpBody of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new HttpBody(OptionalLong.of(copy.length), out -> out.write(copy));
  }

  /** What the writer writes; its length is not known before. */
  public static HttpBody streaming(Writer writer) {
    return new HttpBody(OptionalLong.empty(), writer);
  }

  /**
   * What the source holds, opened only if it is sent.
   *
   * @param length in bytes, exactly
   */
  public static HttpBody from(Source source, long length) {
    return new HttpBody(OptionalLong.of(length), out -> copy(source, out));
  }

  /** The length in bytes, if it is known. */
  public OptionalLong length() {
    return length;
  }

  /** Writes all of it; see {@link Writer#writeTo}. */
  public void writeTo(OutputStream out) throws IOException {
    writer.writeTo(out);
  }

  /** All of it in memory, for tests and small bodies. */
  public byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writeTo(out);
    return out.toByteArray();
  }

  private static void copy(Source source, OutputStream out) throws IOException {
    try (InputStream in = source.open()) {
      in.transferTo(out);
    }
  }
}
