package org.lmskit.workforce;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;

/** The lines of some people that are taken together. */
record FeedBatch(List<List<FeedLine>> people) {
  /** Settles who they are, so that all that is known of them is read at once and not line by line. */
  void prepare(Operation op) {
    Set<LearnerId> learners = learners();
    op.tx().foresee(Learner.KIND, learners.stream().map(LearnerId::value).toList());
    op.catchUp(Learners.known(op.tx(), learners));
    people.forEach(lines -> register(op, lines));
    Collection<LearnerKey> keys = Learners.keysOf(op, learners).values();
    Appointments.foresee(op.tx(), keys);
    op.tx()
        .foresee(
            Appointment.KIND,
            lines(FeedLine.Appoint.class).map(line -> line.entry().id().value()).toList());
    op.tx().foresee(GroupMembership.KIND, memberships(op));
  }

  /** All of whom the lines tell, and those whom they name as managers. */
  private Set<LearnerId> learners() {
    Set<LearnerId> learners = new LinkedHashSet<>();
    people.forEach(lines -> learners.add(Feed.whose(lines.get(0)).orElseThrow()));
    lines(FeedLine.Appoint.class)
        .map(line -> line.entry().managerOrNull())
        .filter(Objects::nonNull)
        .forEach(learners::add);
    return learners;
  }

  /** Whom nobody mentioned before begins as his first line says. */
  private static void register(Operation op, List<FeedLine> lines) {
    lines.stream()
        .filter(line -> !(line instanceof FeedLine.Appoint))
        .findFirst()
        .filter(FeedLine.Person.class::isInstance)
        .map(FeedLine.Person.class::cast)
        .filter(person -> op.tx().find(Learner.KIND, person.learner().value()).isEmpty())
        .ifPresent(person -> Learners.register(op, person.learner(), person.profile()));
  }

  private List<String> memberships(Operation op) {
    return lines(FeedLine.Standing.class)
        .flatMap(line -> Stream.concat(line.joins().stream(), line.leaves().stream())
            .map(group -> GroupMembership.id(Learners.keyOf(op, line.learner()), group)))
        .toList();
  }

  private <L extends FeedLine> Stream<L> lines(Class<L> type) {
    return people.stream().flatMap(List::stream).filter(type::isInstance).map(type::cast);
  }
}
