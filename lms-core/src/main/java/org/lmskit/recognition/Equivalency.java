package org.lmskit.recognition;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.CourseId;
import org.lmskit.model.Sha256;

/**
 * A course counts as another one, if it was completed on a day on which that holds. It counts directly: what counts as B,
 * which counts as C, does not count as C unless somebody says so.
 *
 * @param course which counts
 * @param as what it counts
 * @param mutual whether the other counts as this one too
 * @param fromOrNull the first day of completions that count; null for all
 * @param untilOrNull the first day of completions that no longer count; null for none
 */
public record Equivalency(
    CourseId course,
    CourseId as,
    boolean mutual,
    @Nullable LocalDate fromOrNull,
    @Nullable LocalDate untilOrNull) {
  /** @throws IllegalArgumentException if a course is to count as itself, or it ends before it begins */
  public Equivalency {
    if (course.equals(as)) {
      throw new IllegalArgumentException("course " + course + " counts as itself anyway");
    }
    if (fromOrNull != null && untilOrNull != null && !untilOrNull.isAfter(fromOrNull)) {
      throw new IllegalArgumentException("from " + fromOrNull + " until before " + untilOrNull);
    }
  }

  /** A course counts as another one, whenever it was completed. */
  public static Equivalency of(String course, String as) {
    return new Equivalency(new CourseId(course), new CourseId(as), false, null, null);
  }

  /** The same in both directions. */
  public Equivalency inBothDirections() {
    return new Equivalency(course, as, true, fromOrNull, untilOrNull);
  }

  /** The same for completions from this day on. */
  public Equivalency from(LocalDate day) {
    return new Equivalency(course, as, mutual, day, untilOrNull);
  }

  /** The same for completions before this day. */
  public Equivalency until(LocalDate day) {
    return new Equivalency(course, as, mutual, fromOrNull, day);
  }

  /** The course that counts as this one, if any does. */
  public Optional<CourseId> countingAs(CourseId other) {
    if (as.equals(other)) {
      return Optional.of(course);
    }
    return mutual && course.equals(other) ? Optional.of(as) : Optional.empty();
  }

  /** The course as which this one counts, if it counts as any. */
  Optional<CourseId> target(CourseId other) {
    if (course.equals(other)) {
      return Optional.of(as);
    }
    return mutual && as.equals(other) ? Optional.of(course) : Optional.empty();
  }

  /** Whether a completion of this day counts. */
  public boolean holdsFor(LocalDate completedOn) {
    return (fromOrNull == null || !completedOn.isBefore(fromOrNull))
        && (untilOrNull == null || completedOn.isBefore(untilOrNull));
  }

  Stream<String> targets() {
    return Stream.of(as, course).limit(mutual ? 2 : 1).map(CourseId::value);
  }

  Stream<String> sources() {
    return Stream.of(course, as).limit(mutual ? 2 : 1).map(CourseId::value);
  }

  /** The same up to a day, that day included; absent if nothing is left. */
  Optional<Equivalency> through(LocalDate day) {
    LocalDate until = day.plusDays(1);
    if (untilOrNull != null && !untilOrNull.isAfter(until)) {
      return Optional.of(this);
    }
    return fromOrNull == null || fromOrNull.isBefore(until)
        ? Optional.of(until(until))
        : Optional.empty();
  }

  /** One id for a pair of ids that may be long. */
  static String id(CourseId course, CourseId as) {
    String pair = course.value() + '\u001f' + as.value();
    return Sha256.of(pair.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
