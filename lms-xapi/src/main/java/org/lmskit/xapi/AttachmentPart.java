package org.lmskit.xapi;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/**
 * The bytes of an attachment on their way into a store.
 *
 * @param sha2 the hash that its sender claims, hexadecimal
 * @param contentType its media type
 * @param bytes can be read once
 */
public record AttachmentPart(String sha2, String contentType, InputStream bytes) {
  /** @throws XapiException 400 if the hash or the media type has control characters, which no header can have */
  public AttachmentPart {
    requirePrintable(sha2);
    requirePrintable(contentType);
  }

  private static void requirePrintable(String value) {
    if (value.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw XapiException.badRequest("an attachment has a header with control characters");
    }
  }

  /** An attachment that is in memory. */
  public static AttachmentPart of(Attachment attachment, byte[] bytes) {
    return new AttachmentPart(
        attachment.sha2(), attachment.contentType(), new ByteArrayInputStream(bytes));
  }
}
