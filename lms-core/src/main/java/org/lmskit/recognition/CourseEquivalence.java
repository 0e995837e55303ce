package org.lmskit.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.recognition.RecognitionEvent.EquivalencyDeclared;
import org.lmskit.recognition.RecognitionEvent.EquivalencyEnded;
import org.lmskit.store.Kind;

/**
 * All that was ever declared of two courses in one direction. What no longer holds is kept for what it led to.
 *
 * @param course which counts, or counted
 * @param as what it counts
 * @param currentOrNull as it holds now; null if it was ended
 * @param earlier what held before, each for completions up to the day on which it was ended or replaced
 */
record CourseEquivalence(
    CourseId course, CourseId as, @Nullable Equivalency currentOrNull, List<Equivalency> earlier) {
  /** Found by the course as which another counts, by that which counts, and by whether it holds. */
  static final Kind<CourseEquivalence> KIND = Kind.<CourseEquivalence>mutable(
          "equivalency", one -> Equivalency.id(one.course(), one.as()))
      .many(
          "counts_as", one -> one.all().flatMap(Equivalency::targets).distinct().toList())
      .many("course", one -> one.all().flatMap(Equivalency::sources).distinct().toList())
      .index("state", one -> one.currentOrNull() == null ? null : "current")
      .body(JsonBody.of(CourseEquivalence.class));

  /** The state of those that hold. */
  static final String CURRENT = "current";

  CourseEquivalence {
    earlier = List.copyOf(earlier);
  }

  static CourseEquivalence after(Optional<CourseEquivalence> before, EquivalencyDeclared event) {
    Equivalency next = event.equivalency();
    List<Equivalency> past = before.map(one -> one.past(event.effectiveOn())).orElse(List.of());
    return new CourseEquivalence(next.course(), next.as(), next, past);
  }

  CourseEquivalence after(EquivalencyEnded event) {
    return new CourseEquivalence(course, as, null, past(event.effectiveOn()));
  }

  Optional<Equivalency> current() {
    return Optional.ofNullable(currentOrNull);
  }

  /** All that ever held, that which holds last. */
  Stream<Equivalency> all() {
    return Stream.concat(earlier.stream(), current().stream());
  }

  /** What was met by a day, that day included, stays met. */
  private List<Equivalency> past(LocalDate day) {
    List<Equivalency> past = new ArrayList<>(earlier);
    current().flatMap(one -> one.through(day)).ifPresent(past::add);
    return past;
  }
}
