package org.lmskit.scorm.sequencing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

/**
 * What is tracked of one activity.
 *
 * @param active whether an attempt on it is in progress
 * @param suspended whether its attempt is suspended
 * @param attempts how many attempts began
 * @param parentAttempt in which attempt on the parent its information was recorded
 * @param objectives local values in the order of {@link Activity#objectives()}; shorter if the rest
 *     is unknown
 * @param earlier values of the primary objective that an attempt before that one on the parent left
 * @param said the statuses that content set, be it to unknown, so that the LMS does not
 * @param lessonStatus SCORM 1.2: the last {@code cmi.core.lesson_status}, which outlives attempts;
 *     null if none was recorded
 * @param order its available children; null while they are all, in the order of the manifest
 * @param times when it began and how long it took
 */
record ActivityState(
    boolean active,
    boolean suspended,
    int attempts,
    int parentAttempt,
    List<ObjectiveState> objectives,
    Set<ObjectiveValue> earlier,
    Set<ObjectiveValue> said,
    @Nullable String lessonStatus,
    @Nullable ChildOrder order,
    Times times) {
  static final ActivityState INITIAL =
      new ActivityState(false, false, 0, 0, List.of(), Set.of(), Set.of(), null, null, Times.NONE);

  /**
   * When attempts began and how long learners worked.
   *
   * @param first when the first attempt began
   * @param attempt when the newest attempt began
   * @param experienced work in the newest attempt
   * @param total work in all attempts
   */
  record Times(
      @Nullable Instant first, @Nullable Instant attempt, Duration experienced, Duration total) {
    static final Times NONE = new Times(null, null, Duration.ZERO, Duration.ZERO);

    Times begun(Instant now) {
      return new Times(first == null ? now : first, now, Duration.ZERO, total);
    }

    Times worked(Duration session) {
      return new Times(first, attempt, experienced.plus(session), total.plus(session));
    }
  }

  ObjectiveState objective(int index) {
    return index < objectives.size() ? objectives.get(index) : ObjectiveState.UNKNOWN;
  }

  ActivityState withActive(boolean value) {
    return new ActivityState(
        value,
        suspended,
        attempts,
        parentAttempt,
        objectives,
        earlier,
        said,
        lessonStatus,
        order,
        times);
  }

  ActivityState withSuspended(boolean value) {
    return new ActivityState(
        active,
        value,
        attempts,
        parentAttempt,
        objectives,
        earlier,
        said,
        lessonStatus,
        order,
        times);
  }

  ActivityState withObjective(int index, ObjectiveState value) {
    var next = new ArrayList<>(objectives);
    while (next.size() <= index) {
      next.add(ObjectiveState.UNKNOWN);
    }
    next.set(index, value);
    return recorded(parentAttempt, next, earlier);
  }

  /** What is known, some of it from before this attempt on the parent. */
  ActivityState withEarlier(int inParent, Set<ObjectiveValue> before) {
    return recorded(inParent, objectives, before);
  }

  private ActivityState recorded(
      int inParent, List<ObjectiveState> values, Set<ObjectiveValue> before) {
    return new ActivityState(
        active,
        suspended,
        attempts,
        inParent,
        List.copyOf(values),
        before,
        said,
        lessonStatus,
        order,
        times);
  }

  ActivityState withSaid(Set<ObjectiveValue> value) {
    return new ActivityState(
        active,
        suspended,
        attempts,
        parentAttempt,
        objectives,
        earlier,
        value,
        lessonStatus,
        order,
        times);
  }

  ActivityState withLessonStatus(String value) {
    return new ActivityState(
        active, suspended, attempts, parentAttempt, objectives, earlier, said, value, order, times);
  }

  ActivityState withOrder(@Nullable ChildOrder value) {
    return new ActivityState(
        active,
        suspended,
        attempts,
        parentAttempt,
        objectives,
        earlier,
        said,
        lessonStatus,
        value,
        times);
  }

  ActivityState withTimes(Times value) {
    return new ActivityState(
        active,
        suspended,
        attempts,
        parentAttempt,
        objectives,
        earlier,
        said,
        lessonStatus,
        order,
        value);
  }

  /** A new attempt, of which nothing is known yet. */
  ActivityState begun(int inParent, Instant now) {
    return new ActivityState(
        active,
        false,
        attempts + 1,
        inParent,
        List.of(),
        Set.of(),
        Set.of(),
        lessonStatus,
        order,
        times.begun(now));
  }
}
