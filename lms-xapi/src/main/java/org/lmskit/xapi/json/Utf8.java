package org.lmskit.xapi.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are UTF-8 (RFC 3629), as JSON on the wire has to be. */
final class Utf8 {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  private Utf8() {}

  static boolean isValid(byte[] bytes) {
    int i = endOfPlainEights(bytes);
    while (i < bytes.length && bytes[i] > 0) i++;
    if (i == bytes.length) return true;
    if (i < 4 && bytes[i] == 0) return false;
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /** How far the text is ASCII without NUL, in steps of eight bytes. */
  private static int endOfPlainEights(byte[] bytes) {
    int i = 0;
    for (; i + 8 <= bytes.length; i += 8) {
      long eight = (long) LONGS.get(bytes, i);
      if (((eight | eight - ONES) & HIGHS) != 0) break;
    }
    return i;
  }
}
