package org.lmskit.xapi.json;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** UUIDs in their standard form (RFC 4122 3), which {@link UUID#fromString} does not insist on. */
public final class Uuids {
  private Uuids() {}

  /** The UUID of a text of 36 characters; null if it is not in the standard form. Case does not matter. */
  public static @Nullable UUID parse(String text) {
    if (text.length() != 36) return null;
    long high = 0;
    long low = 0;
    for (int i = 0; i < 36; i++) {
      char c = text.charAt(i);
      if (i == 8 || i == 13 || i == 18 || i == 23) {
        if (c != '-') return null;
        continue;
      }
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) return null;
      if (i < 18) high = high << 4 | digit;
      else low = low << 4 | digit;
    }
    return new UUID(high, low);
  }
}
