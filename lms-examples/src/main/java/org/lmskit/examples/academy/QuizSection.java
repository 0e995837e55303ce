package org.lmskit.examples.academy;

import java.util.List;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.assessment.sitting.SectionClock;

/**
 * A section of a quiz as its page shows it.
 *
 * @param id the section's
 * @param title of the section
 * @param items that can be answered now
 * @param time what there is to say of its time; empty if it has none of its own
 * @param canEnter whether it can be entered
 * @param canLeave whether it can be left
 */
public record QuizSection(
    String id, String title, List<Asked> items, String time, boolean canEnter, boolean canLeave) {
  /** @param items of it, as they are shown */
  static QuizSection of(Paper.PaperSection section, List<Asked> items) {
    SectionClock clock = section.clockOrNull();
    boolean canEnter = clock != null && clock.enteredAt().isEmpty();
    return new QuizSection(
        section.id(),
        section.title().text(),
        isOpen(section) ? items : List.of(),
        clock == null ? "" : time(clock),
        canEnter,
        clock != null && clock.running());
  }

  /** Whether answers are taken, as far as is known. */
  static boolean isOpen(Paper.PaperSection section) {
    return section.clock().map(SectionClock::running).orElse(true);
  }

  private static String time(SectionClock clock) {
    if (clock.closedAt().isPresent()) {
      return "Closed since " + Words.moment(clock.closedAt().get()) + ".";
    }
    if (clock.enteredAt().isEmpty()) {
      return clock
          .limits()
          .max()
          .map(max -> "You have " + Words.duration(max) + " from when you begin.")
          .orElse("");
    }
    return clock.deadline().map(at -> "Answer until " + Words.moment(at) + ".").orElse("")
        + clock
            .canBeLeftFrom()
            .map(at -> " You can leave it from " + Words.moment(at) + " on.")
            .orElse("");
  }
}
