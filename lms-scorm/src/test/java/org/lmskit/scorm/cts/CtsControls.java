package org.lmskit.scorm.cts;

import java.util.List;
import org.lmskit.scorm.ScormCourse;

/** Answers the questions about the player's controls from what it shows. */
final class CtsControls {
  private final ScormCourse course;
  private final CtsDelivery shown;

  CtsControls(ScormCourse course, CtsDelivery shown) {
    this.course = course;
    this.shown = shown;
  }

  void check(CtsCase.Question question, List<String> failures) {
    var parts = question.text().split("@", 2);
    boolean answer = switch (parts[0]) {
      case "continue.enabled" -> shown.enabled().contains("continue");
      case "continue.disabled" -> !shown.enabled().contains("continue");
      case "previous.enabled" -> shown.enabled().contains("previous");
      case "previous.disabled" -> !shown.enabled().contains("previous");
      case "toc.enabled" -> !shown.selectable().isEmpty();
      case "toc.enabled.selectable" -> shown.selectable().contains(idOf(parts[1]));
      case "toc.visible" -> shown.contents().contains(idOf(parts[1]));
      case "click.button" -> true;
      default -> throw new IllegalStateException("unknown question " + question.text());
    };
    if (answer != question.answer()) {
      failures.add("control " + question.text() + " is " + answer);
    }
  }

  private String idOf(String title) {
    if (title.startsWith("the activity that corresponds to the root")) {
      return course.tree().root().id();
    }
    return course.tree().activities().stream()
        .filter(activity -> activity.title().strip().equals(title))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
