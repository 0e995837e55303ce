package org.lmskit.xapi.lrs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.lmskit.content.Blob;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;

/**
 * Where the bytes of a document will be.
 *
 * @param content the bytes
 * @param blob where they are if they are many; null if they go into the record
 */
record Held(DocumentContent content, @Nullable Blob blob) {
  DocumentRecord record(DocumentPlace place, Document document) {
    String text = blob == null ? utf8(content.bytes()) : null;
    boolean binary = blob == null && text == null;
    return new DocumentRecord(
        place.key(),
        place.set(),
        place.registered(),
        place.agent(),
        place.documentId(),
        content.contentType(),
        document.updated(),
        document.etag(),
        text,
        binary ? Base64.getEncoder().encodeToString(content.bytes()) : null,
        blob == null ? null : blob.hash(),
        content.length());
  }

  /** The bytes of a record that holds them itself. */
  static byte[] inline(DocumentRecord record) {
    if (record.text() != null) {
      return record.text().getBytes(StandardCharsets.UTF_8);
    }
    return record.base64() == null ? new byte[0] : Base64.getDecoder().decode(record.base64());
  }

  private static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }
}
