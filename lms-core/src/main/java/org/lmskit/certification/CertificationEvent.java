package org.lmskit.certification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;

/** What happened to certifications; policies and what is kept of learners are built from these events alone. */
public sealed interface CertificationEvent extends LmsEvent {
  /** The certification that it is about. */
  CertificationId certification();

  /** An event about one learner. */
  sealed interface OfLearner extends CertificationEvent {
    /** Whose certification. */
    LearnerKey learner();

    @Override
    default List<LearnerKey> learners() {
      return List.of(learner());
    }
  }

  /** A fact became known. */
  sealed interface FactRecorded extends OfLearner {
    /** The fact, dated by {@link #effectiveOn()}. */
    CertificationFact fact();
  }

  /** Something became due by time alone. */
  sealed interface TimeDriven extends OfLearner {
    /** What became due, on {@link #effectiveOn()}. */
    DueEvent due();
  }

  /**
   * A version of a policy was published.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param version its number, from 1
   * @param policy what was published
   */
  record PolicyPublished(
      EventHeader header, CertificationId certification, int version, Certification policy)
      implements CertificationEvent {}

  /**
   * The primary path was completed, and made an award.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner by whom
   * @param path which path was completed
   * @param policy the number of the version that governs the award
   * @param validUntil the first day on which it is not valid, as far as was known
   */
  record CertificationAwarded(
      EventHeader header,
      CertificationId certification,
      LearnerKey learner,
      Path path,
      int policy,
      LocalDate validUntil)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.PathCompleted(path, effectiveOn(), recordedAt());
    }
  }

  /**
   * A path was completed in the window or in grace, and made a new award.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner by whom
   * @param path which path was completed
   * @param policy the number of the version that governs the award
   * @param validUntil the first day on which it is not valid, as far as was known
   */
  record CertificationRenewed(
      EventHeader header,
      CertificationId certification,
      LearnerKey learner,
      Path path,
      int policy,
      LocalDate validUntil)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.PathCompleted(path, effectiveOn(), recordedAt());
    }
  }

  /**
   * A path was completed, and made no award: before the window, during a pause, or by the renewal path alone.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner by whom
   * @param path which path was completed
   */
  record CertificationPathCompleted(
      EventHeader header, CertificationId certification, LearnerKey learner, Path path)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.PathCompleted(path, effectiveOn(), recordedAt());
    }
  }

  /**
   * A completion that was recorded for the day on which this takes effect was made on another day: without it there may be no
   * award of that day. The other day has an event of its own.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner by whom
   * @param path which path was completed
   */
  record CertificationCompletionCorrected(
      EventHeader header, CertificationId certification, LearnerKey learner, Path path)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.CompletionCorrected(path, effectiveOn(), recordedAt());
    }
  }

  /**
   * A certificate from elsewhere was recorded.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param validUntilOrNull its own end; absent if the policy computes it
   * @param note the digest of the reason
   */
  record CertificationEarnedElsewhere(
      EventHeader header,
      CertificationId certification,
      LearnerKey learner,
      @Nullable LocalDate validUntilOrNull,
      Sha256 note)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.EarnedElsewhere(effectiveOn(), validUntilOrNull, recordedAt());
    }
  }

  /**
   * An award was extended.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param until its new end
   * @param baseline its end without extensions: the next anniversary counts from it
   * @param note the digest of the reason
   */
  record CertificationExtended(
      EventHeader header,
      CertificationId certification,
      LearnerKey learner,
      LocalDate until,
      LocalDate baseline,
      Sha256 note)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.Extended(effectiveOn(), until, recordedAt());
    }
  }

  /**
   * An award rests from now on.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param note the digest of the reason
   */
  record CertificationPaused(
      EventHeader header, CertificationId certification, LearnerKey learner, Sha256 note)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.Paused(effectiveOn(), recordedAt());
    }
  }

  /**
   * An award rests no longer.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param note the digest of the reason
   */
  record CertificationResumed(
      EventHeader header, CertificationId certification, LearnerKey learner, Sha256 note)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.Resumed(effectiveOn(), recordedAt());
    }
  }

  /**
   * An award was taken away.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param note the digest of the reason
   */
  record CertificationRevoked(
      EventHeader header, CertificationId certification, LearnerKey learner, Sha256 note)
      implements FactRecorded {
    @Override
    public CertificationFact fact() {
      return new CertificationFact.Revoked(effectiveOn(), recordedAt());
    }
  }

  /**
   * An award can be renewed from that day on.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param awardedOn the completion day of the award
   */
  record RenewalWindowOpened(
      EventHeader header, CertificationId certification, LearnerKey learner, LocalDate awardedOn)
      implements TimeDriven {
    @Override
    public DueEvent due() {
      return new DueEvent(DueEvent.Type.RENEWAL_WINDOW_OPENED, effectiveOn(), awardedOn);
    }
  }

  /**
   * An award is not valid from that day on.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param awardedOn the completion day of the award
   */
  record CertificationExpired(
      EventHeader header, CertificationId certification, LearnerKey learner, LocalDate awardedOn)
      implements TimeDriven {
    @Override
    public DueEvent due() {
      return new DueEvent(DueEvent.Type.CERTIFICATION_EXPIRED, effectiveOn(), awardedOn);
    }
  }

  /**
   * The renewal path leads nowhere from that day on.
   *
   * @param header what all events have in common
   * @param certification of which certification
   * @param learner whose
   * @param awardedOn the completion day of the award
   */
  record GraceEnded(
      EventHeader header, CertificationId certification, LearnerKey learner, LocalDate awardedOn)
      implements TimeDriven {
    @Override
    public DueEvent due() {
      return new DueEvent(DueEvent.Type.GRACE_ENDED, effectiveOn(), awardedOn);
    }
  }
}
