package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to one learner's certification. Its effect is dated by {@link #effectiveOn()} alone; {@link
 * #recordedAt()} only says since when it is known.
 */
public sealed interface CertificationFact {
  /** The civil day on which it takes effect. */
  LocalDate effectiveOn();

  /** Since when it is known. */
  Instant recordedAt();

  /** A path was completed; whether that makes an award depends on the state of that day. */
  record PathCompleted(Path path, LocalDate effectiveOn, Instant recordedAt)
      implements CertificationFact {}

  /** A completion that was recorded for this day was made on another. */
  record CompletionCorrected(Path path, LocalDate effectiveOn, Instant recordedAt)
      implements CertificationFact {}

  /**
   * A certificate from elsewhere was recorded. It always makes an award, which starts a new chain.
   *
   * @param validUntilOrNull the first day on which it is not valid; if absent, the policy computes it from the date
   */
  record EarnedElsewhere(
      LocalDate effectiveOn, @Nullable LocalDate validUntilOrNull, Instant recordedAt)
      implements CertificationFact {
    /** @throws IllegalArgumentException if it ends before it starts */
    public EarnedElsewhere {
      if (validUntilOrNull != null && !validUntilOrNull.isAfter(effectiveOn)) {
        throw new IllegalArgumentException(
            "earned on " + effectiveOn + ", but not valid from " + validUntilOrNull + " on");
      }
    }

    /** The first day on which it is not valid, where it says so itself. */
    public Optional<LocalDate> validUntil() {
      return Optional.ofNullable(validUntilOrNull);
    }
  }

  /**
   * The award was extended: window, grace and end count from the new date, the next anniversary from the old one.
   *
   * @param until the first day on which it is not valid any more
   */
  record Extended(LocalDate effectiveOn, LocalDate until, Instant recordedAt)
      implements CertificationFact {}

  /** The award rests from this day on. */
  record Paused(LocalDate effectiveOn, Instant recordedAt) implements CertificationFact {}

  /** The award rests no longer; its end moves by the days of the pause. */
  record Resumed(LocalDate effectiveOn, Instant recordedAt) implements CertificationFact {}

  /** The award that is valid on this day was taken away. */
  record Revoked(LocalDate effectiveOn, Instant recordedAt) implements CertificationFact {}
}
