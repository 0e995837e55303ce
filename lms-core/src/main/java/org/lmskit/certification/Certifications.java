package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lmskit.certification.CertificationEvent.FactRecorded;
import org.lmskit.certification.CertificationEvent.OfLearner;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Scope;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.path.SubjectAsked;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.path.progress.Recheck;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.AppointmentEvent;
import org.lmskit.workforce.Learners;

/**
 * Certification policies and who holds what. Obtained from {@code lms.certifications()}; thread-safe.
 *
 * <p>Facts carry their own day and may be recorded in any order: the final state is the same. What was recorded before is
 * recorded once. Days are civil days of the learner; a day after today is refused with FUTURE_DAY.
 */
public final class Certifications {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(CertificationPolicies.KIND, CertificationRecord.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Certifications(Scope scope) {
    this.scope = scope;
  }

  /** Registers what becomes due by time; for {@code Lms}. */
  public static void register(TimerHandlers.Builder timers) {
    timers.on(CertificationTimers.HANDLER, CertificationTimers::fire, CertificationTimers::foresee);
  }

  /** Registers what follows from completions; for {@code Lms}. */
  public static void register(Reactions.Builder reactions) {
    Completions.register(reactions);
    reactions.on(
        AppointmentEvent.class,
        (event, op) -> CertificationTimers.retime(op, event.appointment().learner()));
    reactions.on(FactRecorded.class, (event, op) -> Recheck.learner(op, event.learner()));
  }

  /** Registers how policies and what is kept of learners follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(CertificationPolicies.KIND, CertificationRecord.KIND)
        .on(PolicyPublished.class, CertificationProjection::policies)
        .on(OfLearner.class, CertificationProjection::record);
  }

  /** Registers what requirements ask of certifications; for {@code Lms}. */
  public static void register(Questions.Builder questions) {
    questions.on(LeafAsked.class, CertifiedAnswer::of);
    questions.on(SubjectAsked.class, CertifiedAnswer::of);
  }

  /**
   * Publishes the first or the next version of a policy. Nothing is revoked by it: awards keep existing, and only a
   * retroactive version changes how long earlier ones are valid.
   *
   * @return the version, and whom it changes today; as a dry run, the same without publishing
   * @throws RejectedException POLICY_UNSOUND if {@link Certification#problems()} is not empty
   */
  public PolicyPublication publish(Certification policy) {
    List<Problem> problems = policy.problems();
    if (!problems.isEmpty()) {
      throw new RejectedException(
          CertificationReason.POLICY_UNSOUND,
          problems.stream().map(Problem::message).collect(Collectors.joining("; ")));
    }
    return scope.write(
        "certifications.publish", policy.id().value(), op -> PolicyPublishing.publish(op, policy));
  }

  /** The versions of a policy, the first first; empty if it was never published. */
  public List<PolicyVersion> versions(CertificationId certification) {
    return scope.read(
        "certifications.versions",
        certification.value(),
        reader -> versions(reader, certification));
  }

  /** Records that a path was completed today; see {@link #complete(LearnerId, CertificationId, Path, LocalDate)}. */
  public CertificationStatus complete(LearnerId learner, CertificationId certification, Path path) {
    return record("complete", learner, certification, r -> r.complete(path, r.today()));
  }

  /**
   * Records that a path was completed. Whether that makes an award depends on the state of that day.
   *
   * @return where the learner stands today
   * @throws NotFoundException if the certification was never published
   */
  public CertificationStatus complete(
      LearnerId learner, CertificationId certification, Path path, LocalDate on) {
    return record("complete", learner, certification, r -> r.complete(path, on));
  }

  /**
   * Records a certificate from elsewhere, whose end the policy computes from its day.
   *
   * @throws RejectedException PAUSED, REASON_MISSING
   */
  public CertificationStatus recordExternal(
      LearnerId learner, CertificationId certification, LocalDate on, String reason) {
    return record(
        "recordExternal",
        learner,
        certification,
        r -> r.earn(
            new CertificationFact.EarnedElsewhere(on, null, scope.engine().now()), reason));
  }

  /**
   * Records a certificate from elsewhere that says itself how long it is valid.
   *
   * @param validUntil the first day on which it is not valid
   * @throws IllegalArgumentException if that is not after the day
   * @throws RejectedException PAUSED, REASON_MISSING
   */
  public CertificationStatus recordExternal(
      LearnerId learner,
      CertificationId certification,
      LocalDate on,
      LocalDate validUntil,
      String reason) {
    return record(
        "recordExternal",
        learner,
        certification,
        r -> r.earn(
            new CertificationFact.EarnedElsewhere(on, validUntil, scope.engine().now()), reason));
  }

  /**
   * Extends the award that is valid on a day.
   *
   * @param until the first day on which it is not valid any more
   * @throws RejectedException NOT_VALID, NOT_LATER, REASON_MISSING
   */
  public CertificationStatus extend(
      LearnerId learner,
      CertificationId certification,
      LocalDate on,
      LocalDate until,
      String reason) {
    return record("extend", learner, certification, r -> r.extend(on, until, reason));
  }

  /**
   * Lets an award rest from a day on: not compliant, and nothing becomes due.
   *
   * @throws RejectedException NOTHING_TO_PAUSE, REASON_MISSING
   */
  public CertificationStatus pause(
      LearnerId learner, CertificationId certification, LocalDate on, String reason) {
    return record("pause", learner, certification, r -> r.pause(on, reason));
  }

  /**
   * Ends the rest of an award; its end moves by the days of the pause.
   *
   * @throws RejectedException NOT_PAUSED, REASON_MISSING
   */
  public CertificationStatus resume(
      LearnerId learner, CertificationId certification, LocalDate on, String reason) {
    return record("resume", learner, certification, r -> r.resume(on, reason));
  }

  /**
   * Takes away the award that is valid on a day, and with it the later ones of its chain.
   *
   * @throws RejectedException NOT_VALID, REASON_MISSING
   */
  public CertificationStatus revoke(
      LearnerId learner, CertificationId certification, LocalDate on, String reason) {
    return record("revoke", learner, certification, r -> r.revoke(on, reason));
  }

  /** Where a learner stands on a day, as far as is known now; NOT_CERTIFIED for someone unknown. */
  public CertificationStatus statusOn(
      LearnerId learner, CertificationId certification, LocalDate day) {
    return history(learner, certification).statusOn(day);
  }

  /** Where a learner stood on a day, as far as was known at an instant, that instant included. */
  public CertificationStatus statusOn(
      LearnerId learner, CertificationId certification, LocalDate day, Instant asKnownAt) {
    return history(learner, certification).asKnownAt(asKnownAt).statusOn(day);
  }

  /** All that is known of a learner and a certification; without facts for someone unknown. */
  public CertificationHistory history(LearnerId learner, CertificationId certification) {
    return scope.read("certifications.history", learner.value(), reader -> {
      List<PolicyVersion> versions = versions(reader, certification);
      return Learners.findKey(reader, learner)
          .flatMap(key -> find(reader, key, certification))
          .map(record -> record.history(versions))
          .orElseGet(() -> CertificationHistory.of(versions, List.of()));
    });
  }

  /** The certificate of the award that decides today; absent without one. */
  public Optional<Certificate> certificate(LearnerId learner, CertificationId certification) {
    return scope.read(
        "certifications.certificate",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> find(reader, key, certification))
            .flatMap(record -> certificate(reader, record)));
  }

  private Optional<Certificate> certificate(Reader reader, CertificationRecord record) {
    List<PolicyVersion> versions = versions(reader, record.certification());
    List<Award> awards = record.history(versions).awards();
    if (awards.isEmpty()) {
      return Optional.empty();
    }
    Award award = awards.get(awards.size() - 1);
    String title = versions.get(award.policy() - 1).policy().title();
    Optional<EventId> code = record.awarding(award);
    return code.map(
        id -> new Certificate(record.learner(), record.certification(), title, award, id));
  }

  private CertificationStatus record(
      String action,
      LearnerId learner,
      CertificationId certification,
      Function<Recording, CertificationStatus> work) {
    return scope.write(
        "certifications." + action,
        learner.value(),
        op -> work.apply(new Recording(op, Learners.keyOf(op, learner), certification)));
  }

  /** Says that what is known of each of these learners will be asked for; for the packages above. */
  public static void foresee(Reader reader, Collection<String> learners) {
    reader.foresee(CertificationRecord.KIND, "learner", learners);
  }

  /** What is known of some learners, at most 1,000, by certification; for the packages above. */
  public static Map<LearnerKey, Map<CertificationId, CertificationHistory>> histories(
      Reader reader, Collection<String> learners) {
    Map<CertificationId, List<PolicyVersion>> policies = new HashMap<>();
    Map<LearnerKey, Map<CertificationId, CertificationHistory>> found = new HashMap<>();
    for (Stored<CertificationRecord> stored :
        reader.list(Query.of(CertificationRecord.KIND).whereAny("learner", learners))) {
      CertificationRecord record = stored.value();
      List<PolicyVersion> versions =
          policies.computeIfAbsent(record.certification(), id -> versions(reader, id));
      found
          .computeIfAbsent(record.learner(), key -> new HashMap<>())
          .put(record.certification(), record.history(versions));
    }
    return found;
  }

  /** The versions of a policy, the first first; for the packages above. */
  public static List<PolicyVersion> versions(Reader reader, CertificationId certification) {
    return reader
        .find(CertificationPolicies.KIND, certification.value())
        .map(stored -> stored.value().versions())
        .orElse(List.of());
  }

  private static Optional<CertificationRecord> find(
      Reader reader, LearnerKey learner, CertificationId certification) {
    return reader
        .find(CertificationRecord.KIND, CertificationRecord.id(learner, certification))
        .map(Stored::value);
  }
}
