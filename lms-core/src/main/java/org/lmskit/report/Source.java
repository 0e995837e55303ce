package org.lmskit.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lmskit.assignment.Member;
import org.lmskit.assignment.Population;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Scope;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learner;

/**
 * What one reading of a report has at hand.
 *
 * @param asking what packages know of the snapshot
 * @param zone of the tenant
 * @param now the present
 * @param today its day in that zone
 * @param visible whom the principal may see
 */
record Source(Asking asking, ZoneId zone, Instant now, LocalDate today, Visible visible) {
  /** How many records are gone through together. */
  static final int TOGETHER = 500;

  static <T> T read(Scope scope, String action, String subject, Function<Source, T> work) {
    return scope.ask(action, subject, asking -> work.apply(of(scope, action, asking)));
  }

  /** A report that is read when it is asked for; whether the principal may is asked now. */
  static <R> Report<R> report(
      Scope scope, String action, String subject, List<Column<R>> columns, Rows<R> rows) {
    scope.require(action, subject);
    return new Report<>(
        columns,
        visitor -> read(scope, action, subject, source -> {
          rows.each(source, visitor);
          return true;
        }));
  }

  /** Where the rows of a report come from. */
  interface Rows<R> {
    void each(Source source, Consumer<R> visitor);
  }

  private static Source of(Scope scope, String action, Asking asking) {
    ZoneId zone = scope.engine().zone().apply(scope.tenant());
    Instant now = scope.engine().now();
    return new Source(
        asking, zone, now, LocalDate.ofInstant(now, zone), new Visible(scope, action));
  }

  /** The snapshot. */
  Reader reader() {
    return asking.reader();
  }

  Population population() {
    return new Population(asking, zone, today);
  }

  static List<String> keys(Collection<Member> members) {
    return members.stream().map(member -> member.key().value()).toList();
  }

  /** The enrollments of some people, at most 1,000, by learner; each the oldest first. */
  Map<LearnerKey, List<Enrollment>> enrollments(Collection<Member> members) {
    return reader().list(Query.of(Enrollment.KIND).whereAny("learner", keys(members))).stream()
        .map(Stored::value)
        .collect(Collectors.groupingBy(Enrollment::learner));
  }

  /** An enrollment of somebody who may be seen. */
  record Taken(Enrollment enrollment, Learner learner) {}

  /** Visits all enrollments on a course of people who may be seen, the oldest first. */
  void enrollments(CourseId course, BiConsumer<Enrollment, Learner> visitor) {
    enrollmentsTogether(
        course, all -> all.forEach(one -> visitor.accept(one.enrollment(), one.learner())));
  }

  /** Visits them in parts of at most {@link #TOGETHER}. */
  void enrollmentsTogether(CourseId course, Consumer<List<Taken>> visitor) {
    List<Enrollment> together = new ArrayList<>();
    reader().each(Query.of(Enrollment.KIND).where("course", course.value()), stored -> {
      together.add(stored.value());
      if (together.size() == TOGETHER) {
        visitor.accept(seen(together));
        together.clear();
      }
    });
    visitor.accept(seen(together));
  }

  private List<Taken> seen(List<Enrollment> enrollments) {
    Map<LearnerKey, Learner> seen =
        visible.of(reader(), enrollments.stream().map(Enrollment::learner).toList());
    List<Taken> taken = new ArrayList<>();
    for (Enrollment enrollment : enrollments) {
      Learner learner = seen.get(enrollment.learner());
      if (learner != null) {
        taken.add(new Taken(enrollment, learner));
      }
    }
    return taken;
  }
}
