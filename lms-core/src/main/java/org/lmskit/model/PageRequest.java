package org.lmskit.model;

/**
 * Which page of a list is wanted.
 *
 * @param limit the most items, 1 to 1,000
 * @param after where the page begins, as an earlier page said it; empty for the first page
 */
public record PageRequest(int limit, String after) {
  /** The longest page. */
  public static final int MAX_LIMIT = 1_000;

  /** @throws IllegalArgumentException if the limit is outside 1 to 1,000 */
  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new IllegalArgumentException("a page of " + limit + " items, not 1 to " + MAX_LIMIT);
    }
  }

  /** The first page. */
  public static PageRequest first(int limit) {
    return new PageRequest(limit, "");
  }
}
