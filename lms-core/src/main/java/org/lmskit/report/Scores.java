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
import org.lmskit.model.Rational;

/** The scores of a course. */
record Scores(CourseId course) {
  void each(Source of, Consumer<ScoreRow> visitor) {
    of.enrollments(
        course,
        (enrollment, learner) -> enrollment
            .units()
            .forEach(result -> result
                .score()
                .ifPresent(score -> visitor.accept(new ScoreRow(
                    learner.id(),
                    learner.profile().name(),
                    enrollment.id(),
                    result.unit(),
                    result.attemptCount(),
                    result.success(),
                    score,
                    ScoreRow.shareOf(score).orElse(null))))));
  }

  void grades(Source of, Gradebook book, Consumer<GradeRow> visitor) {
    Set<String> wanted =
        book.columns().stream().map(GradebookColumn::id).collect(Collectors.toSet());
    of.enrollments(course, (enrollment, learner) -> {
      Map<String, Rational> grades = new HashMap<>();
      for (UnitResult result : enrollment.units()) {
        if (wanted.contains(result.unit().value())) {
          result
              .score()
              .flatMap(ScoreRow::shareOf)
              .ifPresent(share -> grades.put(result.unit().value(), share));
        }
      }
      visitor.accept(new GradeRow(
          learner.id(), learner.profile().name(), enrollment.id(), grades, book.grade(grades)));
    });
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
