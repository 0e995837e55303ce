package org.lmskit.xapi.json;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs in their standard form (RFC 4122 3), which {@link UUID#fromString} does not insist on. */
public final class Uuids {
  private static final byte[] DIGITS = digits();

  private Uuids() {}

  /** The UUID of a text of 36 characters; null if it is not in the standard form. Case does not matter. */
  public static @Nullable UUID parse(String text) {
    if (text.length() != 36) return null;
    if (text.charAt(8) != '-' || text.charAt(13) != '-') return null;
    if (text.charAt(18) != '-' || text.charAt(23) != '-') return null;
    long first = number(text, 0, 8);
    long second = number(text, 9, 13);
    long third = number(text, 14, 18);
    long fourth = number(text, 19, 23);
    long last = number(text, 24, 36);
    if ((first | second | third | fourth | last) < 0) return null;
    return new UUID(first << 32 | second << 16 | third, fourth << 48 | last);
  }

  /** The number that hexadecimal digits write, at most 12 of them; negative if one is no such digit. */
  private static long number(String text, int from, int to) {
    long number = 0;
    int wrong = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      int digit = c < DIGITS.length ? DIGITS[c] : -1;
      wrong |= digit;
      number = number << 4 | digit;
    }
    return wrong < 0 ? -1 : number;
  }

  private static byte[] digits() {
    byte[] digits = new byte[128];
    for (int c = 0; c < digits.length; c++) digits[c] = (byte) Character.digit(c, 16);
    return digits;
  }
}
