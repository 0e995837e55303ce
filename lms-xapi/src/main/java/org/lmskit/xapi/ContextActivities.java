package org.lmskit.xapi;

import java.util.List;

/**
 * Activities that give a statement its meaning.
 *
 * @param parent what the object is a direct part of
 * @param grouping what it belongs to indirectly
 * @param category what classifies the statement, such as a profile
 * @param other what fits nowhere else
 * @see "xAPI 1.0.3 Data 2.4.6.2"
 */
public record ContextActivities(
    List<Activity> parent, List<Activity> grouping, List<Activity> category, List<Activity> other) {
  /** No activities. */
  public static final ContextActivities NONE =
      new ContextActivities(List.of(), List.of(), List.of(), List.of());

  /** Copies the lists. */
  public ContextActivities {
    parent = List.copyOf(parent);
    grouping = List.copyOf(grouping);
    category = List.copyOf(category);
    other = List.copyOf(other);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return parent.isEmpty() && grouping.isEmpty() && category.isEmpty() && other.isEmpty();
  }
}
