package org.lmskit.xapi;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A stored document.
 *
 * @param id the stateId or profileId
 * @param content what it says
 * @param updated when it was last changed
 * @param etag 40 hexadecimal digits, without the quotes that HTTP puts around it
 */
public record Document(String id, DocumentContent content, Instant updated, String etag) {
  /** A document whose etag is the SHA-1 of its bytes. */
  public static Document of(String id, DocumentContent content, Instant updated) {
    return new Document(id, content, updated, etagOf(content));
  }

  /** The SHA-1 of the bytes, 40 lower-case hexadecimal digits (xAPI 1.0.3 Communication 3.1). */
  public static String etagOf(DocumentContent content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(digest.digest(content.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
