package org.lmskit.xapi.json;

/**
 * How large a JSON text may be.
 *
 * @param nesting how deep objects and arrays may nest, at least 10
 * @param statements how many statements a batch may have, at least 1
 * @param numberLength how many characters a number may have, at least 20
 */
public record JsonLimits(int nesting, int statements, int numberLength) {
  /** 64 deep, 10,000 statements, numbers of 400 characters. */
  public static final JsonLimits DEFAULT = new JsonLimits(64, 10_000, 400);

  /** @throws IllegalArgumentException if a limit is too small to store anything */
  public JsonLimits {
    if (nesting < 10 || statements < 1 || numberLength < 20) {
      throw new IllegalArgumentException(
          "limits too small: " + nesting + ", " + statements + ", " + numberLength);
    }
  }
}
