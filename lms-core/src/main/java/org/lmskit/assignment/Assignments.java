package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.assignment.AssignmentEvent.RulePublished;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.AsKnownAt;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPathEvent.PathVersionPublished;
import org.lmskit.recognition.RecognitionEvent.EquivalencyDeclared;
import org.lmskit.recognition.RecognitionEvent.EquivalencyEnded;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.OrganizationEvent.OrgUnitPlaced;

/**
 * Who must do what by when. Obtained from {@code lms.assignments()}; thread-safe.
 *
 * <p>Rules and decisions carry their own day; where a duty stands on a day is computed from them, from appointments and
 * from what was done, whenever it became known. So a decision of a past day is taken even if there is nothing yet to which it
 * refers; one of today that changes nothing is refused. What {@link #standing} answers needs no scheduler; events of what comes by
 * time alone, and records found by {@link #find}, follow with {@code lms.advance()}.
 */
public final class Assignments {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(RuleBook.KIND, Assignment.KIND);

  private static final int TOGETHER = 500;

  /** What duties depend on that is about nobody in particular. */
  private static final Set<String> ABOUT_NOBODY = Stream.of(
          RulePublished.class,
          OrgUnitPlaced.class,
          CourseVersionPublished.class,
          PathVersionPublished.class,
          PolicyPublished.class,
          EquivalencyDeclared.class,
          EquivalencyEnded.class)
      .map(Class::getSimpleName)
      .collect(Collectors.toUnmodifiableSet());

  private final Scope scope;
  private final Projections projections;

  /** For {@code Lms}. */
  public Assignments(Scope scope, Projections projections) {
    this.scope = scope;
    this.projections = projections;
  }

  /**
   * Publishes a rule, or the next version of one, and assigns. Publishing what is current changes nothing. As a dry run,
   * it gives the very events.
   *
   * @throws RejectedException SUBJECT_UNKNOWN, ORG_UNIT_UNKNOWN, POSITION_UNKNOWN, AUDIENCE_IMPOSSIBLE, RULE_CONTRADICTS,
   *     SUBJECT_CHANGED, or BACK_DATED if a later version is to hold from a day before today
   */
  public RuleVersion publish(AssignmentRule rule) {
    return scope.write(
        "assignments.publish", rule.id().value(), op -> Publishing.publish(op, rule));
  }

  /**
   * Switches the mode of a rule from today on; what it changes, it changes today and not before.
   *
   * @throws NotFoundException if there is no such rule
   */
  public RuleVersion switchMode(RuleId rule, RuleMode mode) {
    return scope.write(
        "assignments.switchMode", rule.value(), op -> Publishing.switchMode(op, rule, mode));
  }

  /**
   * Lets nobody match a rule any more from today on; everybody leaves by its exit policy.
   *
   * @throws NotFoundException if there is no such rule
   */
  public RuleVersion retire(RuleId rule) {
    return scope.write("assignments.retire", rule.value(), op -> Publishing.retire(op, rule));
  }

  /** The newest versions of all rules, by id. */
  public List<RuleVersion> rules() {
    return scope.read(
        "assignments.rules",
        "",
        reader ->
            Rules.of(reader).all().stream().map(rule -> rule.book().newest()).toList());
  }

  /** The versions of a rule, the first first; empty if it was never published. */
  public List<RuleVersion> versions(RuleId rule) {
    return scope.read(
        "assignments.rules",
        rule.value(),
        reader -> reader
            .find(RuleBook.KIND, rule.value())
            .map(stored -> stored.value().versions())
            .orElse(List.of()));
  }

  /**
   * Gives a learner a duty, whatever rules say.
   *
   * @param due the last day on which it is done in time; null without one
   * @param on from which day on, not after today
   * @param reason why, in words
   * @throws RejectedException SUBJECT_UNKNOWN, FUTURE_DAY, REASON_MISSING
   */
  public Standing assign(
      LearnerId learner, Subject subject, @Nullable DayRule due, LocalDate on, String reason) {
    return decide("assign", learner, subject, Decision.assign(on, due), reason);
  }

  /**
   * Gives a learner a duty as {@link #assign(LearnerId, Subject, DayRule, LocalDate, String)} does, of whose due day the host
   * is told.
   *
   * @param reminders what the host is told as the due day comes and goes
   */
  public Standing assign(
      LearnerId learner,
      Subject subject,
      @Nullable DayRule due,
      Reminders reminders,
      LocalDate on,
      String reason) {
    return decide(
        "assign",
        learner,
        subject,
        new Decision(Decision.Kind.ASSIGN, on, null, due, reminders),
        reason);
  }

  /** Gives many learners a duty, in as many transactions as it needs; see {@link #assign}. */
  public void assignAll(
      Collection<LearnerId> learners,
      Subject subject,
      @Nullable DayRule due,
      LocalDate on,
      String reason) {
    List<LearnerId> all = List.copyOf(learners);
    Decision decision = Decision.assign(on, due);
    for (int from = 0; from < all.size(); from += TOGETHER) {
      List<LearnerId> some = all.subList(from, Math.min(all.size(), from + TOGETHER));
      scope.write("assignments.assign", subject.toString(), op -> {
        some.forEach(learner -> Deciding.decide(op, learner, subject, decision, reason));
        return some.size();
      });
    }
  }

  /**
   * Takes back what a person gave; reasons of rules stay.
   *
   * @throws RejectedException NOT_ASSIGNED, FUTURE_DAY, REASON_MISSING
   */
  public Standing unassign(LearnerId learner, Subject subject, LocalDate on, String reason) {
    return decide("unassign", learner, subject, Decision.of(Decision.Kind.UNASSIGN, on), reason);
  }

  /**
   * Says that a learner need not do something, whatever rules say, until that is lifted.
   *
   * @throws RejectedException SUBJECT_UNKNOWN, FUTURE_DAY, REASON_MISSING
   */
  public Standing waive(LearnerId learner, Subject subject, LocalDate on, String reason) {
    return decide("waive", learner, subject, Decision.of(Decision.Kind.WAIVE, on), reason);
  }

  /**
   * Lifts a waiver: the same cycle, with its old due day.
   *
   * @throws RejectedException NOT_WAIVED, FUTURE_DAY, REASON_MISSING
   */
  public Standing liftWaiver(LearnerId learner, Subject subject, LocalDate on, String reason) {
    return decide(
        "liftWaiver", learner, subject, Decision.of(Decision.Kind.LIFT_WAIVER, on), reason);
  }

  /**
   * Takes a learner out of something, whatever rules say, until that is lifted.
   *
   * @throws RejectedException SUBJECT_UNKNOWN, FUTURE_DAY, REASON_MISSING
   */
  public Standing exclude(LearnerId learner, Subject subject, LocalDate on, String reason) {
    return decide("exclude", learner, subject, Decision.of(Decision.Kind.EXCLUDE, on), reason);
  }

  /**
   * Lifts an exclusion: a new cycle from that day.
   *
   * @throws RejectedException NOT_EXCLUDED, FUTURE_DAY, REASON_MISSING
   */
  public Standing liftExclusion(LearnerId learner, Subject subject, LocalDate on, String reason) {
    return decide(
        "liftExclusion", learner, subject, Decision.of(Decision.Kind.LIFT_EXCLUSION, on), reason);
  }

  /**
   * Gives a learner until a later day, in this cycle.
   *
   * @param until the last day on which it is done in time
   * @throws RejectedException NO_DUTY, NOT_LATER, FUTURE_DAY, REASON_MISSING
   */
  public Standing extend(
      LearnerId learner, Subject subject, LocalDate on, LocalDate until, String reason) {
    return decide("extend", learner, subject, Decision.extend(on, until), reason);
  }

  /** A learner's duty with all its cycles, as it was told last; absent if he never had it. */
  public Optional<Assignment> find(LearnerId learner, Subject subject) {
    return scope.read(
        "assignments.find",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .flatMap(key -> reader.find(Assignment.KIND, Assignment.id(key, subject)))
            .map(Stored::value));
  }

  /** All duties of something, as they were told last. */
  public Page<Assignment> of(Subject subject, PageRequest page) {
    return scope.read(
        "assignments.ofSubject",
        subject.toString(),
        reader ->
            Pages.of(reader, Query.of(Assignment.KIND).where("subject", subject.toString()), page));
  }

  /** All duties of something that stand so, as they were told last. */
  public Page<Assignment> of(Subject subject, AssignmentState state, PageRequest page) {
    return scope.read(
        "assignments.ofSubject",
        subject.toString(),
        reader -> Pages.of(
            reader,
            Query.of(Assignment.KIND)
                .where("subject", subject.toString())
                .where("state", state.name()),
            page));
  }

  /**
   * Where a learner stands with all that ever was his duty by a day, past or future, as far as is known now; sorted by
   * subject.
   */
  public List<Standing> standing(LearnerId learner, LocalDate day) {
    return scope.read(
        "assignments.standing", learner.value(), reader -> standing(reader, learner, day));
  }

  /**
   * Where a learner stood with all that ever was his duty by a day, as far as was known at an instant, that instant
   * included; sorted by subject. His attributes, which stand in no event, are those that are known now.
   */
  public List<Standing> standing(LearnerId learner, LocalDate day, Instant asKnownAt) {
    return scope.read(
        "assignments.standing",
        learner.value(),
        reader -> Learners.findKey(reader, learner)
            .map(key -> AsKnownAt.of(
                reader, scope.engine().events(), projections, key, ABOUT_NOBODY, asKnownAt))
            .map(then -> standing(then, learner, day))
            .orElse(List.of()));
  }

  /** Where a learner stands with one duty on a day; absent if it was none by then. */
  public Optional<Standing> standing(LearnerId learner, Subject subject, LocalDate day) {
    return standing(learner, day).stream()
        .filter(standing -> standing.subject().equals(subject))
        .findFirst();
  }

  /** How many of a learner's duties of a day are fulfilled. */
  public Compliance compliance(LearnerId learner, LocalDate day) {
    return Compliance.of(standing(learner, day));
  }

  /** Why a duty stands on a day where it stands; absent if it was none by then. */
  public Optional<Explanation> explain(LearnerId learner, Subject subject, LocalDate day) {
    return scope.read(
        "assignments.explain",
        learner.value(),
        reader -> known(reader, learner)
            .flatMap(known -> Explaining.of(library(reader), known, subject, day)));
  }

  private Standing decide(
      String action, LearnerId learner, Subject subject, Decision decision, String reason) {
    scope.write("assignments." + action, learner.value(), op -> {
      Deciding.decide(op, learner, subject, decision, reason);
      return true;
    });
    return scope.read(
        "assignments." + action,
        learner.value(),
        reader -> standing(reader, learner, decision.day()).stream()
            .filter(standing -> standing.subject().equals(subject))
            .findFirst()
            .orElseGet(() -> Standing.none(subject, decision.day())));
  }

  private List<Standing> standing(Reader reader, LearnerId learner, LocalDate day) {
    Library library = library(reader);
    return known(reader, learner).map(known -> Standing.of(library, known, day)).orElse(List.of());
  }

  private Optional<Known> known(Reader reader, LearnerId learner) {
    return Learners.findKey(reader, learner)
        .map(LearnerKey::value)
        .flatMap(key -> Known.of(library(reader), List.of(key)).stream().findFirst());
  }

  private Library library(Reader reader) {
    return new Library(
        new Asking(reader, scope.engine().questions()),
        scope.engine().zone().apply(scope.tenant()),
        scope::today);
  }
}
