package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lmskit.catalog.DayRule.Anchor;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.Appointments;

/** The days of a learner's employment from which drip and due days count, and what follows from their correction. */
final class Anchoring {
  private static final String CORRECTED = "paths, of corrected employment";

  private Anchoring() {}

  /** Something was heard of a learner's appointments. */
  static void heard(Operation op, LearnerKey learner) {
    op.gather(CORRECTED, learner.value(), (whom, at) -> correct(at, whom));
  }

  /** The days for an enrollment from a day on; without employment they are that day. */
  static Map<Anchor, LocalDate> of(List<Appointment> appointments, LocalDate from) {
    LocalDate first = appointments.stream()
        .filter(one -> one.holdsOn(from))
        .map(Appointment::from)
        .findFirst()
        .or(() -> appointments.stream()
            .map(Appointment::from)
            .filter(from::isBefore)
            .min(LocalDate::compareTo))
        .orElse(from);
    Map<Anchor, LocalDate> anchors = new EnumMap<>(Anchor.class);
    anchors.put(Anchor.HIRE, Appointments.hiredOn(appointments, from).orElse(first));
    anchors.put(Anchor.APPOINTMENT, first);
    return anchors;
  }

  private static void correct(Operation op, Set<String> learners) {
    List<String> all = List.copyOf(learners);
    for (int from = 0; from < all.size(); from += Query.MAX_VALUES) {
      List<String> some = all.subList(from, Math.min(all.size(), from + Query.MAX_VALUES));
      op.tx().list(Query.of(PathEnrollment.KIND).whereAny("learner", some)).stream()
          .filter(stored -> stored.value().open())
          .forEach(stored -> correct(op, stored));
    }
  }

  private static void correct(Operation op, Stored<PathEnrollment> stored) {
    PathEnrollment enrollment = stored.value();
    PathEnrollments.anchor(
        op, stored, of(Appointments.of(op.tx(), enrollment.learner()), enrollment.startedOn()));
  }
}
