package org.lmskit.store;

/** Orders text as its UTF-8 bytes, which is how stores compare it; String compares UTF-16 units. */
public final class TextOrder {
  private TextOrder() {}

  /** Negative, zero or positive, as the first comes before, is or comes after the second. */
  public static int compare(String a, String b) {
    int shared = Math.min(a.length(), b.length());
    for (int i = 0; i < shared; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x != y) {
        return Integer.compare(rank(x), rank(y));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  /** Surrogates stand for code points above all others. */
  private static int rank(char unit) {
    return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
  }
}
