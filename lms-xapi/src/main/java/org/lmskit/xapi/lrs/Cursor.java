package org.lmskit.xapi.lrs;

import org.lmskit.xapi.XapiException;

/**
 * Where the next page begins.
 *
 * @param upTo the newest position that belongs to the result, fixed with the first page
 * @param behind the position behind which the page begins, in the order of the query
 */
record Cursor(long upTo, long behind) {
  private static final int RADIX = 36;

  /** @throws XapiException 400 if it is none that was given out */
  static Cursor parse(String text) {
    String[] parts = text.split("\\.", -1);
    try {
      if (parts.length == 2) {
        return new Cursor(Long.parseLong(parts[0], RADIX), Long.parseLong(parts[1], RADIX));
      }
    } catch (NumberFormatException e) {
      throw new XapiException(400, "not a cursor of this store: " + text, e);
    }
    throw XapiException.badRequest("not a cursor of this store: " + text);
  }

  @Override
  public String toString() {
    return Long.toString(upTo, RADIX) + '.' + Long.toString(behind, RADIX);
  }
}
