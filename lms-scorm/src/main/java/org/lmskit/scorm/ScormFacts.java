package org.lmskit.scorm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.learning.Fact;
import org.lmskit.learning.PartResult;
import org.lmskit.learning.Success;
import org.lmskit.model.Score;
import org.lmskit.scorm.runtime.Completion;
import org.lmskit.scorm.runtime.LaunchData;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.scorm.runtime.RuntimeEngine;
import org.lmskit.scorm.runtime.RuntimeResult;
import org.lmskit.scorm.runtime.RuntimeState;
import org.lmskit.scorm.runtime.RuntimeState.Phase;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.TrackingState;

/** What a step of a registration says about the attempt: the facts between before and after. */
final class ScormFacts {
  private final ScormRegistration before;
  private final ScormRegistration after;
  private final String session;
  private final Instant now;
  private final List<Activity> leaves;
  private final List<Fact> facts = new ArrayList<>();

  ScormFacts(ScormRegistration before, ScormRegistration after, String session, Instant now) {
    this.before = before;
    this.after = after;
    this.session = session;
    this.now = now;
    this.leaves = after.course().tree().activities().stream()
        .filter(activity -> activity.children().isEmpty())
        .toList();
  }

  /**
   * The facts in the order in which they happened.
   *
   * @param reports whether the content has come to a point at which what it said counts
   * @param navigation what became of a navigation; null if there was none
   */
  List<Fact> list(boolean reports, @Nullable NavigationReply navigation) {
    Optional<Activity> worked = before.delivered().or(after::delivered);
    worked.ifPresent(activity -> content(activity, reports));
    if (reports && counts()) {
      unit();
    }
    worked.ifPresent(this::left);
    delivered(navigation);
    boolean ended = navigation != null && navigation.ended() && !navigation.suspended();
    if (ended && counts() && isOver()) {
      facts.add(new Fact.End());
    }
    return facts;
  }

  /** What the content of one activity did: it began, answered, reported. */
  private void content(Activity activity, boolean reports) {
    RuntimeState was = was(activity);
    RuntimeState is = is(activity);
    RuntimeEngine engine = engine(activity);
    RuntimeResult old = engine.result(was);
    RuntimeResult result = engine.result(is);
    if (is.sessions() > was.sessions() && !hasEnded(was, is)) {
      facts.add(new Fact.Initialized(session, part(activity)));
    }
    if (reports && result.isRecorded()) {
      answers(activity, old, result);
      part(activity, old, result);
    }
    Duration spent = spent(activity);
    if (isTerminated(was, is) && !spent.isZero()) {
      facts.add(new Fact.Time(now.minus(spent), now));
    }
  }

  /** The content ended, perhaps to begin once more; what it achieved comes before (cmi5 9.3.8). */
  private void left(Activity activity) {
    RuntimeState was = was(activity);
    RuntimeState is = is(activity);
    if (isTerminated(was, is)) {
      facts.add(new Fact.Terminated(session, part(activity), spent(activity)));
    }
    if (is.sessions() > was.sessions() && hasEnded(was, is)) {
      facts.add(new Fact.Initialized(session, part(activity)));
    }
  }

  /** The time that content added to what it took before. */
  private Duration spent(Activity activity) {
    RuntimeEngine engine = engine(activity);
    Duration spent = engine
        .result(is(activity))
        .totalTime()
        .minus(engine.result(was(activity)).totalTime());
    return spent.isNegative() ? Duration.ZERO : spent;
  }

  /** Whether a session ended, be it one that only began now. */
  private static boolean isTerminated(RuntimeState was, RuntimeState is) {
    boolean began = is.sessions() > was.sessions();
    return hasEnded(was, is) || began && is.phase() != Phase.RUNNING;
  }

  private RuntimeState was(Activity activity) {
    return before.runtime(activity.id()).orElse(RuntimeState.EMPTY);
  }

  private RuntimeState is(Activity activity) {
    return after.runtime(activity.id()).orElse(RuntimeState.EMPTY);
  }

  /** Whether content that was running stopped, be it to begin again. */
  private static boolean hasEnded(RuntimeState was, RuntimeState is) {
    return was.phase() == Phase.RUNNING
        && (is.phase() != Phase.RUNNING || is.sessions() > was.sessions());
  }

  private void answers(Activity activity, RuntimeResult old, RuntimeResult result) {
    for (int i = 0; i < result.interactions().size(); i++) {
      boolean isNew = i >= old.interactions().size()
          || !old.interactions().get(i).equals(result.interactions().get(i));
      if (isNew && !result.interactions().get(i).id().isEmpty()) {
        facts.add(new Fact.Answer(
            part(activity), ScormInteractions.of(result.interactions().get(i), now)));
      }
    }
  }

  private void part(Activity activity, RuntimeResult old, RuntimeResult result) {
    boolean completed =
        result.completion() == Completion.COMPLETED && old.completion() != Completion.COMPLETED;
    boolean decided = isForCredit() && result.success() != old.success();
    boolean scored = isForCredit() && !result.score().equals(old.score());
    if (leaves.size() > 1 && (completed || decided || scored)) {
      facts.add(new Fact.Part(new PartResult(
          activity.id(),
          activity.title(),
          completed,
          decided ? success(result) : Success.UNKNOWN,
          isForCredit() && !isEmpty(result.score()) ? result.score() : null,
          result.totalTime())));
    }
  }

  /**
   * What the whole package says of the unit: the state of its organization, rolled up now and not
   * only when the content is taken away, which a closed browser never tells.
   */
  private void unit() {
    ScormRegistration recorded = ScormPlayback.recorded(after);
    TrackingState tracking = after
        .delivered()
        .map(activity -> Sequencer.rolledUp(recorded.tracking(), activity))
        .orElse(recorded.tracking());
    ObjectiveState root = Sequencer.objective(tracking, recorded.course().tree().root(), 0);
    score(recorded, root)
        .filter(score -> isForCredit())
        .ifPresent(score -> facts.add(new Fact.Score(score)));
    facts.add(new Fact.Progress(progress(tracking, root)));
    if (Boolean.TRUE.equals(root.completed())) {
      facts.add(new Fact.Completion());
    }
    Boolean satisfied = root.satisfied();
    if (satisfied != null && isForCredit()) {
      facts.add(new Fact.Success(satisfied));
    }
  }

  /** In browse and review sequencing completes what was only looked at, which nobody may be told. */
  private boolean counts() {
    return after.learner().mode() == Mode.NORMAL;
  }

  /** Without credit sequencing goes on as with it, but success and score do not count. */
  private boolean isForCredit() {
    return after.learner().forCredit();
  }

  private Optional<Score> score(ScormRegistration recorded, ObjectiveState root) {
    if (leaves.size() == 1) {
      Activity only = leaves.get(0);
      return recorded
          .runtime(only.id())
          .map(state -> engine(only).result(state).score())
          .filter(score -> !isEmpty(score));
    }
    return Optional.ofNullable(root.measure()).map(Score::ofScaled);
  }

  private BigDecimal progress(TrackingState tracking, ObjectiveState root) {
    if (Boolean.TRUE.equals(root.completed())) {
      return BigDecimal.ONE;
    }
    if (leaves.size() == 1 && root.progress() != null) {
      return root.progress();
    }
    long done = leaves.stream()
        .filter(
            leaf -> Boolean.TRUE.equals(Sequencer.objective(tracking, leaf, 0).completed()))
        .count();
    return BigDecimal.valueOf(done)
        .divide(BigDecimal.valueOf(leaves.size()), MathContext.DECIMAL32);
  }

  private void delivered(@Nullable NavigationReply navigation) {
    boolean opened = before == after && navigation == null;
    boolean moved = navigation != null && navigation.delivered() != null;
    if (opened || moved) {
      after.delivered().ifPresent(a -> facts.add(new Fact.Launched(session, part(a))));
    }
  }

  /** SCORM 1.2 keeps its data over every exit, so its attempts go on. */
  private boolean isOver() {
    ObjectiveState root =
        Sequencer.objective(after.tracking(), after.course().tree().root(), 0);
    boolean decided = root.satisfied() != null || Boolean.TRUE.equals(root.completed());
    return decided && !after.course().version().is12();
  }

  private @Nullable String part(Activity activity) {
    return leaves.size() > 1 ? activity.id() : null;
  }

  private RuntimeEngine engine(Activity activity) {
    RunningContent running = after.running();
    LaunchData launch = running != null && running.activity() == activity
        ? running.launch()
        : Optional.ofNullable(before.running())
            .filter(earlier -> earlier.activity() == activity)
            .map(RunningContent::launch)
            .orElseGet(() -> LaunchTerms.of(after, activity, null));
    return RuntimeEngine.of(launch);
  }

  private static Success success(RuntimeResult result) {
    return switch (result.success()) {
      case PASSED -> Success.PASSED;
      case FAILED -> Success.FAILED;
      case UNKNOWN -> Success.UNKNOWN;
    };
  }

  private static boolean isEmpty(Score score) {
    return score.scaledOrNull() == null && score.rawOrNull() == null;
  }
}
