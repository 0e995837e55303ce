package org.lmskit.scorm.sequencing;

import java.util.Arrays;
import java.util.List;

/**
 * The available children of a cluster after selection and randomization, by their positions in the
 * manifest.
 */
final class ChildOrder {
  private final int[] order;
  private final int[] places;

  ChildOrder(int[] order, int childCount) {
    this.order = order.clone();
    this.places = new int[childCount];
    Arrays.fill(places, -1);
    for (int i = 0; i < order.length; i++) {
      places[order[i]] = i;
    }
  }

  int size() {
    return order.length;
  }

  /** Position in the manifest of the child at this place. */
  int at(int place) {
    return order[place];
  }

  /** Place of the child with this position in the manifest; -1 if it was not selected. */
  int placeOf(int position) {
    return places[position];
  }

  List<Integer> positions() {
    return Arrays.stream(order).boxed().toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChildOrder that && Arrays.equals(order, that.order);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(order);
  }
}
