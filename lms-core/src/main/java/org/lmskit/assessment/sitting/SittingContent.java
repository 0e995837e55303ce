package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.ResponseCheck;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.ContentType;
import org.lmskit.learning.Fact;
import org.lmskit.learning.NoLearnerState;
import org.lmskit.learning.Ranges;
import org.lmskit.learning.Sitting;
import org.lmskit.learning.Step;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;

/**
 * Runs assessments. Time on task is the time between requests, each gap capped at five minutes; it becomes known with the
 * submission, as everything does.
 */
final class SittingContent
    implements ContentType<SittingState, NoLearnerState, SittingRequest, SittingContent.Reply> {
  static final SittingContent TYPE = new SittingContent();

  private static final Duration IDLE_LIMIT = Duration.ofMinutes(5);

  /**
   * What came of a request.
   *
   * @param state afterwards
   * @param scores what the items brought; empty unless it was submitted
   */
  record Reply(SittingState state, List<ItemScore> scores) {
    Reply {
      scores = List.copyOf(scores);
    }
  }

  private SittingContent() {}

  @Override
  public String name() {
    return AssessmentVersion.CONTENT_TYPE;
  }

  @Override
  public Kind<SittingState> states() {
    return SittingState.KIND;
  }

  @Override
  public SittingState newState(Attempt attempt) {
    return SittingState.none(attempt.id(), attempt.startedAt());
  }

  @Override
  public NoLearnerState newLearnerState(LearnerKey learner) {
    return NoLearnerState.NONE;
  }

  @Override
  public Step<SittingState, NoLearnerState, Reply> advance(
      Sitting<SittingState, NoLearnerState> sitting, SittingRequest request) {
    if (request instanceof SittingRequest.Begin begin) {
      SittingState begun =
          sitting.state().begun(begin.form(), begin.deadlineOrNull(), begin.clocks());
      String session = sitting.attempt().id().value();
      return step(
          begun,
          List.of(new Fact.Launched(session, null), new Fact.Initialized(session, null)),
          List.of());
    }
    requireInTime(sitting.state(), sitting.now());
    SittingState heard = heard(sitting.state(), sitting.now());
    if (request instanceof SittingRequest.Enter enter) {
      return step(heard.with(enter.clock()), List.of(), List.of());
    }
    if (request instanceof SittingRequest.Leave leave) {
      return step(heard.with(leave.clock().closed(sitting.now())), List.of(), List.of());
    }
    return request instanceof SittingRequest.Save save
        ? save(heard, save)
        : submit(sitting, heard, (SittingRequest.Submit) request);
  }

  /** Refuses what comes too late. */
  static void requireInTime(SittingState state, Instant now) {
    if (state.submittedAtOrNull() != null && !state.isLate(now)) {
      throw new RejectedException(
          AssessmentReason.SUBMITTED,
          "attempt " + state.attempt() + " was submitted at " + state.submittedAtOrNull());
    }
    if (state.isLate(now)) {
      String deadline = String.valueOf(state.deadlineOrNull());
      throw new RejectedException(
          AssessmentReason.DEADLINE_PASSED,
          "attempt " + state.attempt() + " ended at " + deadline + ", now it is " + now,
          Map.of("deadline", deadline, "now", now.toString()));
    }
  }

  private static SittingState heard(SittingState state, Instant now) {
    Instant capped = state.lastAt().plus(IDLE_LIMIT);
    Instant to = capped.isBefore(now) ? capped : now;
    Ranges worked = state.time().plus(state.lastAt().toEpochMilli(), to.toEpochMilli());
    return state.heardAt(now, worked);
  }

  private static Step<SittingState, NoLearnerState, Reply> save(
      SittingState state, SittingRequest.Save save) {
    ResponseCheck.require(save.item(), save.response());
    return step(state.with(save.item().id(), save.response()), List.of(), List.of());
  }

  private static Step<SittingState, NoLearnerState, Reply> submit(
      Sitting<SittingState, NoLearnerState> sitting,
      SittingState state,
      SittingRequest.Submit submit) {
    List<ItemScore> scores = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    state
        .time()
        .list()
        .forEach(range -> facts.add(new Fact.Time(
            Instant.ofEpochMilli(range.from()), Instant.ofEpochMilli(range.before()))));
    SittingState.Form form = Objects.requireNonNull(state.formOrNull());
    for (ItemRef ref : form.items()) {
      Item item = Objects.requireNonNull(submit.items().get(ref));
      Response response = state.find(item.id()).filter(r -> !r.isBlank()).orElse(null);
      ItemScore score = score(ref, item, response);
      scores.add(score);
      if (response != null) {
        facts.add(new Fact.Answer(null, Notation.interaction(item, response, score)));
      }
    }
    SittingState done = state.submitted(sitting.now());
    facts.addAll(row(sitting, form, submit.passingOrNull(), scores).facts());
    Duration active = Duration.ofMillis(state.time().length());
    facts.add(new Fact.Terminated(sitting.attempt().id().value(), null, active));
    facts.add(new Fact.End());
    return step(done, facts, scores);
  }

  private static ItemScore score(ItemRef ref, Item item, @Nullable Response response) {
    Rational max = Rational.of(item.maxScore());
    if (response == null) {
      return new ItemScore(ref, max, Rational.ZERO, List.of());
    }
    Rational score = item.isGradedByHand() ? null : item.score(response);
    return new ItemScore(ref, max, score, response.options());
  }

  /** As it will be stored: what follows for the attempt is the same at once and later. */
  private static ScoreRow row(
      Sitting<SittingState, NoLearnerState> sitting,
      SittingState.Form form,
      @Nullable BigDecimal passing,
      List<ItemScore> scores) {
    return new ScoreRow(
        sitting.attempt().id(),
        sitting.enrollment().id(),
        sitting.enrollment().course(),
        sitting.unit().id(),
        sitting.enrollment().learner(),
        sitting.attempt().number(),
        form.assessment(),
        form.version(),
        sitting.now(),
        passing,
        scores);
  }

  private static Step<SittingState, NoLearnerState, Reply> step(
      SittingState state, List<Fact> facts, List<ItemScore> scores) {
    return new Step<>(state, NoLearnerState.NONE, facts, new Reply(state, scores));
  }
}
