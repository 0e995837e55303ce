package org.lmskit.certification;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Reactions;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.path.progress.PathEvent.PathCompletedEarlier;
import org.lmskit.recognition.RecognitionEvent.EquivalencyDeclared;
import org.lmskit.recognition.RecognitionEvent.PriorLearningRecognised;
import org.lmskit.recognition.Recognitions;
import org.lmskit.store.Query;
import org.lmskit.workforce.Learners;

/** What courses and learning paths that were completed complete in turn: the path of every certification that names them. */
final class Completions {
  private Completions() {}

  static void register(Reactions.Builder reactions) {
    reactions.on(
        EnrollmentCompleted.class,
        (event, op) -> completed(op, event.learner(), event.of().course(), event.effectiveOn()));
    reactions.on(
        PriorLearningRecognised.class,
        (event, op) -> completed(op, event.learner(), event.course(), event.effectiveOn()));
    reactions.on(
        EquivalencyDeclared.class,
        (event, op) -> Recognitions.done(op.tx(), event.equivalency()).stream()
            .filter(done -> !Learners.isErased(op.tx(), done.learner()))
            .forEach(done ->
                completed(op, done.learner(), Subject.course(done.as().value()), done.on())));
    reactions.on(
        PathCompleted.class,
        (event, op) -> completed(
            op, event.learner(), Subject.path(event.path().value()), event.effectiveOn()));
    reactions.on(CompletionCorrected.class, (event, op) -> {
      CourseId course = event.of().course();
      corrected(op, event.learner(), course, event.before(), event.effectiveOn());
    });
    reactions.on(PathCompletedEarlier.class, (event, op) -> {
      Subject path = Subject.path(event.path().value());
      completed(op, event.learner(), path, event.effectiveOn());
      corrected(op, event.learner(), path, event.before());
    });
  }

  /** A completed course counts as itself, and as those to which it is equivalent. */
  private static void completed(Operation op, LearnerKey learner, CourseId course, LocalDate on) {
    Recognitions.countsAs(op.tx(), course, on)
        .forEach(as -> completed(op, learner, Subject.course(as.value()), on));
  }

  /** A completed course or learning path completes the path of every certification that names it on that day. */
  private static void completed(Operation op, LearnerKey learner, Subject subject, LocalDate on) {
    Map<CertificationId, Path> naming = naming(op, subject, on);
    if (naming.isEmpty() || Learners.isErased(op.tx(), learner)) {
      return;
    }
    naming.forEach((id, path) -> new Recording(op, learner, id).complete(path, on));
  }

  /** It was completed on another day than was told before, which is told first: in between he is not without it. */
  private static void corrected(
      Operation op, LearnerKey learner, CourseId course, LocalDate before, LocalDate on) {
    if (!before.equals(on)) {
      completed(op, learner, course, on);
      Recognitions.countsAs(op.tx(), course, before)
          .forEach(as -> corrected(op, learner, Subject.course(as.value()), before));
    }
  }

  private static void corrected(
      Operation op, LearnerKey learner, Subject subject, LocalDate before) {
    naming(op, subject, before)
        .forEach((id, path) -> new Recording(op, learner, id).correct(path, before));
  }

  /** The certifications that name a subject on a day, and as which path. */
  private static Map<CertificationId, Path> naming(Operation op, Subject subject, LocalDate on) {
    Map<CertificationId, Path> naming = new LinkedHashMap<>();
    op.tx()
        .list(Query.of(CertificationPolicies.KIND).where("subject", subject.toString()))
        .forEach(stored -> stored
            .value()
            .pathOf(subject, on)
            .ifPresent(path -> naming.put(stored.value().certification(), path)));
    return naming;
  }
}
