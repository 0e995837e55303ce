package org.lmskit.certification;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.certification.CertificationFact.EarnedElsewhere;
import org.lmskit.certification.CertificationFact.Extended;
import org.lmskit.certification.CertificationFact.PathCompleted;
import org.lmskit.certification.CertificationFact.Paused;
import org.lmskit.certification.CertificationFact.Resumed;
import org.lmskit.certification.CertificationFact.Revoked;

/**
 * The rules of certification told a second time, as a clerk would live them: day after day, with nothing but the state of
 * the evening before. Knows policies that are not retroactive.
 */
final class DayByDay {
  private final List<Certification> policies;
  private CertificationState state = CertificationState.NOT_CERTIFIED;
  private Certification mine;
  private LocalDate awardedOn;
  private LocalDate until;
  private LocalDate baseline;
  private LocalDate chainStart;
  private int chainMonths;
  private int chainDays;
  private int pausedDays;
  private CertificationState beforePause;
  private boolean windowTold;
  private boolean expiryTold;
  private boolean graceTold;
  final List<DueEvent> told = new ArrayList<>();

  DayByDay(List<Certification> policies) {
    this.policies = policies;
  }

  CertificationState live(LocalDate day, List<CertificationFact> factsOfTheDay) {
    midnight(day);
    for (Class<?> kind : List.of(
        Resumed.class,
        PathCompleted.class,
        EarnedElsewhere.class,
        Extended.class,
        Paused.class,
        Revoked.class)) {
      factsOfTheDay.stream()
          .filter(kind::isInstance)
          .filter(f -> !isRenewal(f))
          .forEach(f -> take(f, day));
      factsOfTheDay.stream()
          .filter(kind::isInstance)
          .filter(DayByDay::isRenewal)
          .forEach(f -> take(f, day));
    }
    if (state == CertificationState.PAUSED) {
      pausedDays++;
    } else if (holds()) {
      state = look(day);
      tell(day);
    }
    return state;
  }

  private static boolean isRenewal(CertificationFact fact) {
    return fact instanceof PathCompleted completed && completed.path() == Path.RENEWAL;
  }

  private void midnight(LocalDate day) {
    if (holds()) {
      state = look(day);
      tell(day);
    }
  }

  private boolean holds() {
    return state != CertificationState.NOT_CERTIFIED
        && state != CertificationState.PAUSED
        && state != CertificationState.REVOKED;
  }

  private CertificationState look(LocalDate day) {
    if (!day.isBefore(until.plus(mine.grace()))) {
      return day.isBefore(until) ? CertificationState.CERTIFIED : CertificationState.EXPIRED;
    }
    if (!day.isBefore(until)) {
      return CertificationState.IN_GRACE;
    }
    return day.isBefore(until.minus(mine.renewalWindow()))
        ? CertificationState.CERTIFIED
        : CertificationState.RENEWAL_DUE;
  }

  private void tell(LocalDate day) {
    boolean windowed = !mine.renewalWindow().isZero();
    if (windowed && !windowTold && state != CertificationState.CERTIFIED) {
      told.add(new DueEvent(DueEvent.Type.RENEWAL_WINDOW_OPENED, day, awardedOn));
      windowTold = true;
    }
    if (!expiryTold
        && (state == CertificationState.IN_GRACE || state == CertificationState.EXPIRED)) {
      told.add(new DueEvent(DueEvent.Type.CERTIFICATION_EXPIRED, day, awardedOn));
      expiryTold = true;
    }
    if (!graceTold && state == CertificationState.EXPIRED) {
      told.add(new DueEvent(DueEvent.Type.GRACE_ENDED, day, awardedOn));
      graceTold = true;
    }
  }

  private void take(CertificationFact fact, LocalDate day) {
    if (fact instanceof PathCompleted completed) {
      complete(completed.path(), day);
    } else if (fact instanceof EarnedElsewhere earned && state != CertificationState.PAUSED) {
      begin(day);
      earned.validUntil().ifPresent(own -> anchorAt(own));
    } else if (fact instanceof Extended extended
        && state.isValid()
        && extended.until().isAfter(until)) {
      until = extended.until();
      forget(day);
    } else if (fact instanceof Paused
        && (state.isValid() || state == CertificationState.IN_GRACE)) {
      beforePause = state;
      state = CertificationState.PAUSED;
      pausedDays = 0;
    } else if (fact instanceof Resumed && state == CertificationState.PAUSED && pausedDays > 0) {
      LocalDate moved = until.plusDays(pausedDays);
      anchorAt(baseline.plusDays(pausedDays));
      until = moved;
      forget(day);
      state = look(day);
    } else if (fact instanceof Revoked
        && (state.isValid() || state == CertificationState.PAUSED && beforePause.isValid())) {
      state = CertificationState.REVOKED;
    }
  }

  private void complete(Path path, LocalDate day) {
    switch (state) {
      case NOT_CERTIFIED, EXPIRED, REVOKED -> {
        if (path == Path.PRIMARY) {
          begin(day);
        }
      }
      case RENEWAL_DUE -> renew(day);
      case IN_GRACE -> {
        if (!day.equals(awardedOn)) {
          begin(day);
        }
      }
      default -> {}
    }
  }

  private void begin(LocalDate day) {
    mine = policyOf(day);
    awardedOn = day;
    chainStart = day;
    chainMonths = 0;
    chainDays = 0;
    fresh();
    if (mine.basis() instanceof ExpiryBasis.Fixed fixed) {
      anchorAt(calendar(fixed, day));
    } else {
      lengthen();
    }
    state = look(day);
  }

  private void renew(LocalDate day) {
    if (day.equals(awardedOn)) {
      return;
    }
    mine = policyOf(day);
    if (!(mine.basis() instanceof ExpiryBasis.Expiry)) {
      begin(day);
      return;
    }
    awardedOn = day;
    fresh();
    LocalDate before = until;
    do {
      lengthen();
    } while (!until.isAfter(before));
    state = look(day);
  }

  private void fresh() {
    windowTold = false;
    expiryTold = false;
    graceTold = false;
  }

  /** After its end moved, what was told is told again when it comes again. */
  private void forget(LocalDate day) {
    windowTold &= !day.isBefore(until.minus(mine.renewalWindow()));
    expiryTold &= !day.isBefore(until);
    graceTold &= !day.isBefore(until.plus(mine.grace()));
  }

  private void lengthen() {
    chainMonths += (int) mine.validity().toTotalMonths();
    chainDays += mine.validity().getDays();
    until = chainStart.plusMonths(chainMonths).plusDays(chainDays);
    baseline = until;
  }

  private void anchorAt(LocalDate end) {
    chainStart = end;
    chainMonths = 0;
    chainDays = 0;
    until = end;
    baseline = end;
  }

  private Certification policyOf(LocalDate day) {
    Certification found = policies.get(0);
    for (Certification policy : policies) {
      if (!policy.effectiveOn().isAfter(day)) {
        found = policy;
      }
    }
    return found;
  }

  /** Walks the calendar step by step from far back. */
  private LocalDate calendar(ExpiryBasis.Fixed fixed, LocalDate day) {
    LocalDate least = day.plus(fixed.minActive());
    int k = -2_000;
    while (at(fixed, k).isBefore(least)) {
      k++;
    }
    return at(fixed, k);
  }

  private LocalDate at(ExpiryBasis.Fixed fixed, int k) {
    Period step = mine.validity();
    return fixed.anchor().plusMonths(step.toTotalMonths() * k).plusDays((long) step.getDays() * k);
  }
}
