package org.lmskit.recognition;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

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
  /** Equivalencies by their two courses, found by the course as which another counts. */
  public static final Kind<Equivalency> KIND = Kind.<Equivalency>mutable(
          "equivalency", one -> id(one.course(), one.as()))
      .many("counts_as", Equivalency::targets)
      .body(JsonBody.of(Equivalency.class));

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
  Optional<CourseId> countingAs(CourseId other) {
    if (as.equals(other)) {
      return Optional.of(course);
    }
    return mutual && course.equals(other) ? Optional.of(as) : Optional.empty();
  }

  boolean holdsFor(LocalDate completedOn) {
    return (fromOrNull == null || !completedOn.isBefore(fromOrNull))
        && (untilOrNull == null || completedOn.isBefore(untilOrNull));
  }

  private List<String> targets() {
    return Stream.of(as, course).limit(mutual ? 2 : 1).map(CourseId::value).toList();
  }

  /** One id for a pair of ids that may be long. */
  static String id(CourseId course, CourseId as) {
    String pair = course.value() + '\u001f' + as.value();
    return Sha256.of(pair.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
