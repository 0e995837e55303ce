package org.lmskit.certification;

import static org.lmskit.certification.CertificationState.CERTIFIED;
import static org.lmskit.certification.CertificationState.EXPIRED;
import static org.lmskit.certification.CertificationState.IN_GRACE;
import static org.lmskit.certification.CertificationState.NOT_CERTIFIED;
import static org.lmskit.certification.CertificationState.PAUSED;
import static org.lmskit.certification.CertificationState.RENEWAL_DUE;
import static org.lmskit.certification.CertificationState.REVOKED;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.certification.CertificationFact.EarnedElsewhere;
import org.lmskit.certification.CertificationFact.Extended;
import org.lmskit.certification.CertificationFact.PathCompleted;
import org.lmskit.certification.CertificationFact.Paused;
import org.lmskit.certification.CertificationFact.Resumed;

/**
 * Goes through facts in the order of their days. A fact that the state of its day does not allow changes nothing: it may
 * have been allowed before a late record changed that state.
 */
final class Replay {
  private final Policies policies;
  private final List<Grant> grants = new ArrayList<>();
  private @Nullable LocalDate pausedOn;
  private boolean validWhenPaused;
  private boolean revoked;

  Replay(Policies policies) {
    this.policies = policies;
  }

  List<Grant> grants() {
    return grants;
  }

  @Nullable
  Grant current() {
    return grants.isEmpty() ? null : grants.get(grants.size() - 1);
  }

  boolean rests() {
    return revoked || pausedOn != null;
  }

  /** Whether it changed anything. */
  boolean apply(CertificationFact fact) {
    if (fact instanceof PathCompleted completed) {
      return complete(completed);
    }
    if (fact instanceof EarnedElsewhere earned) {
      return earn(earned);
    }
    if (fact instanceof Extended extended) {
      return extend(extended);
    }
    if (fact instanceof Paused paused) {
      return pause(paused.effectiveOn());
    }
    return fact instanceof Resumed resumed
        ? resume(resumed.effectiveOn())
        : revoke(fact.effectiveOn());
  }

  /** The state on a day that is not before any applied fact, with all policies. */
  CertificationState state(LocalDate day) {
    return state(day, policies);
  }

  /** The state by which the facts of a day are judged: with the policies that are in force on it. */
  CertificationState judged(LocalDate day) {
    return state(day, policies.inForceOn(day));
  }

  /** Whether the award can be taken away on a day: it is valid, or rests and was valid when it began to. */
  boolean isRevocable(LocalDate day) {
    CertificationState state = judged(day);
    return state.isValid() || state == PAUSED && validWhenPaused;
  }

  private CertificationState state(LocalDate day, Policies by) {
    Grant grant = current();
    if (grant == null) {
      return NOT_CERTIFIED;
    }
    if (revoked) {
      return REVOKED;
    }
    if (pausedOn != null) {
      return PAUSED;
    }
    if (day.isBefore(grant.span(by).until())) {
      return day.isBefore(grant.windowOpens(by)) ? CERTIFIED : RENEWAL_DUE;
    }
    return day.isBefore(grant.graceEnds(by)) ? IN_GRACE : EXPIRED;
  }

  private boolean complete(PathCompleted fact) {
    LocalDate day = fact.effectiveOn();
    Grant current = current();
    CertificationState state = judged(day);
    boolean begins = fact.path() == Path.PRIMARY
        && (state == NOT_CERTIFIED || state == EXPIRED || state == REVOKED);
    boolean renews = state == RENEWAL_DUE || state == IN_GRACE;
    if (!begins && !renews || current != null && current.completedOn.equals(day)) {
      return false;
    }
    Award.Kind kind = begins ? Award.Kind.PRIMARY : Award.Kind.RENEWAL;
    grant(new Grant(day, kind, state == RENEWAL_DUE ? current : null, current, null));
    return true;
  }

  private boolean earn(EarnedElsewhere fact) {
    if (pausedOn != null) {
      return false;
    }
    LocalDate until = fact.validUntilOrNull();
    grant(new Grant(fact.effectiveOn(), Award.Kind.EXTERNAL, null, current(), until));
    return true;
  }

  private void grant(Grant grant) {
    grants.add(grant);
    revoked = false;
  }

  private boolean extend(Extended fact) {
    Grant current = current();
    if (current == null || !judged(fact.effectiveOn()).isValid()) {
      return false;
    }
    current.extend(fact.until());
    return true;
  }

  private boolean pause(LocalDate day) {
    CertificationState state = judged(day);
    if (!state.isValid() && state != IN_GRACE) {
      return false;
    }
    pausedOn = day;
    validWhenPaused = state.isValid();
    return true;
  }

  private boolean resume(LocalDate day) {
    Grant current = current();
    if (current == null || pausedOn == null || !day.isAfter(pausedOn)) {
      return false;
    }
    current.move(ChronoUnit.DAYS.between(pausedOn, day));
    pausedOn = null;
    return true;
  }

  private boolean revoke(LocalDate day) {
    if (!isRevocable(day)) {
      return false;
    }
    revoked = true;
    pausedOn = null;
    return true;
  }
}
