package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Rebuilt;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.GroupMembership.Change;
import org.lmskit.workforce.WorkforceEvent.GroupMembershipChanged;

/** Who belongs to which group on which day, for the packages above too. */
public final class Groups {
  private Groups() {}

  /** All memberships of a person, past and future, by group. */
  public static List<GroupMembership> of(Reader reader, LearnerKey learner) {
    return list(reader, "learner", learner.value());
  }

  /** The groups of a person on a day, sorted. */
  public static List<GroupId> on(Reader reader, LearnerKey learner, LocalDate day) {
    return of(reader, learner).stream()
        .filter(one -> one.holdsOn(day))
        .map(GroupMembership::group)
        .toList();
  }

  /** Those who belong to a group on a day, sorted. */
  public static List<LearnerKey> members(Reader reader, GroupId group, LocalDate day) {
    return list(reader, "group_id", group.value()).stream()
        .filter(one -> one.holdsOn(day))
        .map(GroupMembership::learner)
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .toList();
  }

  static GroupMembership change(Operation op, LearnerId id, GroupId group, Change change) {
    LearnerKey learner = Learners.keyOf(op, id);
    Optional<Stored<GroupMembership>> stored =
        op.tx().find(GroupMembership.KIND, GroupMembership.id(learner, group));
    if (stored.filter(s -> s.value().changes().contains(change)).isPresent()) {
      return stored.get().value();
    }
    GroupMembershipChanged event =
        new GroupMembershipChanged(op.header(change.from()), learner, group, change.member());
    GroupMembership next = after(event, stored.map(Stored::value));
    stored.ifPresentOrElse(
        s -> op.tx().update(s, next), () -> op.tx().insert(GroupMembership.KIND, next));
    op.record(event);
    return next;
  }

  static void project(GroupMembershipChanged event, Rebuilt records) {
    String id = GroupMembership.id(event.learner(), event.group());
    records.put(GroupMembership.KIND, after(event, records.find(GroupMembership.KIND, id)));
  }

  private static GroupMembership after(
      GroupMembershipChanged event, Optional<GroupMembership> before) {
    return before
        .orElseGet(() -> new GroupMembership(event.learner(), event.group(), List.of()))
        .with(new Change(event.effectiveOn(), event.member()));
  }

  private static List<GroupMembership> list(Reader reader, String index, String value) {
    return reader.list(Query.of(GroupMembership.KIND).where(index, value)).stream()
        .map(Stored::value)
        .sorted((a, b) -> a.group().value().compareTo(b.group().value()))
        .toList();
  }
}
