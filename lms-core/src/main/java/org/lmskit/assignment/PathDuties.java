package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.path.progress.PathCycles;
import org.lmskit.path.progress.PathEnrollment;

/** The steps of learning paths as duties: each lives as long as that of its path. */
final class PathDuties {
  private final Library library;
  private final Known known;

  PathDuties(Library library, Known known) {
    this.library = library;
    this.known = known;
  }

  /** What the needed steps of a path ask for. */
  List<Subject> below(Subject path) {
    return path(path).map(of -> needed(of).stream().map(Step::subject).toList()).orElse(List.of());
  }

  /** One reason for the duty of a step. */
  record Child(Subject subject, Span span) {}

  /**
   * The reasons that a path is for the duties of its steps.
   *
   * @param reasons those of the path itself
   */
  List<Child> children(Subject subject, Timeline timeline, List<Span> reasons) {
    List<Child> children = new ArrayList<>();
    path(subject).ifPresent(path -> {
      for (Life life : lives(timeline)) {
        for (Step step : needed(path)) {
          children.add(new Child(step.subject(), span(path, step, life, reasons)));
        }
      }
    });
    return children;
  }

  /** The days on which a step that asks for something was satisfied, or waived, on any path. */
  List<LocalDate> satisfied(Subject subject) {
    List<LocalDate> days = new ArrayList<>();
    for (PathEnrollment enrollment : known.paths()) {
      library
          .path(enrollment.path(), enrollment.version())
          .ifPresent(path -> path.steps().stream()
              .filter(step -> step.subject().equals(subject))
              .flatMap(step -> enrollment.step(step.id()).since().stream())
              .forEach(days::add));
    }
    return days;
  }

  /** The version that the learner is on, else the current one. */
  Optional<LearningPath> path(Subject subject) {
    PathId id = new PathId(subject.id());
    return known.paths().stream()
        .filter(enrollment -> enrollment.path().equals(id) && enrollment.open())
        .findFirst()
        .map(enrollment -> library.path(id, enrollment.version()))
        .orElseGet(() -> library.path(id));
  }

  private static List<Step> needed(LearningPath path) {
    Set<StepId> needed = PathCycles.needed(path);
    return path.steps().stream().filter(step -> needed.contains(step.id())).toList();
  }

  /** From when to when the duty of the path lives. */
  private record Life(
      LocalDate since, LocalDate knownOn, @Nullable LocalDate until, ExitPolicy exit) {}

  private static List<Life> lives(Timeline timeline) {
    List<Life> lives = new ArrayList<>();
    Moment began = null;
    for (Moment moment : timeline.moments()) {
      AssignmentState state = moment.situation().state();
      if (began == null && state.isAlive()) {
        began = moment;
      } else if (began != null && !state.isAlive()) {
        boolean rests = state == AssignmentState.SUSPENDED || state == AssignmentState.NOT_REQUIRED;
        lives.add(life(
            began, moment.day(), rests ? ExitPolicy.WITHDRAW_IF_NOT_STARTED : ExitPolicy.CANCEL));
        began = null;
      }
    }
    if (began != null) {
      lives.add(life(began, null, ExitPolicy.WITHDRAW_IF_NOT_STARTED));
    }
    return lives;
  }

  private static Life life(Moment began, @Nullable LocalDate until, ExitPolicy exit) {
    LocalDate knownOn = began.situation().reasons().stream()
        .map(LiveReason::knownOn)
        .min(LocalDate::compareTo)
        .orElse(began.day());
    return new Life(began.day(), knownOn, until, exit);
  }

  private Span span(LearningPath path, Step step, Life life, List<Span> reasons) {
    List<Span> live =
        reasons.stream().filter(span -> span.livesOn(life.since())).toList();
    boolean isRealistic = !live.isEmpty()
        && live.stream()
            .allMatch(span -> span.terms().allowance() == Allowance.REALISTIC_ALLOWANCE);
    return new Span(
        new Cause.ByPath(path.id(), step.id()),
        life.since(),
        life.until(),
        life.exit(),
        new Span.Terms(
            due(path, step),
            life.knownOn(),
            isRealistic ? Allowance.REALISTIC_ALLOWANCE : Allowance.FROM_EFFECTIVE,
            (anchor, begin) -> anchor == DayRule.Anchor.PATH_START
                ? Optional.of(life.since())
                : Spans.anchor(known.person(), null, anchor, begin)),
        live.stream().findFirst().map(Span::reminders).orElse(Reminders.NONE));
  }

  /** What follows a step follows what that step asks for. */
  static @Nullable DayRule due(LearningPath path, Step step) {
    if (step.dueOrNull() instanceof DayRule.Following following
        && following.subject().kind() == Subject.Kind.STEP) {
      return path.find(new StepId(following.subject().id()))
          .<DayRule>map(before -> new DayRule.Following(before.subject(), following.period()))
          .orElse(null);
    }
    return step.dueOrNull();
  }
}
