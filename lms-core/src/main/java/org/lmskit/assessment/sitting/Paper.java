package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.catalog.Text;
import org.lmskit.model.AttemptId;

/**
 * What is put to a learner in one attempt, without anything that says what is right.
 *
 * @param attempt which
 * @param assessment which
 * @param title of the assessment
 * @param deadlineOrNull the last instant at which an answer is in time; null without a limit
 * @param submitted whether answers can no longer change
 * @param sections in order
 */
public record Paper(
    AttemptId attempt,
    AssessmentId assessment,
    Text title,
    @Nullable Instant deadlineOrNull,
    boolean submitted,
    List<PaperSection> sections) {
  /**
   * A section.
   *
   * @param id the section's
   * @param title of the section
   * @param items in the order of this attempt; none before a section with limits of its own is entered
   * @param clockOrNull its time; null if it is open all the time
   */
  public record PaperSection(
      String id,
      Text title,
      List<PaperItem> items,
      @Nullable SectionClock clockOrNull) {
    /** Copies the list. */
    public PaperSection {
      items = List.copyOf(items);
    }

    /** Its time; absent if it is open all the time. */
    public Optional<SectionClock> clock() {
      return Optional.ofNullable(clockOrNull);
    }
  }

  /**
   * An item.
   *
   * @param ref as it was frozen
   * @param prompt what is asked
   * @param interaction how it is put, choices in the order of this attempt
   * @param maxScore the most points
   * @param rubricOrNull what a person will grade it by; null if nobody has to
   * @param responseOrNull the answer so far; null without one
   */
  public record PaperItem(
      ItemRef ref,
      Text prompt,
      ItemInteraction interaction,
      BigDecimal maxScore,
      @Nullable Rubric rubricOrNull,
      @Nullable Response responseOrNull) {
    /** The answer so far. */
    public Optional<Response> response() {
      return Optional.ofNullable(responseOrNull);
    }
  }

  /** Copies the list. */
  public Paper {
    sections = List.copyOf(sections);
  }

  /** The last instant at which an answer is in time; absent without a limit. */
  public Optional<Instant> deadline() {
    return Optional.ofNullable(deadlineOrNull);
  }

  /** All items that are put by now, in order. */
  public List<PaperItem> items() {
    return sections.stream().flatMap(section -> section.items().stream()).toList();
  }
}
