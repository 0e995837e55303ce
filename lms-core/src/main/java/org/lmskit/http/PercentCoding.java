package org.lmskit.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding, RFC 3986, 2.1, of UTF-8 text. */
final class PercentCoding {
  private static final String UNRESERVED = "-._~";
  private static final String HEX = "0123456789ABCDEF";

  private PercentCoding() {}

  /**
   * Decodes strictly.
   *
   * @param plusIsSpace true for form data and queries
   * @throws HttpException 400 if an escape is incomplete or the bytes are not UTF-8
   */
  static String decode(String text, boolean plusIsSpace) {
    if (text.indexOf('%') < 0 && (!plusIsSpace || text.indexOf('+') < 0)) {
      return text;
    }
    byte[] source = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes = ByteBuffer.allocate(source.length);
    for (int at = 0; at < source.length; at++) {
      if (source[at] == '%') {
        bytes.put((byte) (digit(source, at + 1) << 4 | digit(source, at + 2)));
        at += 2;
      } else {
        bytes.put(plusIsSpace && source[at] == '+' ? (byte) ' ' : source[at]);
      }
    }
    return utf8(bytes.flip());
  }

  /** Encodes everything that is not unreserved. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved(b)) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.charAt(b >> 4 & 15)).append(HEX.charAt(b & 15));
      }
    }
    return out.toString();
  }

  private static boolean isUnreserved(byte b) {
    return b >= 'a' && b <= 'z'
        || b >= 'A' && b <= 'Z'
        || b >= '0' && b <= '9'
        || UNRESERVED.indexOf(b) >= 0;
  }

  private static int digit(byte[] source, int at) {
    int digit = at < source.length ? Character.digit(source[at], 16) : -1;
    if (digit < 0) {
      throw new HttpException(400, "an escape in the address is not % and two hexadecimal digits");
    }
    return digit;
  }

  private static String utf8(ByteBuffer bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new HttpException(400, "the address is not UTF-8");
    }
  }
}
