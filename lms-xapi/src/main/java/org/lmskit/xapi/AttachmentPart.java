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
  /** An attachment that is in memory. */
  public static AttachmentPart of(Attachment attachment, byte[] bytes) {
    return new AttachmentPart(
        attachment.sha2(), attachment.contentType(), new ByteArrayInputStream(bytes));
  }
}
