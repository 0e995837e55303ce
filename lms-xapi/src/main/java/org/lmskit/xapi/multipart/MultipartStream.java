package org.lmskit.xapi.multipart;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.AttachmentPart;

/**
 * Statements and their attachments as one {@code multipart/mixed} body, read from the attachments while
 * it is sent.
 *
 * @see "xAPI 1.0.3 Communication 1.5.2"
 */
public final class MultipartStream extends InputStream {
  private static final String LINE = "\r\n";

  private final String boundary;
  private final Iterator<AttachmentPart> attachments;
  private InputStream head;
  private InputStream body = InputStream.nullInputStream();
  private boolean ended;

  /** A body of these parts; the attachments are consumed once. */
  public MultipartStream(String json, Iterator<AttachmentPart> attachments) {
    // a hash over the statements, which name the hash of every attachment: no content can hold its
    // own
    this.boundary =
        "lmskit-" + Sha256.of(json.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 40);
    this.attachments = attachments;
    this.head =
        text("--" + boundary + LINE + "Content-Type: application/json" + LINE + LINE + json);
  }

  /** The Content-Type of the request. */
  public String contentType() {
    return "multipart/mixed; boundary=" + boundary;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) return 0;
    while (true) {
      int read = head.read(bytes, offset, length);
      if (read < 0) read = body.read(bytes, offset, length);
      if (read >= 0) return read;
      body.close();
      if (ended) return -1;
      advance();
    }
  }

  private void advance() {
    if (attachments.hasNext()) {
      AttachmentPart part = attachments.next();
      head = text(headers(part));
      body = part.bytes();
    } else {
      ended = true;
      head = text(LINE + "--" + boundary + "--" + LINE);
      body = InputStream.nullInputStream();
    }
  }

  private String headers(AttachmentPart part) {
    return LINE
        + ("--" + boundary + LINE)
        + ("Content-Type: " + part.contentType() + LINE)
        + ("Content-Transfer-Encoding: binary" + LINE)
        + ("X-Experience-API-Hash: " + part.sha2() + LINE + LINE);
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
