package org.lmskit.scorm;

import java.util.Comparator;
import java.util.Optional;
import org.lmskit.Lms;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.Unit;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Sitting;
import org.lmskit.model.AttemptId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * Review of attempts that have ended: content works on the copy that is set aside, and nothing that
 * comes of it is told to anybody.
 */
final class ScormReview {
  private static final String ACTION = "scorm.review";

  private ScormReview() {}

  /** The newest attempt on a unit, if it has ended and its content is the one that is launched now. */
  static Optional<AttemptId> find(Lms lms, Enrollment enrollment, UnitId unit) {
    if (enrollment.state() == EnrollmentState.WITHDRAWN) {
      return Optional.empty();
    }
    return lms.scope()
        .read(
            ACTION,
            enrollment.id().value(),
            reader -> newest(reader, enrollment, unit)
                .filter(Attempt::ended)
                .filter(attempt -> attempt.ref().of().version() == enrollment.version())
                .map(Attempt::id)
                .filter(id -> reader.find(ScormAttempt.KIND, id.value()).isPresent()));
  }

  private static Optional<Attempt> newest(Reader reader, Enrollment enrollment, UnitId unit) {
    return reader
        .list(Query.of(Attempt.KIND).where("enrollment", enrollment.id().value()))
        .stream()
        .map(Stored::value)
        .filter(attempt -> attempt.unit().equals(unit))
        .max(Comparator.comparing(Attempt::startedAt).thenComparing(Attempt::number));
  }

  /** Whether a launch is a review of an attempt that has ended. */
  static boolean isOne(Lms lms, LaunchView view) {
    return view.registration().learner().mode() == Mode.REVIEW
        && lms.attempts().find(view.attempt()).filter(Attempt::ended).isPresent();
  }

  /** What content does in such an attempt. */
  static ScormAnswer take(Lms lms, AttemptId id, ScormRequest request) {
    return lms.scope().write(ACTION, id.value(), op -> take(op, id, request));
  }

  private static ScormAnswer take(Operation op, AttemptId id, ScormRequest request) {
    Attempt attempt = op.tx().find(Attempt.KIND, id.value()).orElseThrow().value();
    Enrollment enrollment = op.tx()
        .find(Enrollment.KIND, attempt.enrollment().value())
        .orElseThrow()
        .value();
    Unit unit = Catalog.version(op.tx(), enrollment.course(), enrollment.version())
        .orElseThrow()
        .unit(attempt.unit());
    Stored<ScormAttempt> stored = op.tx().find(ScormAttempt.KIND, id.value()).orElseThrow();
    ScormShared shared = op.tx()
        .find(ScormShared.KIND, stored.value().learner().value())
        .map(Stored::value)
        .orElseGet(() -> ScormShared.nothing(stored.value().learner()));
    var step = ScormContent.TYPE.advance(
        new Sitting<>(attempt, enrollment, unit, stored.value(), shared, op.now()), request);
    op.tx().update(stored, step.state());
    return step.reply();
  }
}
