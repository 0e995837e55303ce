package org.lmskit.xapi;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What a document says: bytes of some media type. Immutable. */
public final class DocumentContent {
  private final String contentType;
  private final byte[] bytes;

  /**
   * Bytes of a media type; they are copied.
   *
   * @throws IllegalArgumentException if the media type has control characters, which no header can have
   */
  public DocumentContent(String contentType, byte[] bytes) {
    if (contentType.chars().anyMatch(c -> c < ' ' && c != '\t' || c == 0x7f)) {
      throw new IllegalArgumentException("a media type with control characters: " + contentType);
    }
    this.contentType = contentType;
    this.bytes = bytes.clone();
  }

  /** A JSON document. */
  public static DocumentContent json(String text) {
    return new DocumentContent("application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  /** The media type. */
  public String contentType() {
    return contentType;
  }

  /** Whether the media type is {@code application/json}, with or without parameters. */
  public boolean isJson() {
    int end = contentType.indexOf(';');
    String type = end < 0 ? contentType : contentType.substring(0, end);
    return type.trim().equalsIgnoreCase("application/json");
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes as UTF-8 text. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The number of bytes. */
  public int length() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DocumentContent that
        && contentType.equals(that.contentType)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * contentType.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return contentType + ", " + bytes.length + " bytes";
  }
}
