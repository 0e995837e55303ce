package org.lmskit.xapi;

import java.io.InputStream;
import java.util.function.Supplier;

/**
 * The bytes of an attachment as a store returns them.
 *
 * @param sha2 the hash in the statement
 * @param contentType its media type
 * @param length its length in bytes
 * @param opener opens the bytes; the caller closes the stream
 */
public record AttachmentContent(
    String sha2, String contentType, long length, Supplier<InputStream> opener) {
  /** Opens the bytes; the caller closes the stream. */
  public InputStream open() {
    return opener.get();
  }
}
