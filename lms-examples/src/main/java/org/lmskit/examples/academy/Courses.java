package org.lmskit.examples.academy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.ScormPackage;

/** What Academy does with courses beyond the engine's own words: names, publishing, the latest cycle. */
final class Courses {
  private static final String UNIT = "package";

  private final Academy academy;

  Courses(Academy academy) {
    this.academy = academy;
  }

  /** Publishes a package as a course of its own. */
  CourseVersion publish(Person by, CourseId id, String title, ScormPackage content) {
    return academy.lms(by).catalog().publish(course(id, title, content));
  }

  /** Publishes a package as the next version of a course. */
  CourseVersion publishNext(Person by, CourseVersion before, String title, ScormPackage content) {
    Course next = course(before.id(), title, content);
    return academy.lms(by).catalog().publish(next, VersionPlan.propose(before.course(), next));
  }

  private static Course course(CourseId id, String title, ScormPackage content) {
    return Course.of(id.value(), title).unit(UNIT, content.title(), content.content());
  }

  /** The course that a title would name; absent if there is none yet. */
  Optional<CourseVersion> named(String title) {
    return academy.lms().catalog().find(new CourseId(slug(title)));
  }

  /** An id that no course has: the title in an address, with a number where it is taken. */
  CourseId newId(String title) {
    String slug = slug(title);
    CourseId id = new CourseId(slug);
    for (int number = 2; academy.lms().catalog().find(id).isPresent(); number++) {
      id = new CourseId(slug + "-" + number);
    }
    return id;
  }

  static String slug(String title) {
    String slug =
        title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String shorter = slug.substring(
        0, slug.offsetByCodePoints(0, Math.min(60, slug.codePointCount(0, slug.length()))));
    return shorter.isEmpty() ? "course" : shorter;
  }

  /** The learner's newest enrollment on a course. */
  Optional<Enrollment> latest(Person person, CourseId course) {
    return all(person).stream()
        .filter(enrollment -> enrollment.course().equals(course))
        .reduce((earlier, later) -> later);
  }

  /** All enrollments of a learner, the oldest first. */
  List<Enrollment> all(Person person) {
    return Pager.all(page -> academy.lms().enrollments().of(new LearnerId(person.id()), page));
  }

  /** The unit that an attempt works on. */
  Unit unit(Attempt attempt) {
    return version(attempt.ref().of().course(), attempt.ref().of().version()).unit(attempt.unit());
  }

  /**
   * A unit of the version that a learner is on.
   *
   * @throws org.lmskit.model.NotFoundException if it has no such unit
   */
  Unit unit(Enrollment enrollment, UnitId unit) {
    return version(enrollment.course(), enrollment.version()).unit(unit);
  }

  private CourseVersion version(CourseId course, int number) {
    return academy.lms().catalog().find(course, number).orElseThrow();
  }

  /** What a course is made of, such as {@code SCORM 1.2}. */
  String kinds(CourseVersion version) {
    return version.course().units().stream()
        .map(this::kind)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  /** What a unit is made of. */
  String kind(Unit unit) {
    String type = unit.content().type();
    if (!type.equals(ScormPackage.CONTENT_TYPE)) {
      return type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
    }
    return academy
        .scorm()
        .find(unit.content().reference())
        .map(found -> "SCORM " + found.manifest().edition().title())
        .orElse("SCORM");
  }
}
