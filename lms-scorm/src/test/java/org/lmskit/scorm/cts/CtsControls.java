package org.lmskit.scorm.cts;

import java.time.Instant;
import java.util.List;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.sequencing.RequestType;

/** Answers the questions about the player's controls from the model that a player shows. */
final class CtsControls {
  private final ScormRegistration registration;
  private final Instant now;

  CtsControls(ScormRegistration registration, Instant now) {
    this.registration = registration;
    this.now = now;
  }

  void check(CtsCase.Question question, List<String> failures) {
    var parts = question.text().split("@", 2);
    boolean answer = switch (parts[0]) {
      case "continue.enabled" -> isEnabled(RequestType.CONTINUE);
      case "continue.disabled" -> !isEnabled(RequestType.CONTINUE);
      case "previous.enabled" -> isEnabled(RequestType.PREVIOUS);
      case "previous.disabled" -> !isEnabled(RequestType.PREVIOUS);
      case "toc.enabled" -> isTocEnabled();
      case "toc.enabled.selectable" -> isSelectable(idOf(parts[1]));
      case "toc.visible" -> registration.tableOfContents(now).contains(idOf(parts[1]));
      case "click.button" -> true;
      default -> throw new IllegalStateException("unknown question " + question.text());
    };
    if (answer != question.answer()) {
      failures.add("control " + question.text() + " is " + answer);
    }
  }

  private boolean isEnabled(RequestType type) {
    return registration.validRequests(now).isOffered(type)
        && !registration.hidden().contains(type.code());
  }

  private boolean isTocEnabled() {
    var choice = registration.validRequests(now).choice();
    return registration.tableOfContents(now).stream().anyMatch(choice::contains);
  }

  private boolean isSelectable(String id) {
    return registration.tableOfContents(now).contains(id)
        && registration.validRequests(now).choice().contains(id);
  }

  private String idOf(String title) {
    if (title.startsWith("the activity that corresponds to the root")) {
      return registration.course().tree().root().id();
    }
    return registration.course().tree().activities().stream()
        .filter(activity -> activity.title().strip().equals(title))
        .findFirst()
        .orElseThrow()
        .id();
  }
}
