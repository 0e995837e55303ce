package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentEvent.AccommodationGranted;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.UploadedFile;
import org.lmskit.assessment.sitting.SittingEvent.AssessmentSubmitted;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.ContentAsked;
import org.lmskit.catalog.Unit;
import org.lmskit.content.Blob;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.Scope;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Attempts;
import org.lmskit.learning.ContentType;
import org.lmskit.learning.StartAsked;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.model.UnitId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;

/** Attempts on assessments. Obtained from {@code lms.sittings()}; thread-safe. */
public final class Sittings {
  /** How units that are assessments are run. */
  public static final List<ContentType<?, ?, ?, ?>> CONTENT_TYPES = List.of(SittingContent.TYPE);

  private final Scope scope;

  /** For {@code Lms}. */
  public Sittings(Scope scope) {
    this.scope = scope;
  }

  /** Registers how scores follow from submissions; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections.on(
        AssessmentSubmitted.class, (event, all) -> all.put(ScoreRow.KIND, SittingFold.row(event)));
  }

  /** Registers what becomes due; for {@code Lms}. */
  public static void register(TimerHandlers.Builder timers) {
    timers.on(Deadlines.HANDLER, Deadlines::fire);
  }

  /** Registers who may not begin, and which assessments exist; for {@code Lms}. */
  public static void register(Questions.Builder questions) {
    questions.on(StartAsked.class, Beginning::answer);
    questions.on(ContentAsked.class, Assessments::answer);
  }

  /** Registers what follows from events of the packages below; for {@code Lms}. */
  public static void register(Reactions.Builder reactions) {
    reactions.on(AccommodationGranted.class, Deadlines::onAccommodation);
    reactions.on(LearnerErased.class, Sittings::forget);
    reactions.on(CourseVersionPublished.class, Sittings::requireAssessments);
  }

  /**
   * Starts an attempt on a unit that is an assessment, or goes on with the one that has not ended. A new one draws its items and
   * freezes their current versions.
   *
   * @throws NotFoundException if the enrollment or unit does not exist in this tenant
   * @throws RejectedException ENROLLMENT_CLOSED, PREREQUISITE_MISSING, ATTEMPTS_EXHAUSTED; COOLING_DOWN with the time from which
   *     it may be tried again
   * @throws IllegalArgumentException if the unit is no assessment
   */
  public Paper start(EnrollmentId enrollment, UnitId unit) {
    return start(enrollment, unit, null);
  }

  /**
   * The same with a seed of the host's, from which the draw and every shuffle follow; an attempt that goes on keeps its own.
   * Without one the attempt's id is its seed.
   */
  public Paper start(EnrollmentId enrollment, UnitId unit, @Nullable String seed) {
    return scope.write("sittings.start", enrollment.value(), op -> {
      Attempt attempt = Beginning.start(op, enrollment, unit, seed);
      return Reading.of(op.tx(), attempt.id()).paper();
    });
  }

  /**
   * What is put in an attempt, and the answers so far.
   *
   * @throws NotFoundException if nobody started an assessment in it, or its learner is erased
   */
  public Paper paper(AttemptId attempt) {
    return scope.read(
        "sittings.paper", attempt.value(), reader -> Reading.of(reader, attempt).paper());
  }

  /**
   * Saves an answer, in place of an earlier one; a blank one is none. It counts once the attempt is submitted.
   *
   * @throws NotFoundException if nobody started an assessment in the attempt; if a file was not put into the content store
   * @throws RejectedException DEADLINE_PASSED after the deadline of the attempt or of the item's section; the deadline itself is
   *     in time. SECTION_NOT_ENTERED, SECTION_CLOSED, SUBMITTED, ATTEMPT_ENDED, NOT_IN_ATTEMPT; RESPONSE_KIND_WRONG, CHOICE_UNKNOWN, RESPONSE_TOO_LARGE or MEDIA_TYPE_REFUSED with the value
   */
  public SavedAnswer respond(AttemptId attempt, ItemId item, Response response) {
    return scope.write(
        "sittings.respond", attempt.value(), op -> respond(op, attempt, item, response));
  }

  /**
   * Enters a section that has limits of its own: its items are put, and its time runs. One that was entered before goes on; one
   * without limits is open anyhow.
   *
   * @throws NotFoundException if nobody started an assessment in the attempt
   * @throws RejectedException NOT_IN_ATTEMPT; DEADLINE_PASSED if its time or that of the attempt is up; SECTION_CLOSED if it was
   *     left; SUBMITTED
   */
  public Paper enter(AttemptId attempt, String section) {
    return scope.write("sittings.enter", attempt.value(), op -> {
      SectionTimes.enter(op, attempt, section);
      return Reading.of(op.tx(), attempt).paper();
    });
  }

  /**
   * Leaves a section that has limits of its own, for good. One that was closed before stays so.
   *
   * @throws NotFoundException if nobody started an assessment in the attempt
   * @throws RejectedException NOT_IN_ATTEMPT; TOO_SOON with the time from which it can be left; SECTION_NOT_ENTERED;
   *     DEADLINE_PASSED if the time of the attempt is up; SUBMITTED
   */
  public Paper leave(AttemptId attempt, String section) {
    return scope.write("sittings.leave", attempt.value(), op -> {
      SectionTimes.leave(op, attempt, section);
      return Reading.of(op.tx(), attempt).paper();
    });
  }

  /**
   * Hands in what was saved, which ends the attempt. Harmless if it was handed in before; after the deadline, what was saved by
   * then counts as handed in at the deadline.
   *
   * @return what the learner may see of it
   * @throws NotFoundException if nobody started an assessment in the attempt
   * @throws RejectedException ATTEMPT_ENDED if it was ended otherwise; TOO_SOON while a section cannot be left, with the time
   *     from which it can
   */
  public Review submit(AttemptId attempt) {
    return scope.write("sittings.submit", attempt.value(), op -> {
      op.tx()
          .find(Attempt.KIND, attempt.value())
          .ifPresent(found -> op.catchUp(List.of(found.value().ref().of().learner())));
      SittingState state = Reading.state(op.tx(), attempt);
      if (state.submittedAtOrNull() == null) {
        state.clocks().forEach(clock -> SectionTimes.requireLongEnough(clock, op.now()));
        Submitting.submit(op, attempt, op.now(), false);
      }
      return Reading.of(op.tx(), attempt).released(op.now());
    });
  }

  /**
   * What a learner may see of his attempt now.
   *
   * @throws NotFoundException if nobody started an assessment in it, or its learner is erased
   */
  public Review review(AttemptId attempt) {
    return scope.read(
        "sittings.review",
        attempt.value(),
        reader -> Reading.of(reader, attempt).released(scope.engine().now()));
  }

  /**
   * All that is known of an attempt, for those who judge it.
   *
   * @throws NotFoundException if nobody started an assessment in it, or its learner is erased
   */
  public Review inspect(AttemptId attempt) {
    return scope.read(
        "sittings.inspect",
        attempt.value(),
        reader -> Reading.of(reader, attempt).whole());
  }

  /** An answer as it was saved; for packages above. Absent if it is blank, or its author is erased. */
  public static Optional<Response> response(Reader reader, AttemptId attempt, ItemId item) {
    return reader
        .find(SittingState.KIND, attempt.value())
        .flatMap(stored -> stored.value().find(item))
        .filter(response -> !response.isBlank());
  }

  private SavedAnswer respond(Operation op, AttemptId attempt, ItemId item, Response response) {
    SittingState state = Reading.state(op.tx(), attempt);
    SittingContent.requireInTime(state, op.now());
    ItemRef ref = state
        .frozen(item)
        .orElseThrow(() -> new RejectedException(
            AssessmentReason.NOT_IN_ATTEMPT,
            "attempt " + attempt + " has no item " + item,
            Map.of("item", item.value())));
    SectionTimes.requireAnswerable(state, item, op.now());
    Item frozen = ItemBanks.version(op.tx(), ref).orElseThrow().item();
    SittingState next = Attempts.advance(
            op, attempt, SittingContent.TYPE, new SittingRequest.Save(frozen, response))
        .state();
    if (response instanceof Response.Files) {
      keepFiles(op, next);
    }
    long answered =
        next.saved().stream().filter(one -> !one.response().isBlank()).count();
    int items = Objects.requireNonNull(next.formOrNull()).items().size();
    Instant deadline = next.clock(item)
        .filter(SectionClock::binding)
        .flatMap(SectionClock::deadline)
        .orElse(next.deadlineOrNull());
    return new SavedAnswer((int) answered, items, deadline);
  }

  private void keepFiles(Operation op, SittingState state) {
    String owner = Deadlines.owner(state.attempt());
    op.unclaim(owner);
    state.saved().stream()
        .map(SittingState.Saved::response)
        .filter(Response.Files.class::isInstance)
        .flatMap(response -> ((Response.Files) response).files().stream())
        .map(UploadedFile::hash)
        .distinct()
        .forEach(hash -> op.claim(blob(hash), owner));
  }

  private Blob blob(Sha256 hash) {
    return scope
        .content()
        .find(scope.tenant(), hash)
        .orElseThrow(() -> new NotFoundException("no content with hash " + hash));
  }

  /** A course is not published with a unit that nobody could sit. */
  private static void requireAssessments(CourseVersionPublished event, Operation op) {
    event.version().course().units().stream()
        .map(Unit::content)
        .filter(content -> content.type().equals(AssessmentVersion.CONTENT_TYPE))
        .forEach(content -> Assessments.version(op.tx(), content));
  }

  /** The answers themselves go with all states of content. */
  private static void forget(LearnerErased event, Operation op) {
    op.tx().list(Query.of(Attempt.KIND).where("learner", event.learner().value())).stream()
        .map(Stored::value)
        .map(attempt -> Deadlines.owner(attempt.id()))
        .forEach(owner -> {
          op.unclaim(owner);
          op.replaceTimers(owner, List.of());
        });
  }
}
