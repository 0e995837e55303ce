package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.Draw;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.Release;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.bank.ItemVersion;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Text;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Success;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.AttemptId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Rational;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** What can be seen of an attempt: the paper before it is submitted, the review afterwards. */
final class Reading {
  private final Reader reader;
  private final SittingState state;
  private final SittingState.Form form;
  private final Assessment assessment;
  private final Map<ItemRef, Item> items;

  private Reading(Reader reader, SittingState state) {
    this.reader = reader;
    this.state = state;
    this.form = Objects.requireNonNull(state.formOrNull());
    this.assessment = Assessments.version(reader, form.assessment(), form.version())
        .orElseThrow()
        .assessment();
    this.items = items(reader, form);
  }

  /**
   * The attempt of this id.
   *
   * @throws NotFoundException if nobody started an assessment in it, or its learner is erased
   */
  static Reading of(Reader reader, AttemptId attempt) {
    return new Reading(reader, state(reader, attempt));
  }

  static SittingState state(Reader reader, AttemptId attempt) {
    return reader
        .find(SittingState.KIND, attempt.value())
        .map(Stored::value)
        .filter(state -> state.formOrNull() != null)
        .orElseThrow(() -> NotFoundException.of("attempt on an assessment", attempt));
  }

  static Map<ItemRef, Item> items(Reader reader, SittingState.Form form) {
    return ItemBanks.versions(reader, form.items()).values().stream()
        .collect(Collectors.toMap(ItemVersion::ref, ItemVersion::item));
  }

  Paper paper() {
    List<Paper.PaperSection> sections = form.parts().stream().map(this::section).toList();
    return new Paper(
        state.attempt(),
        assessment.id(),
        assessment.title(),
        state.deadlineOrNull(),
        state.submittedAtOrNull() != null,
        sections);
  }

  private Paper.PaperSection section(SittingState.Part part) {
    return new Paper.PaperSection(
        part.section(),
        title(part.section()),
        isPut(part) ? part.items().stream().map(this::put).toList() : List.of(),
        state.clock(part.section()).orElse(null));
  }

  private boolean isPut(SittingState.Part part) {
    return state
        .clock(part.section())
        .map(SectionClock::enteredAt)
        .filter(Optional::isEmpty)
        .isEmpty();
  }

  /**
   * As the release rules let a learner see it now. What a section with limits of its own holds is put to those who enter
   * it: who did not does not read it here either, for the next attempt.
   */
  Review released(Instant now) {
    Optional<ScoreRow> row = row();
    Release release = assessment.release();
    Set<ItemId> unseen = form.parts().stream()
        .filter(part -> !isPut(part))
        .flatMap(part -> part.items().stream().map(ItemRef::item))
        .collect(Collectors.toSet());
    return review(
        row.orElse(null),
        row.filter(r -> isReleased(release.score(), r, now)).isPresent(),
        row.filter(r -> isReleased(release.answers(), r, now)).isPresent(),
        unseen);
  }

  /** All of it. */
  Review whole() {
    return review(row().orElse(null), true, true, Set.of());
  }

  private Optional<ScoreRow> row() {
    return reader.find(ScoreRow.KIND, state.attempt().value()).map(Stored::value);
  }

  private Text title(String section) {
    return assessment.sections().stream()
        .filter(one -> one.id().equals(section))
        .map(Section::title)
        .findFirst()
        .orElse(Text.EMPTY);
  }

  private Paper.PaperItem put(ItemRef ref) {
    Item item = Objects.requireNonNull(items.get(ref));
    return new Paper.PaperItem(
        ref,
        item.prompt(),
        shown(item),
        item.maxScore(),
        item.key() instanceof Key.Graded graded ? graded.rubric() : null,
        state.find(item.id()).orElse(null));
  }

  private ItemInteraction shown(Item item) {
    if (item.interaction() instanceof ItemInteraction.Choice choice && choice.shuffle()) {
      return new ItemInteraction.Choice(
          shuffled(item, "", choice.choices()), choice.maxChoices(), true);
    }
    if (item.interaction() instanceof ItemInteraction.Order order && order.shuffle()) {
      return new ItemInteraction.Order(shuffled(item, "", order.choices()), true);
    }
    if (item.interaction() instanceof ItemInteraction.Match match && match.shuffle()) {
      // prefixes: the same ids on both sides must not come in the same order
      return new ItemInteraction.Match(
          shuffled(item, "source:", match.sources()),
          shuffled(item, "target:", match.targets()),
          true);
    }
    return item.interaction();
  }

  private List<SimpleChoice> shuffled(Item item, String side, List<SimpleChoice> choices) {
    return Draw.shuffled(
        form.seed(), item.id(), choices, choice -> side + choice.id(), SimpleChoice::fixed);
  }

  private boolean isReleased(Release.Rule rule, ScoreRow row, Instant now) {
    return switch (rule.when()) {
      case NEVER -> false;
      case SUBMITTED -> true;
      case GRADED -> row.graded();
      case NO_MORE_ATTEMPTS -> hasNoMoreAttempts(row);
      case FROM -> !now.isBefore(Objects.requireNonNull(rule.fromOrNull()));
    };
  }

  private boolean hasNoMoreAttempts(ScoreRow row) {
    return reader.find(Enrollment.KIND, row.enrollment().value()).stream()
        .flatMap(stored -> stored.value().units().stream())
        .filter(unit -> unit.unit().equals(row.unit()))
        .anyMatch(this::isOver);
  }

  private boolean isOver(UnitResult unit) {
    int most = assessment.attempts().most();
    return unit.success() == Success.PASSED
        || unit.settled()
        || most > 0 && unit.attemptCount() >= most;
  }

  private Review review(
      @Nullable ScoreRow row, boolean scores, boolean answers, Set<ItemId> unseen) {
    if (row == null) {
      return new Review(
          state.attempt(), 0, false, false, Rational.ZERO, null, null, null, List.of());
    }
    boolean isDecided = scores && row.graded() && row.passingOrNull() != null;
    return new Review(
        state.attempt(),
        row.number(),
        true,
        row.graded(),
        row.max(),
        scores ? row.total() : null,
        isDecided ? row.passed() : null,
        scores && row.graded() ? assessment.feedback(row.scaled()).orElse(null) : null,
        row.items().stream()
            .filter(item -> !unseen.contains(item.ref().item()))
            .map(item -> item(item, scores, answers))
            .toList());
  }

  private Review.ReviewItem item(ItemScore score, boolean scores, boolean answers) {
    Item item = item(score.ref());
    return new Review.ReviewItem(
        score.ref(),
        item.prompt(),
        shown(item),
        score.max(),
        state.find(item.id()).filter(response -> !response.isBlank()).orElse(null),
        scores ? score.scoreOrNull() : null,
        answers ? item.key() : null,
        answers ? feedback(item, score, scores) : List.of(),
        answers ? item.feedback().to(score.chosen()) : List.of());
  }

  /** A regrade may have scored by a version that was not put. */
  private Item item(ItemRef ref) {
    Item put = items.get(ref);
    return put == null ? ItemBanks.version(reader, ref).orElseThrow().item() : put;
  }

  /** Whether an answer is right follows from the key, which is shown too; what a person gave does not. */
  private static List<Text> feedback(Item item, ItemScore score, boolean scores) {
    Rational earned = score.scoreOrNull();
    boolean isShown = scores || !item.isGradedByHand();
    Feedback feedback = item.feedback();
    Text judged = earned != null && isShown ? feedback.judging(earned, score.max()) : Text.EMPTY;
    return Stream.of(feedback.general(), judged)
        .filter(text -> !text.text().isBlank())
        .toList();
  }
}
