package org.lmskit.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lmskit.assignment.Reacting;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.ContentAsked;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.observation.ObservationEvent.ChecklistPublished;
import org.lmskit.observation.ObservationEvent.ChecklistRetired;
import org.lmskit.observation.ObservationEvent.OfObservation;
import org.lmskit.path.SubjectAsked;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/**
 * What people saw learners do, and who signed for it. Obtained from {@code lms.observations()}; thread-safe.
 *
 * <p>Where several refusals apply, the first of this order is given: what does not exist, what is closed, one's own
 * observation, one person in two roles, an observer who is not qualified, a signer who is no manager, too late.
 */
public final class Observations {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(ChecklistEntry.KIND, Observation.KIND);

  private final Scope scope;
  private final SignatureVerifier verifier;

  /** For {@code Lms}. */
  public Observations(Scope scope, SignatureVerifier verifier) {
    this.scope = scope;
    this.verifier = verifier;
  }

  /** Registers how checklists and observations follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(ChecklistEntry.KIND, Observation.KIND)
        .on(ChecklistPublished.class, Checklists::project)
        .on(
            ChecklistRetired.class,
            (e, all) ->
                all.change(ChecklistEntry.KIND, e.checklist().value(), ChecklistEntry::atRest))
        .on(OfObservation.class, ObservationFold::project);
  }

  /** Registers what requirements, paths and courses ask of observations; for {@code Lms}. */
  public static void register(Questions.Builder questions) {
    questions.on(LeafAsked.class, ObservedAnswer::of);
    questions.on(SubjectAsked.class, Checklists::answer);
    questions.on(ContentAsked.class, Checklists::answer);
  }

  /** Registers what courses have to name, and that duties follow from observations; for {@code Lms}. */
  public static void register(Reactions.Builder reactions) {
    reactions.on(CourseVersionPublished.class, Checklists::requireKnown);
    reactions.on(
        OfObservation.class, (event, op) -> Reacting.done(op, event.of().learner()));
  }

  /**
   * Publishes the first or the next version of a checklist. Publishing what is current changes nothing; observations keep the
   * version by which they were made.
   *
   * @throws RejectedException CHECKLIST_INVALID if it has no criterion, cannot be passed, or names an unknown certification
   */
  public ChecklistVersion publish(Checklist checklist) {
    return scope.write(
        "observations.publish", checklist.id().value(), op -> Checklists.publish(op, checklist));
  }

  /**
   * Has nobody observed by a checklist any more; what was observed stays and can be signed off.
   *
   * @throws NotFoundException if it was never published
   */
  public void retire(ChecklistId checklist) {
    scope.write("observations.retire", checklist.value(), op -> Checklists.retire(op, checklist));
  }

  /** A checklist with all its versions. */
  public Optional<ChecklistEntry> checklist(ChecklistId id) {
    return scope.read(
        "observations.checklist",
        id.value(),
        reader -> reader.find(ChecklistEntry.KIND, id.value()).map(Stored::value));
  }

  /** All checklists, in the order of their first publication. */
  public Page<ChecklistEntry> checklists(PageRequest page) {
    return scope.read(
        "observations.checklists",
        "",
        reader -> Pages.of(reader, Query.of(ChecklistEntry.KIND), page));
  }

  /**
   * Records what an observer saw. If it is good enough it waits to be signed off; if not, nobody is asked.
   *
   * @throws NotFoundException if the checklist or one of the persons does not exist
   * @throws RejectedException CHECKLIST_RETIRED, SELF_OBSERVATION, OBSERVER_NOT_QUALIFIED, POINTS_INVALID, or FUTURE_FACT
   */
  public Observation observe(ObservationEntry entry) {
    return scope.write(
        "observations.observe", entry.learner().value(), op -> Observing.record(op, entry));
  }

  /**
   * Records what was really seen: another observation takes the place of the first, which stays readable as it was signed. It
   * has to be signed off anew, and its days for that count from today.
   *
   * @param reason why, in words
   * @throws NotFoundException if the observation or one of the persons does not exist
   * @throws RejectedException OBSERVATION_CLOSED if it was superseded or does not count any more; CORRECTION_OF_ANOTHER; and
   *     what {@link #observe} refuses
   */
  public Observation correct(ObservationId id, ObservationEntry entry, String reason) {
    return scope.write(
        "observations.correct", id.value(), op -> Observing.correct(op, id, entry, reason));
  }

  /**
   * Signs an observation off. The host's {@link SignatureVerifier} is asked after everything else; the signature is bound to
   * the {@link SignedRecord}.
   *
   * @param proof what the signer showed to the host; never stored
   * @throws NotFoundException if the observation or the signer does not exist
   * @throws RejectedException OBSERVATION_CLOSED, SELF_OBSERVATION, SAME_PERSON_TWO_ROLES, OBSERVER_NOT_QUALIFIED if he turned
   *     out not to be, NOT_MANAGER, SIGN_OFF_TOO_LATE, or SIGNATURE_NOT_VERIFIED
   */
  public Observation signOff(ObservationId id, LearnerId signer, String proof) {
    SignatureVerifier.Claim claim = scope.read(
        "observations.signOff",
        id.value(),
        reader -> SigningOff.of(reader, scope, id, signer)
            .claim(reader, scope.engine().events(), scope.tenant(), proof));
    if (!verifier.verify(claim)) {
      throw new RejectedException(
          ObservationReason.SIGNATURE_NOT_VERIFIED, "for observation " + id);
    }
    return scope.write(
        "observations.signOff", id.value(), op -> SigningOff.of(op, id, signer).sign(op, claim));
  }

  /**
   * Does not sign an observation off. The learner can be observed again.
   *
   * @param reason why, in words
   * @throws NotFoundException if the observation or the signer does not exist
   * @throws RejectedException REASON_MISSING, and what {@link #signOff} refuses but for the signature
   */
  public Observation decline(ObservationId id, LearnerId signer, String reason) {
    return scope.write(
        "observations.decline",
        id.value(),
        op -> SigningOff.of(op, id, signer).decline(op, reason));
  }

  /** The observation of this id. */
  public Optional<Observation> find(ObservationId id) {
    return scope.read(
        "observations.find",
        id.value(),
        reader -> reader.find(Observation.KIND, id.value()).map(Stored::value));
  }

  /** All observations of a learner, the oldest first; empty for someone unknown. */
  public Page<Observation> of(LearnerId learner, PageRequest page) {
    return scope.read(
        "observations.of",
        learner.value(),
        reader -> Learners.page(reader, Observation.KIND, "learner", learner, page));
  }

  /** All observations that somebody made, the oldest first; empty for someone unknown. */
  public Page<Observation> by(LearnerId observer, PageRequest page) {
    return scope.read(
        "observations.by",
        observer.value(),
        reader -> Learners.page(reader, Observation.KIND, "observer", observer, page));
  }

  /** The very record that is or was to be signed, whatever became of the observation; absent if there is none of this id. */
  public Optional<SignedRecord> signedRecord(ObservationId id) {
    return scope.read(
        "observations.signedRecord",
        id.value(),
        reader -> reader
            .find(Observation.KIND, id.value())
            .map(found -> SigningOff.record(reader, scope.engine().events(), found.value())));
  }

  /** What somebody may sign off today, the most urgent first; empty for someone unknown. */
  public List<SignOffTask> signOffQueue(LearnerId manager) {
    return scope.read(
        "observations.signOffQueue",
        manager.value(),
        reader -> Learners.findKey(reader, manager)
            .map(key -> Mentors.of(reader, scope).queue(key))
            .orElseGet(List::of));
  }

  /**
   * What everybody has to do with observations: what waits for him today, and what he observed and signed off of the
   * observations of some days.
   *
   * @param from the first of those days
   * @param before the first that is none of them
   */
  public List<Workload> workload(LocalDate from, LocalDate before) {
    return scope.read(
        "observations.workload", "", reader -> Mentors.of(reader, scope).workload(from, before));
  }

  /**
   * The observations that count although their observer, as is known now, was not qualified on their day: his award was revoked
   * with effect before it. Nothing is voided by itself: a person decides, by {@link #uphold} or {@link #invalidate}.
   */
  public List<Observation> affectedEvidence() {
    return scope.read(
        "observations.affectedEvidence",
        "",
        reader -> AffectedEvidence.of(reader, Query.of(Observation.KIND)));
  }

  /** The same, of one observer; empty for someone unknown. */
  public List<Observation> affectedEvidence(LearnerId observer) {
    return scope.read(
        "observations.affectedEvidence",
        observer.value(),
        reader -> Learners.findKey(reader, observer)
            .map(key -> AffectedEvidence.of(
                reader, Query.of(Observation.KIND).where("observer", key.value())))
            .orElseGet(List::of));
  }

  /**
   * Decides that an observation counts, whatever became known of its observer.
   *
   * @throws NotFoundException if there is none of this id
   * @throws RejectedException OBSERVATION_CLOSED if it does not count; REASON_MISSING
   */
  public Observation uphold(ObservationId id, String reason) {
    return scope.write(
        "observations.uphold", id.value(), op -> AffectedEvidence.uphold(op, id, reason));
  }

  /**
   * Decides that an observation does not count any more. What it led to stays.
   *
   * @throws NotFoundException if there is none of this id
   * @throws RejectedException OBSERVATION_CLOSED if it does not count; REASON_MISSING
   */
  public Observation invalidate(ObservationId id, String reason) {
    return scope.write(
        "observations.invalidate", id.value(), op -> AffectedEvidence.invalidate(op, id, reason));
  }
}
