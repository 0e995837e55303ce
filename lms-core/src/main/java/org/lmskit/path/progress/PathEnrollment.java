package org.lmskit.path.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule.Anchor;
import org.lmskit.internal.JsonBody;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.path.PathId;
import org.lmskit.path.StepId;
import org.lmskit.store.Kind;

/**
 * One learner on one learning path in one cycle, pinned to one version of it. Built from its events alone.
 *
 * @param ref who, what, which time
 * @param enrolledAt when
 * @param startedOn the civil day from which he is on it
 * @param state where it stands
 * @param stateSince since when it stands there
 * @param aliveFrom a completion is never before this day: the start, or the day on which it was resumed or moved
 * @param anchors the days from which drip and due days count
 * @param countsAfterOrNull what was done up to this day does not count; null if everything counts
 * @param steps how far the learner is, in the path's order
 * @param completedOnOrNull the day on which it was completed; null if it was not
 */
public record PathEnrollment(
    PathRef ref,
    Instant enrolledAt,
    LocalDate startedOn,
    EnrollmentState state,
    Instant stateSince,
    LocalDate aliveFrom,
    Map<Anchor, LocalDate> anchors,
    @Nullable LocalDate countsAfterOrNull,
    List<StepProgress> steps,
    @Nullable LocalDate completedOnOrNull) {
  /** Enrollments by id; a learner has at most one open on a path, and one in each cycle. */
  public static final Kind<PathEnrollment> KIND = Kind.<PathEnrollment>mutable(
          "path_enrollment", enrollment -> enrollment.id().value())
      .time(PathEnrollment::enrolledAt)
      .index("learner", enrollment -> enrollment.learner().value())
      .index("path", enrollment -> enrollment.path().value())
      .unique("cycle", PathEnrollment::cycleKey)
      .unique("open", PathEnrollment::openKey)
      .many("leads_to", PathEnrollment::leadsTo)
      .body(JsonBody.of(PathEnrollment.class));

  /** Copies the collections. */
  public PathEnrollment {
    anchors = sorted(anchors);
    steps = List.copyOf(steps);
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
  public PathId path() {
    return ref.path();
  }

  /** The number of the version to which the learner is pinned. */
  public int version() {
    return ref.version();
  }

  /** 1 for the first time that this learner is on this path. */
  public int cycle() {
    return ref.cycle();
  }

  /** Whether the learner may still come to complete it. */
  public boolean open() {
    return state.isOpen();
  }

  /** The day on which it was completed. */
  public Optional<LocalDate> completedOn() {
    return Optional.ofNullable(completedOnOrNull);
  }

  /**
   * How far the learner is with one step.
   *
   * @throws NotFoundException if the version has no such step
   */
  public StepProgress step(StepId step) {
    return steps.stream()
        .filter(progress -> progress.step().equals(step))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no step " + step + " in enrollment " + id()));
  }

  /** Whether any step is satisfied or waived. */
  boolean started() {
    return steps.stream().anyMatch(step -> step.since().isPresent());
  }

  static Map<Anchor, LocalDate> sorted(Map<Anchor, LocalDate> anchors) {
    Map<Anchor, LocalDate> sorted = new EnumMap<>(Anchor.class);
    sorted.putAll(anchors);
    return Collections.unmodifiableMap(sorted);
  }

  private String cycleKey() {
    return learner() + " " + cycle() + " " + path();
  }

  private @Nullable String openKey() {
    return open() ? openKey(learner(), path()) : null;
  }

  static String openKey(LearnerKey learner, PathId path) {
    return learner + " " + path;
  }

  private List<String> leadsTo() {
    return steps.stream()
        .map(StepProgress::enrollmentOrNull)
        .filter(Objects::nonNull)
        .map(EnrollmentId::value)
        .distinct()
        .toList();
  }
}
