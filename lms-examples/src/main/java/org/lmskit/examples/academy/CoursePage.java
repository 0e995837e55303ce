package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.scorm.http.ScormHttp;

/** One course: enrolling, the learner's result, its units and what happened. */
final class CoursePage {
  private final Academy academy;
  private final Courses courses;
  private final Pages pages;
  private final Happenings happenings;
  private final ViewerPage viewer;
  private final QuizPage quiz;
  private final ScormHttp player;

  /**
   * The course's head.
   *
   * @param id in its address
   * @param title of the version shown
   * @param standard what it is made of
   * @param units how many, in words
   * @param version its number
   * @param description what it is about; may be empty
   */
  public record Head(
      String id, String title, String standard, String units, int version, String description) {}

  /**
   * The learner's result.
   *
   * @param id of the enrollment
   * @param status where it stands
   * @param percent done, 0 to 100
   * @param score in words
   * @param time on task, in words
   * @param since when the learner was enrolled, in words
   * @param done whether it is completed, so that it can be taken again
   */
  public record Result(
      String id,
      Status status,
      int percent,
      String score,
      String time,
      String since,
      boolean done) {}

  /**
   * A unit in the list.
   *
   * @param id in its address
   * @param title of the unit
   * @param detail what it is made of and how often it was tried
   * @param status where it stands
   * @param action what its button says; empty if it cannot be opened yet
   */
  public record Line(String id, String title, String detail, Status status, String action) {}

  CoursePage(Academy academy, Pages pages, ViewerPage viewer, QuizPage quiz, ScormHttp player) {
    this.academy = academy;
    this.courses = new Courses(academy);
    this.pages = pages;
    this.happenings = new Happenings(academy);
    this.viewer = viewer;
    this.quiz = quiz;
    this.player = player;
  }

  void show(Context context) {
    CourseId id = course(context);
    Optional<Enrollment> enrollment = courses.latest(pages.learner(context), id);
    CourseVersion version = enrollment
        .flatMap(e -> academy.lms().catalog().find(id, e.version()))
        .or(() -> academy.lms().catalog().find(id))
        .orElseThrow(() -> NotFoundException.of("course", id));
    Map<String, Object> model = new HashMap<>();
    model.put("course", head(version));
    model.put("enrollment", enrollment.map(CoursePage::result).orElse(null));
    model.put("units", enrollment.map(e -> units(version, e)).orElse(List.of()));
    model.put("history", enrollment.map(e -> happenings.of(e, version)).orElse(List.of()));
    pages.show(context, "course", "catalogue", model);
  }

  void enrol(Context context) {
    CourseId id = course(context);
    Person person = pages.learner(context);
    academy.lms(person).enrollments().enroll(new LearnerId(person.id()), id);
    context.redirect(Pages.course(id));
  }

  void launch(Context context) {
    Person person = pages.learner(context);
    Enrollment enrollment = own(person, Pages.id(context, "enrollment", EnrollmentId::new));
    Unit unit = courses.unit(enrollment, Pages.id(context, "unit", UnitId::new));
    if (unit.content().type().equals(AssessmentVersion.CONTENT_TYPE)) {
      quiz.open(context, enrollment, unit);
      return;
    }
    if (!unit.content().type().equals(ScormPackage.CONTENT_TYPE)) {
      viewer.open(context, enrollment, unit);
      return;
    }
    String launch = academy.scorm(person).launch(enrollment.id(), unit.id()).id();
    context.redirect(player.playerUrl("/scorm", launch));
  }

  /** An enrollment of this person; somebody else's is not found. */
  private Enrollment own(Person person, EnrollmentId id) {
    return academy
        .lms()
        .enrollments()
        .find(id)
        .filter(enrollment -> academy.isOf(person, enrollment.learner()))
        .orElseThrow(() -> NotFoundException.of("enrollment", id));
  }

  private Head head(CourseVersion version) {
    return new Head(
        version.id().value(),
        version.course().title().text(),
        courses.kinds(version),
        Words.count(version.course().units().size(), "unit", "units"),
        version.number(),
        version.course().description().text());
  }

  private static Result result(Enrollment enrollment) {
    return new Result(
        enrollment.id().value(),
        Standing.of(enrollment),
        Words.percent(enrollment.progress().share()),
        Words.score(enrollment.score()),
        Words.duration(enrollment.timeOnTask()),
        Words.moment(enrollment.openedAt()),
        !enrollment.open());
  }

  private List<Line> units(CourseVersion version, Enrollment enrollment) {
    return version.course().units().stream()
        .map(unit -> line(version, unit, enrollment))
        .toList();
  }

  private Line line(CourseVersion version, Unit unit, Enrollment enrollment) {
    UnitResult result = enrollment.unit(unit.id());
    String missing = unit.prerequisites().stream()
        .filter(before -> !enrollment.unit(before).satisfied())
        .map(before -> version.unit(before).title().text())
        .collect(Collectors.joining(", "));
    String tried = result.attemptCount() == 0
        ? "not tried yet"
        : Words.count(result.attemptCount(), "attempt", "attempts");
    return new Line(
        unit.id().value(),
        unit.title().text(),
        courses.kind(unit) + " · " + (missing.isEmpty() ? tried : "opens after " + missing),
        missing.isEmpty() ? Standing.of(result) : Status.plain("Locked"),
        missing.isEmpty() ? Standing.action(result) : "");
  }

  private static CourseId course(Context context) {
    return Pages.id(context, "course", CourseId::new);
  }
}
