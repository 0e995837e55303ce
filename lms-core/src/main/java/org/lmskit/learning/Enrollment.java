package org.lmskit.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Evaluation;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.JsonBody;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;
import org.lmskit.store.Kind;

/**
 * One learner on one course in one cycle, pinned to one version of it. Built from its events alone.
 *
 * @param ref who, what, which time
 * @param openedAt when
 * @param state where it stands
 * @param stateSince since when it stands there
 * @param startedAtOrNull when the first attempt began; null if none did
 * @param completedOrNull that it was completed; null if it was not
 * @param units how far the learner is, in the course's order
 * @param completionOrNull what completes it; null if every required unit has to be satisfied
 * @param time on task as ranges of epoch milliseconds, no moment twice, whatever the unit
 * @param versionSinceOrNull when it moved to its version; null if it began on it
 * @param completedByOrNull the event that said so; null if it was not completed
 */
public record Enrollment(
    EnrollmentRef ref,
    Instant openedAt,
    EnrollmentState state,
    Instant stateSince,
    @Nullable Instant startedAtOrNull,
    @Nullable Completed completedOrNull,
    List<UnitResult> units,
    @Nullable Requirement completionOrNull,
    Ranges time,
    @Nullable Instant versionSinceOrNull,
    @Nullable EventId completedByOrNull) {
  /** Enrollments by id; a learner has at most one open on a course, and one in each cycle. */
  public static final Kind<Enrollment> KIND = Kind.<Enrollment>mutable(
          "enrollment", enrollment -> enrollment.id().value())
      .time(Enrollment::openedAt)
      .index("learner", enrollment -> enrollment.learner().value())
      .index("course", enrollment -> enrollment.course().value())
      .unique("cycle", Enrollment::cycleKey)
      .unique("open", Enrollment::openKey)
      .body(JsonBody.of(Enrollment.class));

  /** Copies the list. */
  public Enrollment {
    units = List.copyOf(units);
  }

  /** A new enrollment on this version. */
  static Enrollment opened(EnrollmentOpened event, CourseVersion version) {
    return new Enrollment(
        event.of(),
        event.occurredAt(),
        EnrollmentState.ACTIVE,
        event.occurredAt(),
        null,
        null,
        version.course().units().stream().map(UnitResult::untouched).toList(),
        version.course().completionOrNull(),
        Ranges.EMPTY,
        null,
        null);
  }

  /** Its id. */
  public EnrollmentId id() {
    return ref.enrollment();
  }

  /** Whose. */
  public LearnerKey learner() {
    return ref.learner();
  }

  /** On what. */
  public CourseId course() {
    return ref.course();
  }

  /** The number of the version to which the learner is pinned. */
  public int version() {
    return ref.version();
  }

  /** 1 for the first time that this learner takes this course. */
  public int cycle() {
    return ref.cycle();
  }

  /** The UUID under which statements about it are found. */
  public UUID registration() {
    return ref.registration();
  }

  /** Whether the learner may still come to complete it. */
  public boolean open() {
    return state.isOpen();
  }

  /** That it was completed. */
  public Optional<Completed> completed() {
    return Optional.ofNullable(completedOrNull);
  }

  /** When the first attempt began. */
  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAtOrNull);
  }

  /**
   * How far the learner is with one unit.
   *
   * @throws NotFoundException if the version has no such unit
   */
  public UnitResult unit(UnitId unit) {
    return units.stream()
        .filter(result -> result.unit().equals(unit))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no unit " + unit + " in enrollment " + id()));
  }

  /** How many required units are satisfied, and how many there are. */
  public Progress progress() {
    List<UnitResult> required = required();
    int satisfied = (int) required.stream().filter(UnitResult::satisfied).count();
    BigDecimal done =
        required.stream().map(UnitResult::progress).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal share = required.isEmpty()
        ? BigDecimal.ZERO
        : done.divide(BigDecimal.valueOf(required.size()), MathContext.DECIMAL32);
    return new Progress(satisfied, required.size(), share);
  }

  /** Whether everything that completes it is done, whatever its state. */
  public boolean fulfilled() {
    return completionOrNull == null
        ? progress().complete()
        : Evaluation.of(completionOrNull, new UnitFacts(this)).isSatisfied();
  }

  /** As far as it had come at an instant, by the dates of what is known. */
  Enrollment asOf(Instant at) {
    return new Enrollment(
        ref,
        openedAt,
        state,
        stateSince,
        startedAtOrNull,
        completedOrNull,
        units.stream().map(unit -> unit.asOf(at)).toList(),
        completionOrNull,
        time,
        versionSinceOrNull,
        completedByOrNull);
  }

  /**
   * How far it is from what completes it: the exact least number of further units, which ones, and
   * what blocks it.
   */
  public Evaluation evaluation() {
    Requirement whole = completionOrNull == null
        ? new Requirement.All(required().stream()
            .<Requirement>map(
                r -> new Requirement.Completed(Subject.unit(r.unit().value())))
            .toList())
        : completionOrNull;
    return Evaluation.of(whole, new UnitFacts(this));
  }

  /** PASSED if a required unit was passed and none failed; FAILED if one failed. */
  public Success success() {
    List<Success> decided = required().stream().map(UnitResult::success).toList();
    if (decided.contains(Success.FAILED)) {
      return Success.FAILED;
    }
    return decided.contains(Success.PASSED) ? Success.PASSED : Success.UNKNOWN;
  }

  /** The score of its only scored unit, else the mean of the units' scaled scores. */
  public Optional<Score> score() {
    return Scores.overall(units.stream().flatMap(unit -> unit.score().stream()).toList());
  }

  /** Time on task, no moment counted twice. */
  public Duration timeOnTask() {
    return Duration.ofMillis(time.length());
  }

  List<UnitResult> required() {
    return units.stream().filter(UnitResult::required).toList();
  }

  private String cycleKey() {
    return learner() + " " + cycle() + " " + course();
  }

  private @Nullable String openKey() {
    return open() ? openKey(learner(), course()) : null;
  }

  static String openKey(LearnerKey learner, CourseId course) {
    return learner + " " + course;
  }
}
