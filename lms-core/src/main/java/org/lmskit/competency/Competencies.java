package org.lmskit.competency;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationEvent.FactRecorded;
import org.lmskit.competency.CompetencyEvent.EvidenceMapped;
import org.lmskit.competency.CompetencyEvent.EvidenceMappingEnded;
import org.lmskit.competency.CompetencyEvent.EvidenceRecorded;
import org.lmskit.competency.CompetencyEvent.EvidenceWithdrawn;
import org.lmskit.competency.CompetencyEvent.FrameworkPublished;
import org.lmskit.competency.CompetencyEvent.NeedsSet;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Rebuilt;
import org.lmskit.internal.Scope;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.CompletionWithdrawn;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.path.progress.PathEvent.PathCompleted;
import org.lmskit.path.progress.PathEvent.PathCompletedEarlier;
import org.lmskit.path.progress.PathEvent.PathCompletionWithdrawn;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/**
 * What people can do, and what they lack for their positions. Obtained from {@code lms.competencies()}; thread-safe.
 *
 * <p>Evidence is only ever added; whether it counts on a day follows from its dates. All figures are exact.
 */
public final class Competencies {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(Framework.KIND, PositionNeeds.KIND, EvidenceMapping.KIND, Evidence.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Competencies(Scope scope) {
    this.scope = scope;
  }

  /** Registers how frameworks, needs and evidence follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(Framework.KIND, PositionNeeds.KIND, EvidenceMapping.KIND, Evidence.KIND)
        .on(FrameworkPublished.class, (e, all) -> all.put(Framework.KIND, e.framework()))
        .on(NeedsSet.class, Competencies::project)
        .on(EvidenceMapped.class, (e, all) -> all.put(EvidenceMapping.KIND, e.mapping()))
        .on(
            EvidenceMappingEnded.class,
            (e, all) -> all.remove(EvidenceMapping.KIND, EvidenceMapping.KIND.idOf(e.mapping())))
        .on(EvidenceRecorded.class, (e, all) -> all.put(Evidence.KIND, Evidence.of(e)))
        .on(
            EvidenceWithdrawn.class,
            (e, all) -> all.change(Evidence.KIND, e.evidence().value(), old -> old.after(e)));
  }

  /** Registers that completions and awards are evidence where a mapping says so; for {@code Lms}. */
  public static void register(Reactions.Builder reactions) {
    reactions.on(
        EnrollmentCompleted.class,
        (e, op) -> MappedEvidence.earned(
            op,
            e.learner(),
            Subject.course(e.of().course().value()),
            e.of().enrollment().value(),
            EvidenceSource.COURSE,
            e.effectiveOn()));
    reactions.on(
        CompletionWithdrawn.class,
        (e, op) -> MappedEvidence.withdrawn(
            op,
            Subject.course(e.of().course().value()),
            e.of().enrollment().value(),
            null,
            e.note()));
    reactions.on(
        PathCompleted.class,
        (e, op) -> MappedEvidence.earned(
            op,
            e.learner(),
            Subject.path(e.path().value()),
            e.of().enrollment().value(),
            EvidenceSource.COURSE,
            e.effectiveOn()));
    reactions.on(
        CompletionCorrected.class,
        (e, op) -> MappedEvidence.moved(
            op,
            e.learner(),
            Subject.course(e.of().course().value()),
            e.of().enrollment().value(),
            e.effectiveOn()));
    reactions.on(
        PathCompletedEarlier.class,
        (e, op) -> MappedEvidence.moved(
            op,
            e.learner(),
            Subject.path(e.path().value()),
            e.of().enrollment().value(),
            e.effectiveOn()));
    reactions.on(
        PathCompletionWithdrawn.class,
        (e, op) -> MappedEvidence.withdrawn(
            op, Subject.path(e.path().value()), e.of().enrollment().value(), null, e.note()));
    reactions.on(FactRecorded.class, MappedEvidence::certified);
  }

  /**
   * Publishes a framework, or publishes it anew. Telling it again changes nothing.
   *
   * @throws RejectedException FRAMEWORK_INVALID; COMPETENCY_TAKEN; COMPETENCY_IN_USE if a competency or a level would go that is
   *     needed, mapped or proven
   */
  public Framework publish(Framework framework) {
    return scope.write(
        "competencies.publish", framework.id().value(), op -> Frameworks.publish(op, framework));
  }

  /** The framework of this id. */
  public Optional<Framework> find(FrameworkId id) {
    return scope.read(
        "competencies.find",
        id.value(),
        reader -> reader.find(Framework.KIND, id.value()).map(Stored::value));
  }

  /** All frameworks. */
  public Page<Framework> frameworks(PageRequest page) {
    return scope.read(
        "competencies.frameworks", "", reader -> Pages.of(reader, Query.of(Framework.KIND), page));
  }

  /**
   * Says what a position needs from a day on, past or future, in place of what it needed until then. Telling it again changes
   * nothing.
   *
   * @param needs all of them; none if nothing is needed any more
   * @throws RejectedException POSITION_UNKNOWN, COMPETENCY_UNKNOWN, LEVEL_UNKNOWN, NEEDED_TWICE
   */
  public PositionNeeds need(PositionId position, LocalDate from, List<Need> needs) {
    return scope.write(
        "competencies.need", position.value(), op -> Frameworks.need(op, position, from, needs));
  }

  /** What a position needs, over time; nothing if nobody said so. */
  public PositionNeeds needs(PositionId position) {
    return scope.read(
        "competencies.needs",
        position.value(),
        reader -> reader
            .find(PositionNeeds.KIND, position.value())
            .map(Stored::value)
            .orElseGet(() -> PositionNeeds.none(position)));
  }

  /**
   * Says that what is done, held or observed from now on is evidence of a competency, or is so otherwise than before. Telling it
   * again changes nothing; earlier evidence stays as it is.
   *
   * @throws RejectedException COMPETENCY_UNKNOWN, LEVEL_UNKNOWN
   */
  public EvidenceMapping map(EvidenceMapping mapping) {
    return scope.write(
        "competencies.map", mapping.subject().id(), op -> Frameworks.map(op, mapping));
  }

  /** Ends that something is evidence of a competency; harmless if it is not. Earlier evidence stays. */
  public void unmap(Subject subject, CompetencyId competency) {
    scope.write(
        "competencies.unmap",
        subject.id(),
        op -> op.tx()
            .find(EvidenceMapping.KIND, EvidenceMapping.id(subject, competency))
            .map(old -> Frameworks.unmap(op, old))
            .orElse(false));
  }

  /** All mappings. */
  public Page<EvidenceMapping> mappings(PageRequest page) {
    return scope.read(
        "competencies.mappings",
        "",
        reader -> Pages.of(reader, Query.of(EvidenceMapping.KIND), page));
  }

  /**
   * Adds evidence: a rating, or something from elsewhere. Telling it again changes nothing.
   *
   * @throws RejectedException COMPETENCY_UNKNOWN, LEVEL_UNKNOWN, FUTURE_DAY
   */
  public Evidence record(EvidenceEntry entry) {
    return scope.write(
        "competencies.record", entry.learner().value(), op -> Evidencing.record(op, entry));
  }

  /**
   * Decides that evidence does not count any more.
   *
   * @param from the first day on which it does not; its own first day for never
   * @param reason why, in words
   * @throws NotFoundException if there is none of this id
   * @throws RejectedException EVIDENCE_WITHDRAWN if that was so from no later day; REASON_MISSING
   */
  public Evidence withdraw(EvidenceId id, LocalDate from, String reason) {
    return scope.write(
        "competencies.withdraw", id.value(), op -> Evidencing.withdraw(op, id, from, reason));
  }

  /** All evidence of a learner, expired and withdrawn too, by day; empty for someone unknown. */
  public List<Evidence> evidence(LearnerId learner) {
    return scope.read(
        "competencies.evidence",
        learner.value(),
        reader -> Learners.findKey(reader, learner).stream()
            .flatMap(
                key -> reader.list(Query.of(Evidence.KIND).where("learner", key.value())).stream())
            .map(Stored::value)
            .sorted(Comparator.comparing(Evidence::observedOn)
                .thenComparing(one -> one.id().value()))
            .toList());
  }

  /** The evidence by which a learner can do something on a day, as the framework counts it; absent if none is valid. */
  public Optional<Evidence> counting(LearnerId learner, CompetencyId competency, LocalDate day) {
    return scope.read(
        "competencies.evidence",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> new SkillGaps(reader, day, null).counting(key, competency)));
  }

  /**
   * What a learner lacks for a position on a day, whether it is his or not.
   *
   * @throws NotFoundException if there is no such learner
   */
  public SkillGap gap(LearnerId learner, PositionId position, LocalDate day) {
    return gap(learner, day, null, gaps -> key -> gaps.of(key, position));
  }

  /** The same by another choice of the evidence that counts. */
  public SkillGap gap(
      LearnerId learner, PositionId position, LocalDate day, AggregationPolicy policy) {
    return gap(learner, day, policy, gaps -> key -> gaps.of(key, position));
  }

  /**
   * What a learner lacks on a day for each of the positions that he has then.
   *
   * @throws NotFoundException if there is no such learner
   */
  public List<SkillGap> gaps(LearnerId learner, LocalDate day) {
    return gap(learner, day, null, gaps -> gaps::held);
  }

  /** What everybody in a part of the organisation, and below it, lacks for his positions on a day. */
  public SkillMatrix matrix(OrgUnitId unit, LocalDate day) {
    return scope.read(
        "competencies.matrix",
        unit.value(),
        reader -> new SkillGaps(reader, day, null).matrix(unit));
  }

  /** The same by another choice of the evidence that counts. */
  public SkillMatrix matrix(OrgUnitId unit, LocalDate day, AggregationPolicy policy) {
    return scope.read(
        "competencies.matrix",
        unit.value(),
        reader -> new SkillGaps(reader, day, policy).matrix(unit));
  }

  private <R> R gap(
      LearnerId learner,
      LocalDate day,
      @Nullable AggregationPolicy policy,
      Function<SkillGaps, Function<LearnerKey, R>> work) {
    return scope.read("competencies.gap", learner.value(), reader -> {
      LearnerKey key = Learners.findKey(reader, learner)
          .orElseThrow(() -> NotFoundException.of("learner", learner));
      return work.apply(new SkillGaps(reader, day, policy)).apply(key);
    });
  }

  private static void project(NeedsSet event, Rebuilt records) {
    PositionNeeds old = records
        .find(PositionNeeds.KIND, event.position().value())
        .orElseGet(() -> PositionNeeds.none(event.position()));
    records.put(
        PositionNeeds.KIND, old.with(new PositionNeeds.Since(event.effectiveOn(), event.needs())));
  }
}
