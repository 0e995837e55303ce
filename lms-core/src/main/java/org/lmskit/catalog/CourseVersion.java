package org.lmskit.catalog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.lmskit.internal.JsonBody;
import org.lmskit.internal.Operation;
import org.lmskit.model.CourseId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;
import org.lmskit.model.UnitId;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.version.Published;

/**
 * A published course: it never changes, and learners are pinned to one.
 *
 * @param number 1 for the first version of a course
 * @param publishedAt when
 * @param effectiveOn the first day on which it is current, in the tenant's zone
 * @param digest of the course with the digests of all its files: what exactly was published
 * @param course what was published
 * @param plan what becomes of those who are on the version before
 */
public record CourseVersion(
    int number,
    Instant publishedAt,
    LocalDate effectiveOn,
    Sha256 digest,
    Course course,
    VersionPlan plan)
    implements Published {
  private static final Body<Course> COURSE = JsonBody.of(Course.class);

  /** Versions by course and number. */
  public static final Kind<CourseVersion> KIND = Kind.<CourseVersion>mutable(
          "course_version", Published::key)
      .time(version -> Instant.ofEpochMilli(version.number())) // so that they are listed by number
      .index("course", version -> version.id().value())
      .body(JsonBody.of(CourseVersion.class));

  /** A version of this course that is published in this operation, with its digest. */
  static CourseVersion of(Operation op, Course course, int number, VersionPlan plan) {
    LocalDate day = plan.effective().orElseGet(op::today);
    return new CourseVersion(number, op.now(), day, digestOf(course), course, plan);
  }

  /** The course. */
  @Override
  public CourseId id() {
    return course.id();
  }

  /** The unit of this id. */
  public Optional<Unit> find(UnitId unit) {
    return course.find(unit);
  }

  /**
   * The unit of this id.
   *
   * @throws NotFoundException if this version has no such unit
   */
  public Unit unit(UnitId unit) {
    return course
        .find(unit)
        .orElseThrow(() -> new NotFoundException(
            "no unit with id " + unit + " in version " + number + " of course " + id()));
  }

  /** From when on it is current. */
  VersionDay day() {
    return new VersionDay(number, effectiveOn, course.title());
  }

  static Sha256 digestOf(Course course) {
    return Sha256.of(COURSE.write().apply(course).getBytes(StandardCharsets.UTF_8));
  }
}
