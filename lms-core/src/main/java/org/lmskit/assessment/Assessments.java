package org.lmskit.assessment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentEvent.AccommodationGranted;
import org.lmskit.assessment.AssessmentEvent.AssessmentPublished;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemAnalysis;
import org.lmskit.catalog.ContentAsked;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.internal.Scope;
import org.lmskit.model.AttemptId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.model.UnitId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Tests, more time for those who need it, and what was scored. Obtained from {@code lms.assessments()}; thread-safe. */
public final class Assessments {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(AssessmentEntry.KIND, AssessmentVersion.KIND, Accommodation.KIND, ScoreRow.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Assessments(Scope scope) {
    this.scope = scope;
  }

  /** Registers how assessments follow from events; for {@code Lms}. */
  public static void register(Projections.Builder projections) {
    projections
        .rebuilds(AssessmentEntry.KIND, AssessmentVersion.KIND, Accommodation.KIND, ScoreRow.KIND)
        .on(
            AccommodationGranted.class,
            (event, all) -> all.put(Accommodation.KIND, event.accommodation()))
        .on(AssessmentPublished.class, (event, all) -> {
          AssessmentVersion version = event.version();
          all.put(AssessmentVersion.KIND, version);
          AssessmentEntry entry = all.find(AssessmentEntry.KIND, version.id().value())
              .map(old -> old.next(version))
              .orElseGet(() -> AssessmentEntry.first(version));
          all.put(AssessmentEntry.KIND, entry);
        });
  }

  /** What is wrong with an assessment, its items included; publishing refuses it if there is anything. */
  public List<Problem> check(Assessment assessment) {
    return scope.read(
        "assessments.check",
        assessment.id().value(),
        reader -> Publishing.check(reader, assessment));
  }

  /**
   * Publishes an assessment, or its next version. Publishing what is current already changes nothing. A course gets it as a
   * unit: {@link AssessmentVersion#unit}.
   *
   * @throws RejectedException ITEM_IN_TWO_POOLS, DRAW_TOO_LARGE, ITEM_UNKNOWN or ASSESSMENT_INVALID, with the errors
   */
  public AssessmentVersion publish(Assessment assessment) {
    return scope.write(
        "assessments.publish",
        assessment.id().value(),
        op -> Publishing.publish(op, assessment, 0));
  }

  /**
   * Publishes a certain version of an assessment: whoever worked on it from an older one is told.
   *
   * @param number the next one
   * @throws RejectedException what {@link #publish(Assessment)} refuses; VERSION_PUBLISHED if that version was published
   *     otherwise, VERSION_SKIPPED if the one before was not
   */
  public AssessmentVersion publish(Assessment assessment, int number) {
    return scope.write(
        "assessments.publish",
        assessment.id().value(),
        op -> Publishing.publish(op, assessment, number));
  }

  /** The current version of an assessment. */
  public Optional<AssessmentVersion> find(AssessmentId assessment) {
    return scope.read(
        "assessments.find", assessment.value(), reader -> current(reader, assessment));
  }

  /** A certain version of an assessment. */
  public Optional<AssessmentVersion> find(AssessmentId assessment, int number) {
    return scope.read(
        "assessments.find",
        assessment.value(),
        reader -> version(reader, AssessmentVersion.key(assessment, number)));
  }

  /** All assessments, in the order of their first publication. */
  public Page<AssessmentEntry> assessments(PageRequest page) {
    return scope.read(
        "assessments.assessments",
        "",
        reader -> Pages.of(reader, Query.of(AssessmentEntry.KIND), page));
  }

  /**
   * Gives a learner more time in all assessments. An attempt that runs is lengthened from its start, and never shortened.
   *
   * @param factor by which time limits grow, such as {@code 1.25}
   * @param reason in words; kept apart, where it can be erased
   * @throws RejectedException FACTOR_TOO_SMALL below 1; REASON_MISSING
   */
  public Accommodation accommodate(LearnerId learner, BigDecimal factor, String reason) {
    return scope.write(
        "assessments.accommodate",
        learner.value(),
        op -> accommodate(op, learner, null, factor, reason));
  }

  /** Gives a learner more time in one assessment, whatever he has in all; see {@link #accommodate}. */
  public Accommodation accommodate(
      LearnerId learner, AssessmentId assessment, BigDecimal factor, String reason) {
    return scope.write(
        "assessments.accommodate",
        learner.value(),
        op -> accommodate(op, learner, assessment, factor, reason));
  }

  /** More time that a learner has. */
  public List<Accommodation> accommodations(LearnerId learner) {
    return scope.read(
        "assessments.accommodations",
        learner.value(),
        reader -> Learners.findKey(reader, learner).stream()
            .flatMap(key ->
                reader.list(Query.of(Accommodation.KIND).where("learner", key.value())).stream())
            .map(Stored::value)
            .toList());
  }

  /** What a submitted attempt brought. */
  public Optional<ScoreRow> row(AttemptId attempt) {
    return scope.read(
        "assessments.row",
        attempt.value(),
        reader -> reader.find(ScoreRow.KIND, attempt.value()).map(Stored::value));
  }

  /** What all submitted attempts on an assessment brought, in the order of submission. */
  public Page<ScoreRow> rows(AssessmentId assessment, PageRequest page) {
    return scope.read(
        "assessments.rows",
        assessment.value(),
        reader -> Pages.of(
            reader, Query.of(ScoreRow.KIND).where("assessment", assessment.value()), page));
  }

  /**
   * What counts of a learner's graded attempts, exact, by the policy of the version that he tried last; absent before the first
   * is graded.
   */
  public Optional<AssessmentResult> result(EnrollmentId enrollment, UnitId unit) {
    return scope.read("assessments.result", enrollment.value(), reader -> {
      List<ScoreRow> rows = rows(reader, enrollment, unit);
      return rows.stream()
          .reduce((first, second) -> second)
          .flatMap(
              last -> version(reader, AssessmentVersion.key(last.assessment(), last.version())))
          .flatMap(
              version -> AssessmentResult.of(version.assessment().attempts().policy(), rows));
    });
  }

  /**
   * How the items of an assessment work, over all graded attempts on any of its versions. Each item is judged by the newest key
   * by which an attempt was scored; ties are broken by the learners' ids.
   *
   * @param choice which attempts of each learner count; {@link AttemptChoice#FIRST} is usual
   */
  public ItemAnalysis analyze(AssessmentId assessment, AttemptChoice choice) {
    return scope.read(
        "assessments.analyze",
        assessment.value(),
        reader -> new Analyzing(reader, assessment).analyze(choice));
  }

  /** What {@link #analyze(AssessmentId, AttemptChoice)} says, inside a read of a package above. */
  public static ItemAnalysis analyze(Reader reader, AssessmentId assessment, AttemptChoice choice) {
    return new Analyzing(reader, assessment).analyze(choice);
  }

  /**
   * The version that a unit is made of; for packages above.
   *
   * @throws RejectedException ASSESSMENT_UNKNOWN if nobody published it
   */
  public static AssessmentVersion version(Reader reader, UnitContent content) {
    return version(reader, AssessmentVersion.key(content))
        .orElseThrow(() -> new RejectedException(
            AssessmentReason.ASSESSMENT_UNKNOWN,
            "no assessment " + content.reference() + " with " + content.settings(),
            Map.of("assessment", content.reference())));
  }

  /** Whether a unit is made of a version that was published; for packages above. */
  public static ContentAsked.Answer answer(ContentAsked asked, Asking asking) {
    if (!asked.content().type().equals(AssessmentVersion.CONTENT_TYPE)) {
      return ContentAsked.Answer.NOT_MINE;
    }
    return version(asking.reader(), AssessmentVersion.key(asked.content())).isPresent()
        ? ContentAsked.Answer.KNOWN
        : ContentAsked.Answer.UNPUBLISHED;
  }

  /** A certain version of an assessment; for packages above. */
  public static Optional<AssessmentVersion> version(
      Reader reader, AssessmentId assessment, int number) {
    return version(reader, AssessmentVersion.key(assessment, number));
  }

  /** The factor by which a learner's time in an assessment grows; for packages above. */
  public static BigDecimal factor(Reader reader, LearnerKey learner, AssessmentId assessment) {
    return reader
        .find(Accommodation.KIND, Accommodation.id(learner, assessment))
        .or(() -> reader.find(Accommodation.KIND, Accommodation.id(learner, null)))
        .map(stored -> stored.value().factor())
        .orElse(BigDecimal.ONE);
  }

  private static List<ScoreRow> rows(Reader reader, EnrollmentId enrollment, UnitId unit) {
    return reader.list(Query.of(ScoreRow.KIND).where("enrollment", enrollment.value())).stream()
        .map(Stored::value)
        .filter(row -> row.unit().equals(unit))
        .sorted(Comparator.comparing(ScoreRow::submittedAt))
        .toList();
  }

  private static Optional<AssessmentVersion> current(Reader reader, AssessmentId assessment) {
    return reader
        .find(AssessmentEntry.KIND, assessment.value())
        .flatMap(entry ->
            version(reader, AssessmentVersion.key(assessment, entry.value().current())));
  }

  static Optional<AssessmentVersion> version(Reader reader, String key) {
    return reader.find(AssessmentVersion.KIND, key).map(Stored::value);
  }

  private static Accommodation accommodate(
      Operation op,
      LearnerId learner,
      @Nullable AssessmentId assessment,
      BigDecimal factor,
      String reason) {
    if (factor.compareTo(BigDecimal.ONE) < 0) {
      throw new RejectedException(
          AssessmentReason.FACTOR_TOO_SMALL,
          "a factor of " + factor,
          Map.of("factor", factor.toString()));
    }
    if (reason.isBlank()) {
      throw new RejectedException(AssessmentReason.REASON_MISSING, "say why there is more time");
    }
    LearnerKey key = Learners.keyOf(op, learner);
    Accommodation next =
        new Accommodation(key, assessment, factor, PersonalText.keep(op, key, reason));
    op.tx()
        .find(Accommodation.KIND, Accommodation.id(key, assessment))
        .ifPresentOrElse(
            old -> op.tx().update(old, next), () -> op.tx().insert(Accommodation.KIND, next));
    op.record(new AccommodationGranted(Learners.header(op, key), next));
    return next;
  }
}
