package org.lmskit.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lmskit.assessment.gradebook.Gradebook;
import org.lmskit.assessment.gradebook.GradebookColumn;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.Rational;
import org.lmskit.model.Score;

/** The scores of a course. */
record Scores(CourseId course) {
  void each(Source of, Consumer<ScoreRow> visitor) {
    of.enrollmentsTogether(course, all -> {
      Shares shares = Shares.of(of.reader(), all);
      for (Source.Taken one : all) {
        for (UnitResult result : one.enrollment().units()) {
          result.score().ifPresent(score -> visitor.accept(row(one, result, score, shares)));
        }
      }
    });
  }

  private static ScoreRow row(Source.Taken one, UnitResult result, Score score, Shares shares) {
    return new ScoreRow(
        one.learner().id(),
        one.learner().profile().name(),
        one.enrollment().id(),
        result.unit(),
        result.attemptCount(),
        result.success(),
        score,
        shares.counting(one.enrollment().id(), result).orElse(null));
  }

  void grades(Source of, Gradebook book, Consumer<GradeRow> visitor) {
    Set<String> wanted =
        book.columns().stream().map(GradebookColumn::id).collect(Collectors.toSet());
    of.enrollmentsTogether(course, all -> {
      Shares shares = Shares.of(of.reader(), all);
      all.forEach(one -> visitor.accept(grade(one, book, wanted, shares)));
    });
  }

  private static GradeRow grade(
      Source.Taken one, Gradebook book, Set<String> wanted, Shares shares) {
    EnrollmentId enrollment = one.enrollment().id();
    Map<String, Rational> grades = new HashMap<>();
    for (UnitResult result : one.enrollment().units()) {
      if (wanted.contains(result.unit().value())) {
        shares
            .counting(enrollment, result)
            .ifPresent(share -> grades.put(result.unit().value(), share));
      }
    }
    return new GradeRow(
        one.learner().id(), one.learner().profile().name(), enrollment, grades, book.grade(grades));
  }

  /** How long was worked on each unit. */
  void times(Source of, Consumer<TimeRow> visitor) {
    of.enrollments(
        course,
        (enrollment, learner) -> enrollment
            .units()
            .forEach(result -> visitor.accept(new TimeRow(
                learner.id(),
                learner.profile().name(),
                enrollment.id(),
                enrollment.cycle(),
                result.unit(),
                result.timeOnTask(),
                enrollment.timeOnTask()))));
  }
}
