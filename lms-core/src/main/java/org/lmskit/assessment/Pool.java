package org.lmskit.assessment;

import java.util.Arrays;
import java.util.List;
import org.lmskit.assessment.item.ItemId;

/**
 * Items of which an attempt gets all, or some at random.
 *
 * @param items the candidates
 * @param draw how many an attempt gets; 0 for all of them, in this order
 */
public record Pool(List<ItemId> items, int draw) {
  /** @throws IllegalArgumentException if the number is negative */
  public Pool {
    if (draw < 0) {
      throw new IllegalArgumentException("a draw of " + draw);
    }
    items = List.copyOf(items);
  }

  /** All of these, in this order. */
  public static Pool of(String... items) {
    return draw(0, items);
  }

  /** So many of these, at random. */
  public static Pool draw(int count, String... items) {
    return new Pool(Arrays.stream(items).map(ItemId::new).toList(), count);
  }
}
