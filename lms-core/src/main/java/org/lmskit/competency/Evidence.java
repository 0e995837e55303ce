package org.lmskit.competency;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.competency.CompetencyEvent.EvidenceRecorded;
import org.lmskit.competency.CompetencyEvent.EvidenceWithdrawn;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * That somebody can do something, as far as one thing shows it. Built from its events alone; what it says is never changed.
 *
 * @param id which
 * @param learner whose
 * @param competency of what
 * @param level on which level
 * @param observedOn the first day on which it is valid
 * @param validUntilOrNull the first day on which it is not valid; null for ever
 * @param source where it comes from
 * @param originOrNull the very thing of which it is; null if somebody told it
 * @param noteOrNull the digest of the note; null without one
 * @param withdrawnFromOrNull the first day on which it does not count any more; null if it does
 */
public record Evidence(
    EvidenceId id,
    LearnerKey learner,
    CompetencyId competency,
    int level,
    LocalDate observedOn,
    @Nullable LocalDate validUntilOrNull,
    EvidenceSource source,
    @Nullable EvidenceOrigin originOrNull,
    @Nullable Sha256 noteOrNull,
    @Nullable LocalDate withdrawnFromOrNull) {
  /** Evidence by id, found by learner, competency and origin. */
  public static final Kind<Evidence> KIND = Kind.<Evidence>mutable(
          "evidence", evidence -> evidence.id().value())
      .index("learner", evidence -> evidence.learner().value())
      .index("competency", evidence -> evidence.competency().value())
      .index("origin", Evidence::originKey)
      .body(JsonBody.of(Evidence.class));

  static Evidence of(EvidenceRecorded event) {
    return new Evidence(
        event.evidence(),
        event.learner(),
        event.competency(),
        event.level(),
        event.effectiveOn(),
        event.validUntilOrNull(),
        event.source(),
        event.originOrNull(),
        event.noteOrNull(),
        null);
  }

  Evidence after(EvidenceWithdrawn event) {
    return new Evidence(
        id,
        learner,
        competency,
        level,
        observedOn,
        validUntilOrNull,
        source,
        originOrNull,
        noteOrNull,
        event.effectiveOn());
  }

  /** Whether it counts on a day: {@code observedOn <= day < validUntil}, and it was not withdrawn from that day or before. */
  public boolean isValidOn(LocalDate day) {
    return !day.isBefore(observedOn)
        && (validUntilOrNull == null || day.isBefore(validUntilOrNull))
        && (withdrawnFromOrNull == null || day.isBefore(withdrawnFromOrNull));
  }

  /** The first day on which it is not valid. */
  public Optional<LocalDate> validUntil() {
    return Optional.ofNullable(validUntilOrNull);
  }

  /** The first day on which it does not count any more. */
  public Optional<LocalDate> withdrawnFrom() {
    return Optional.ofNullable(withdrawnFromOrNull);
  }

  private @Nullable String originKey() {
    return originOrNull == null ? null : originOrNull.key();
  }
}
