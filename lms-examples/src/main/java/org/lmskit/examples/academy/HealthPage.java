package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import org.lmskit.Health;

/** What an operator looks at: whether work waits, and what fails. */
final class HealthPage {
  private final Academy academy;
  private final Pages pages;

  /**
   * Work that waits.
   *
   * @param tenant whose it is
   * @param work what kind
   * @param waiting how much of it
   */
  public record Line(String tenant, String work, long waiting) {}

  HealthPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  void show(Context context) {
    Health health = academy.lms().health();
    List<Line> waiting = health.backlogs().stream()
        .map(backlog -> new Line(backlog.tenant().value(), backlog.work(), backlog.waiting()))
        .toList();
    pages.show(
        context,
        "health",
        "manage",
        Map.of("isIdle", health.isIdle(), "waiting", waiting, "failing", failing(health)));
  }

  private static List<Line> failing(Health health) {
    return health.failures().stream()
        .map(failure -> new Line(failure.tenant().value(), failure.work(), failure.tries()))
        .toList();
  }
}
