package org.lmskit.recognition;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Scores;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Score;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.path.progress.Leaves;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** What counts as a course besides completing it: prior learning, and courses that are equivalent. */
final class Counting {
  private Counting() {}

  /** Prior learning of the course itself, and both sorts of completion of those that count as it. */
  static LeafAsked.Answer answer(LeafAsked asked, Asking asking) {
    Subject subject = asked.leaf().subject().orElseThrow();
    if (subject.kind() != Subject.Kind.COURSE) {
      return LeafAsked.Answer.NOT_YET;
    }
    CourseId course = new CourseId(subject.id());
    List<LocalDate> met = new ArrayList<>(met(asked, asking.reader(), course));
    for (CourseEquivalence one : naming(asking.reader(), "counts_as", course)) {
      one.current()
          .ifPresent(current -> current
              .countingAs(course)
              .ifPresent(other -> Stream.concat(
                      met(asked, asking.reader(), other).stream(),
                      Leaves.metBy(asked, asking.reader(), other).stream())
                  .filter(current::holdsFor)
                  .forEach(met::add)));
    }
    return LeafAsked.Answer.met(met);
  }

  /** All by which other courses ever counted as this one. */
  static List<Equivalency> countingAs(Reader reader, CourseId course) {
    return naming(reader, "counts_as", course).stream()
        .flatMap(CourseEquivalence::all)
        .filter(one -> one.countingAs(course).isPresent())
        .toList();
  }

  /** The courses as which one counts that was completed on a day, itself in front. */
  static List<CourseId> countsAs(Reader reader, CourseId course, LocalDate completedOn) {
    return Stream.concat(
            Stream.of(course),
            naming(reader, "course", course).stream()
                .flatMap(one -> one.current().stream())
                .filter(one -> one.holdsFor(completedOn))
                .flatMap(one -> one.target(course).stream()))
        .distinct()
        .toList();
  }

  /** All that counts by an equivalency, of everybody. */
  static List<Recognitions.Done> done(Reader reader, Equivalency by) {
    List<Recognitions.Done> all = new ArrayList<>();
    by.sources().map(CourseId::new).forEach(course -> {
      CourseId as = by.target(course).orElseThrow();
      reader.each(
          Query.of(Enrollment.KIND).where("course", course.value()),
          stored -> stored
              .value()
              .completed()
              .ifPresent(
                  done -> all.add(new Recognitions.Done(stored.value().learner(), as, done.on()))));
      reader.each(
          Query.of(PriorLearning.KIND).where("course", course.value()),
          stored -> all.add(
              new Recognitions.Done(stored.value().learner(), as, stored.value().on())));
    });
    all.removeIf(done -> !by.holdsFor(done.on()));
    return all;
  }

  /** What was recognised of a learner, by day. */
  static List<PriorLearning> prior(Reader reader, LearnerKey learner) {
    return reader.list(Query.of(PriorLearning.KIND).where("learner", learner.value())).stream()
        .map(Stored::value)
        .sorted((a, b) -> a.on().compareTo(b.on()))
        .toList();
  }

  private static List<CourseEquivalence> naming(Reader reader, String index, CourseId course) {
    return reader.list(Query.of(CourseEquivalence.KIND).where(index, course.value())).stream()
        .map(Stored::value)
        .toList();
  }

  private static List<LocalDate> met(LeafAsked asked, Reader reader, CourseId course) {
    return prior(reader, asked.learner()).stream()
        .filter(one -> one.course().equals(course) && !one.on().isAfter(asked.day()))
        .filter(one -> isEnough(asked.leaf(), one.scoreOrNull()))
        .map(PriorLearning::on)
        .toList();
  }

  /** Being recognised is being passed; a score that is asked for has to be known. */
  private static boolean isEnough(Requirement.Leaf leaf, @Nullable Score score) {
    BigDecimal least = leaf instanceof Requirement.Passed passed ? passed.scoreOrNull() : null;
    BigDecimal scaled = score == null ? null : Scores.scaled(score);
    return least == null || scaled != null && scaled.compareTo(least) >= 0;
  }
}
