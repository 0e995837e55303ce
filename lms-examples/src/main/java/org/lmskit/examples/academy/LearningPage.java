package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.lmskit.learning.Enrollment;

/** What a learner is enrolled on, the newest first. */
final class LearningPage {
  private final Academy academy;
  private final Courses courses;
  private final Pages pages;

  /**
   * An enrollment in the list.
   *
   * @param course its id in its address
   * @param title of the version that the learner is on
   * @param score in words
   * @param time on task, in words
   * @param percent done, 0 to 100
   * @param status where the learner stands
   */
  public record Line(
      String course, String title, String score, String time, int percent, Status status) {}

  LearningPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.courses = new Courses(academy);
    this.pages = pages;
  }

  void show(Context context) {
    List<Enrollment> enrollments = new ArrayList<>(courses.all(pages.learner(context)));
    Collections.reverse(enrollments);
    pages.show(
        context,
        "learning",
        "learning",
        Map.of("enrollments", enrollments.stream().map(this::line).toList()));
  }

  private Line line(Enrollment enrollment) {
    String title = academy
        .lms()
        .catalog()
        .find(enrollment.course(), enrollment.version())
        .orElseThrow()
        .course()
        .title()
        .text();
    return new Line(
        enrollment.course().value(),
        enrollment.cycle() == 1 ? title : title + " (time " + enrollment.cycle() + ")",
        Words.score(enrollment.score()),
        Words.duration(enrollment.timeOnTask()),
        Words.percent(enrollment.progress().share()),
        Standing.of(enrollment));
  }
}
