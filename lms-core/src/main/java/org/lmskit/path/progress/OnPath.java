package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;

/** One learner on one path on a day: what is satisfied, open and due. Decides nothing. */
final class OnPath implements DayRule.Days {
  private final LearningPath path;
  private final PathEnrollment enrollment;
  private final Known known;

  OnPath(LearningPath path, PathEnrollment enrollment, Known known) {
    this.path = path;
    this.enrollment = enrollment;
    this.known = known;
  }

  @Override
  public Optional<LocalDate> of(DayRule.Anchor anchor) {
    return Optional.ofNullable(enrollment.anchors().get(anchor));
  }

  @Override
  public Optional<LocalDate> completed(Subject subject) {
    return subject.kind() == Subject.Kind.STEP
        ? since(new StepId(subject.id()))
        : known.since(new Requirement.Completed(subject), null);
  }

  /** Since when a step counts as done, by what was recorded of it. */
  Optional<LocalDate> since(StepId step) {
    return enrollment.step(step).since();
  }

  /** Since when a step is satisfied by what is known, the start of the enrollment at the earliest. */
  Optional<LocalDate> provedOn(Step step) {
    LocalDate countsAfter = enrollment.step(step.id()).countsAfterOrNull();
    Optional<LocalDate> needless = step.unless().flatMap(this::metOn);
    return Stream.of(known.since(step.leaf(), countsAfter), needless)
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo)
        .map(this::notBeforeStart);
  }

  /** Since when the path is completed by what was recorded; a day to come if it lacks only that. */
  Optional<LocalDate> completedOn() {
    return Known.metOn(path.requirement(), leaf -> since(leaf))
        .map(day -> day.isBefore(enrollment.aliveFrom()) ? enrollment.aliveFrom() : day);
  }

  List<StepStatus> statuses() {
    return path.steps().stream().map(this::status).toList();
  }

  StepStatus status(Step step) {
    List<StepId> waitsFor =
        path.before(step).stream().filter(before -> since(before).isEmpty()).toList();
    boolean waitsForCondition =
        step.opens().when().filter(c -> metOn(c).isEmpty()).isPresent();
    LocalDate opensOn = opensOn(step).orElse(null);
    LocalDate dueOn =
        step.due().flatMap(rule -> rule.on(this)).map(this::notBeforeStart).orElse(null);
    StepProgress progress = enrollment.step(step.id());
    return new StepStatus(
        step,
        state(step, progress, opensOn),
        progress.since().orElse(null),
        opensOn,
        dueOn,
        waitsFor,
        waitsForCondition);
  }

  /** The first day on which a step is open: its own day, and that of everything that it waits for. */
  Optional<LocalDate> opensOn(Step step) {
    Stream<Optional<LocalDate>> days = Stream.of(
            step.opens().from().stream().map(rule -> rule.on(this)),
            path.before(step).stream().map(this::since),
            step.opens().when().stream().map(this::metOn))
        .flatMap(each -> each);
    List<Optional<LocalDate>> all = days.toList();
    return all.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : all.stream()
            .flatMap(Optional::stream)
            .max(LocalDate::compareTo)
            .or(() -> Optional.of(enrollment.startedOn()))
            .map(this::notBeforeStart);
  }

  boolean isOpen(Step step) {
    return since(step.id()).isPresent()
        || opensOn(step).filter(day -> !day.isAfter(known.day())).isPresent();
  }

  private StepStatus.State state(Step step, StepProgress progress, @Nullable LocalDate opensOn) {
    if (progress.waived()) {
      return StepStatus.State.WAIVED;
    }
    if (progress.satisfiedOn().isPresent()) {
      return StepStatus.State.SATISFIED;
    }
    if (known.blocked(step.leaf())) {
      return StepStatus.State.IMPOSSIBLE;
    }
    return opensOn == null || opensOn.isAfter(known.day())
        ? StepStatus.State.LOCKED
        : StepStatus.State.OPEN;
  }

  private Optional<LocalDate> metOn(Requirement condition) {
    return Known.metOn(condition, leaf -> since(leaf)).filter(day -> !day.isAfter(known.day()));
  }

  private Optional<LocalDate> since(Requirement.Leaf leaf) {
    return leaf.subject()
        .flatMap(subject -> subject.kind() == Subject.Kind.STEP
            ? since(new StepId(subject.id()))
            : known.since(leaf, enrollment.countsAfterOrNull()));
  }

  private LocalDate notBeforeStart(LocalDate day) {
    return day.isBefore(enrollment.startedOn()) ? enrollment.startedOn() : day;
  }
}
