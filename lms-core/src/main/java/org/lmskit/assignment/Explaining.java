package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Evaluation;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.store.Stored;

/** Says why a duty stands where it stands. */
final class Explaining {
  private Explaining() {}

  static Optional<Explanation> of(Library library, Known known, Subject subject, LocalDate day) {
    Timeline timeline = LearnerDuties.of(library, known, LocalDate.MIN).get(subject);
    if (timeline == null) {
      return Optional.empty();
    }
    Stored<Assignment> stored = known.told().get(subject);
    List<Decision> decisions =
        stored == null ? List.of() : LearnerDuties.inOrder(stored.value().decisions());
    return timeline
        .on(day)
        .map(situation -> new Explanation(
            subject,
            situation,
            situation.reasons().stream()
                .map(reason -> because(library, reason, situation, decisions))
                .toList(),
            decisions.stream().filter(one -> !one.day().isAfter(day)).toList(),
            remaining(library, known, subject)));
  }

  private static Explanation.Because because(
      Library library, LiveReason reason, Situation situation, List<Decision> decisions) {
    boolean rules = situation.reasons().stream()
        .flatMap(other -> other.dueOn().stream())
        .min(LocalDate::compareTo)
        .equals(reason.dueOn());
    if (reason.cause() instanceof Cause.ByRule by) {
      return library.rules().all().stream()
          .filter(applied -> applied.book().id().equals(by.rule()))
          .map(applied -> Membership.inForce(applied.versions(), reason.since()))
          .filter(version -> version != null)
          .findFirst()
          .map(version -> new Explanation.Because(
              reason, version.rule().dueOrNull(), version.rule().allowance(), rules))
          .orElseThrow();
    }
    if (reason.cause() instanceof Cause.ByPath by) {
      DayRule due = library
          .path(by.path())
          .flatMap(path -> path.find(by.step()).map(step -> PathDuties.due(path, step)))
          .orElse(null);
      return new Explanation.Because(reason, due, Allowance.FROM_EFFECTIVE, rules);
    }
    return new Explanation.Because(
        reason, given(decisions, reason.since()), Allowance.FROM_EFFECTIVE, rules);
  }

  private static @Nullable DayRule given(List<Decision> decisions, LocalDate since) {
    return decisions.stream()
        .filter(one -> one.kind() == Decision.Kind.ASSIGN && one.day().equals(since))
        .findFirst()
        .map(Decision::dueOrNull)
        .orElse(null);
  }

  private static @Nullable Evaluation remaining(Library library, Known known, Subject subject) {
    List<CourseId> courses = library.coursesOf(subject);
    return known.enrollments().stream()
        .filter(one -> one.open() && courses.contains(one.course()))
        .findFirst()
        .map(Enrollment::evaluation)
        .orElse(null);
  }
}
