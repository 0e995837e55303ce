package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;

/**
 * One person and one group over time. Each change holds until the next one; what is told of a day again replaces what was
 * told of it before, and everything else may be told in any order.
 *
 * @param learner who
 * @param group of what
 * @param changes sorted by their day
 */
public record GroupMembership(LearnerKey learner, GroupId group, List<Change> changes) {
  /** Memberships by person and group, found by either. */
  public static final Kind<GroupMembership> KIND = Kind.<GroupMembership>mutable(
          "group_membership", membership -> id(membership.learner(), membership.group()))
      .index("learner", membership -> membership.learner().value())
      .index("group_id", membership -> membership.group().value())
      .body(JsonBody.of(GroupMembership.class));

  /**
   * Whether someone belongs to a group from a day on.
   *
   * @param from the first day
   * @param member false if he no longer does
   */
  public record Change(LocalDate from, boolean member) {}

  /** Sorts the changes. */
  public GroupMembership {
    changes = changes.stream().sorted(Comparator.comparing(Change::from)).toList();
  }

  /** Whether he belongs to it on a day. */
  public boolean holdsOn(LocalDate day) {
    return changes.stream()
        .filter(change -> !change.from().isAfter(day))
        .reduce((first, second) -> second)
        .filter(Change::member)
        .isPresent();
  }

  GroupMembership with(Change change) {
    List<Change> next = new ArrayList<>(changes);
    next.removeIf(old -> old.from().equals(change.from()));
    next.add(change);
    return new GroupMembership(learner, group, next);
  }

  static String id(LearnerKey learner, GroupId group) {
    return learner.idWith(group.value());
  }
}
