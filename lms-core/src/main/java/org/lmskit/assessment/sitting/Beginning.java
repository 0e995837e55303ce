package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.Draw;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.bank.ItemVersion;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentStarted;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Attempts;
import org.lmskit.learning.EnrollmentRef;
import org.lmskit.learning.LearningReason;
import org.lmskit.learning.StartAsked;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/** Begins an attempt on an assessment, or goes on with the one that has not ended. */
final class Beginning {
  private Beginning() {}

  static Attempt start(Operation op, EnrollmentId enrollment, UnitId unit, @Nullable String seed) {
    Attempts.open(op.tx(), enrollment, unit)
        .ifPresent(open -> op.catchUp(List.of(open.ref().of().learner())));
    Attempt attempt = Attempts.start(op, enrollment, unit);
    if (op.tx().find(SittingState.KIND, attempt.id().value()).isEmpty()) {
      begin(op, attempt, seed == null ? attempt.id().value() : seed);
    }
    return attempt;
  }

  private static void begin(Operation op, Attempt attempt, String seed) {
    EnrollmentRef of = attempt.ref().of();
    UnitContent content = Catalog.version(op.tx(), of.course(), of.version())
        .orElseThrow()
        .unit(attempt.unit())
        .content();
    if (!content.type().equals(AssessmentVersion.CONTENT_TYPE)) {
      throw new IllegalArgumentException(
          "unit " + attempt.unit() + " is " + content.type() + ", no assessment");
    }
    AssessmentVersion version = Assessments.version(op.tx(), content);
    SittingState.Form form = form(op, version, seed);
    Instant deadline = Deadlines.of(op.tx(), form, of.learner());
    SittingState begun = Attempts.advance(
            op,
            attempt.id(),
            SittingContent.TYPE,
            new SittingRequest.Begin(form, deadline, SectionTimes.of(version.assessment())))
        .state();
    Deadlines.set(op, of.learner(), begun);
    op.record(new AssessmentStarted(
        Learners.header(op, of.learner()),
        attempt.ref(),
        version.id(),
        version.number(),
        seed,
        form.items(),
        deadline));
  }

  private static SittingState.Form form(Operation op, AssessmentVersion version, String seed) {
    Assessment assessment = version.assessment();
    Draw draw = assessment.draw(seed);
    Map<ItemId, ItemVersion> current = ItemBanks.current(op.tx(), draw.items());
    List<SittingState.Part> parts = new ArrayList<>();
    for (Draw.Part part : draw.parts()) {
      parts.add(new SittingState.Part(
          part.section(),
          part.items().stream()
              .map(item -> Objects.requireNonNull(current.get(item)).ref())
              .toList()));
    }
    return new SittingState.Form(version.id(), version.number(), seed, op.now(), parts);
  }

  /** Nobody begins again too often or too soon. */
  static Optional<RejectedException> answer(StartAsked asked, Asking asking) {
    UnitContent content = asked.unit().content();
    if (!content.type().equals(AssessmentVersion.CONTENT_TYPE)) {
      return Optional.empty();
    }
    Assessment.AttemptRule rule =
        Assessments.version(asking.reader(), content).assessment().attempts();
    int made = asked.enrollment().unit(asked.unit().id()).attemptCount();
    if (rule.most() > 0 && made >= rule.most()) {
      return Optional.of(new RejectedException(
          LearningReason.ATTEMPTS_EXHAUSTED,
          "unit " + asked.unit().id() + " of enrollment " + asked.enrollment().id() + " was tried "
              + made + " times",
          Map.of("maxAttempts", String.valueOf(rule.most()))));
    }
    return lastEnd(asking.reader(), asked)
        .map(end -> end.plus(rule.coolDown()))
        .filter(asked.now()::isBefore)
        .map(opensAt -> new RejectedException(
            AssessmentReason.COOLING_DOWN,
            "unit " + asked.unit().id() + " can be tried again from " + opensAt,
            Map.of("opensAt", opensAt.toString())));
  }

  private static Optional<Instant> lastEnd(Reader reader, StartAsked asked) {
    return reader
        .list(Query.of(Attempt.KIND).where("enrollment", asked.enrollment().id().value()))
        .stream()
        .map(Stored::value)
        .filter(attempt -> attempt.unit().equals(asked.unit().id()))
        .flatMap(attempt -> attempt.endedAt().stream())
        .max(Instant::compareTo);
  }
}
