package org.lmskit.learning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.Operation;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;

/** Units that no content type runs: a package above reports what happened as an attempt that began and ended there. */
public final class ExternalUnits {
  private ExternalUnits() {}

  /**
   * Reports an attempt on every unit of such content in the learner's newest enrollment on each course that he was enrolled on
   * by a day and has not completed: work is recorded whatever became of the enrollment. A unit that was tried as often as it
   * may be is left alone.
   *
   * @param content type and reference have to be equal
   * @param day the learner's civil day of what happened
   * @param facts what happened
   * @param occurredAt when, not after now
   */
  public static void report(
      Operation op,
      LearnerKey learner,
      UnitContent content,
      LocalDate day,
      List<Fact> facts,
      Instant occurredAt) {
    Map<CourseId, Enrollment> newest = new TreeMap<>(Comparator.comparing(CourseId::value));
    op.tx().list(Query.of(Enrollment.KIND).where("learner", learner.value())).stream()
        .map(Stored::value)
        .forEach(one -> newest.merge(one.course(), one, (a, b) -> a.cycle() > b.cycle() ? a : b));
    newest.values().stream()
        .filter(one -> one.completed().isEmpty())
        .filter(one -> !Appointments.dayOf(op, learner, one.openedAt()).isAfter(day))
        .forEach(one -> report(op, one, content, facts, occurredAt));
  }

  private static void report(
      Operation op, Enrollment enrollment, UnitContent content, List<Fact> facts, Instant at) {
    CourseVersion version =
        Catalog.version(op.tx(), enrollment.course(), enrollment.version()).orElseThrow();
    for (Unit unit : version.course().units()) {
      int tried = enrollment.unit(unit.id()).attemptCount();
      boolean mayTry = unit.maxAttempts() == 0 || tried < unit.maxAttempts();
      if (isOf(unit, content) && mayTry) {
        Attempts.record(op, enrollment.id(), unit.id(), facts, at);
      }
    }
  }

  private static boolean isOf(Unit unit, UnitContent content) {
    return unit.content().type().equals(content.type())
        && unit.content().reference().equals(content.reference());
  }
}
