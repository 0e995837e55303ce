package org.lmskit.path.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.learning.Completed;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Enrollments;
import org.lmskit.learning.Scores;
import org.lmskit.learning.Success;
import org.lmskit.model.CourseId;
import org.lmskit.model.Score;
import org.lmskit.path.PathId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** What enrollments say of courses and paths, for requirements that ask for them. */
public final class Leaves {
  private Leaves() {}

  static LeafAsked.Answer answer(LeafAsked asked, Asking asking) {
    Reader reader = asking.reader();
    Optional<Subject> subject = asked.leaf().subject();
    if (subject.filter(s -> s.kind() == Subject.Kind.COURSE).isPresent()) {
      return course(asked, new CourseId(subject.get().id()), reader);
    }
    if (subject.filter(s -> s.kind() == Subject.Kind.PATH).isPresent()) {
      return path(asked, new PathId(subject.get().id()), reader);
    }
    return LeafAsked.Answer.NOT_YET;
  }

  private static LeafAsked.Answer course(LeafAsked asked, CourseId course, Reader reader) {
    List<Enrollment> all = Enrollments.of(reader, asked.learner(), course);
    List<LocalDate> met = metOn(asked, all);
    boolean blocked = all.stream()
        .filter(Enrollment::open)
        .anyMatch(open -> open.evaluation().satisfaction() == Satisfaction.IMPOSSIBLE);
    return new LeafAsked.Answer(met, blocked);
  }

  /** The days on which a learner met with another course what is asked of one; for packages above. */
  public static List<LocalDate> metBy(LeafAsked asked, Reader reader, CourseId course) {
    return metOn(asked, Enrollments.of(reader, asked.learner(), course));
  }

  private static List<LocalDate> metOn(LeafAsked asked, List<Enrollment> all) {
    return all.stream()
        .flatMap(enrollment -> metOn(asked, enrollment).stream())
        .filter(day -> !day.isAfter(asked.day()))
        .toList();
  }

  private static Optional<LocalDate> metOn(LeafAsked asked, Enrollment enrollment) {
    Optional<Completed> completed = enrollment.completed();
    if (completed.isEmpty() || !(asked.leaf() instanceof Requirement.Passed passed)) {
      return completed.map(Completed::on);
    }
    BigDecimal least = passed.scoreOrNull();
    if (isPassed(completed.get().success(), completed.get().scoreOrNull(), least)) {
      return completed.map(Completed::on);
    }
    // done better after the course was completed: known since the day on which somebody asks
    return isPassed(enrollment.success(), enrollment.score().orElse(null), least)
        ? Optional.of(asked.day())
        : Optional.empty();
  }

  private static boolean isPassed(
      Success success, @Nullable Score score, @Nullable BigDecimal least) {
    if (least == null) {
      return success == Success.PASSED;
    }
    BigDecimal scaled = score == null ? null : Scores.scaled(score);
    return scaled != null && scaled.compareTo(least) >= 0;
  }

  private static LeafAsked.Answer path(LeafAsked asked, PathId path, Reader reader) {
    Query<PathEnrollment> all = Query.of(PathEnrollment.KIND)
        .where("learner", asked.learner().value())
        .where("path", path.value());
    return LeafAsked.Answer.met(reader.list(all).stream()
        .map(Stored::value)
        .flatMap(enrollment -> enrollment.completedOn().stream())
        .filter(day -> !day.isAfter(asked.day()))
        .toList());
  }
}
