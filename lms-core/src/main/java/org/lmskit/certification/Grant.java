package org.lmskit.certification;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An award in the making: how it was earned and what happened to it. Its interval depends on the policies. */
final class Grant {
  final LocalDate completedOn;
  final Award.Kind kind;

  /** The award before, if this one renewed it inside its window and so continues its chain. */
  final @Nullable Grant renewed;

  final @Nullable Grant previous;

  /** Set on a certificate from elsewhere that says itself how long it is valid. */
  final @Nullable LocalDate ownUntil;

  private final List<UnaryOperator<Span>> changes = new ArrayList<>();

  /**
   * An interval's end, as what the next anniversary counts from: {@code anchor + term}, where the term grows with the
   * chain, so that nothing clipped at the end of a month is ever carried on.
   */
  record Span(LocalDate anchor, Period term, LocalDate until) {
    static Span of(LocalDate anchor, Period term) {
      return new Span(anchor, term, anchor.plus(term));
    }

    LocalDate baseline() {
      return anchor.plus(term);
    }

    private Span extended(LocalDate to) {
      return to.isAfter(until) ? new Span(anchor, term, to) : this;
    }

    private Span moved(long days) {
      return new Span(baseline().plusDays(days), Period.ZERO, until.plusDays(days));
    }

    private Span renewed(Period validity) {
      Period next = term.plus(validity);
      while (!anchor.plus(next).isAfter(until)) {
        next = next.plus(validity);
      }
      return of(anchor, next);
    }
  }

  Grant(
      LocalDate completedOn,
      Award.Kind kind,
      @Nullable Grant renewed,
      @Nullable Grant previous,
      @Nullable LocalDate ownUntil) {
    this.completedOn = completedOn;
    this.kind = kind;
    this.renewed = renewed;
    this.previous = previous;
    this.ownUntil = ownUntil;
  }

  void extend(LocalDate to) {
    changes.add(span -> span.extended(to));
  }

  void move(long days) {
    changes.add(span -> span.moved(days));
  }

  int changeCount() {
    return changes.size();
  }

  Span span(Policies policies) {
    Span span = unchanged(policies);
    for (UnaryOperator<Span> change : changes) {
      span = change.apply(span);
    }
    return span;
  }

  LocalDate windowOpens(Policies policies) {
    return span(policies).until().minus(policies.governing(completedOn).policy().renewalWindow());
  }

  LocalDate graceEnds(Policies policies) {
    return span(policies).until().plus(policies.governing(completedOn).policy().grace());
  }

  Award award(Policies policies) {
    Span span = span(policies);
    return new Award(
        completedOn,
        kind,
        policies.governing(completedOn).number(),
        span.until(),
        span.baseline(),
        renewals(),
        previous == null ? null : previous.completedOn);
  }

  private Span unchanged(Policies policies) {
    Certification policy = policies.governing(completedOn).policy();
    if (ownUntil != null) {
      return Span.of(ownUntil, Period.ZERO);
    }
    if (policy.basis() instanceof ExpiryBasis.Fixed fixed) {
      LocalDate least = completedOn.plus(fixed.minActive());
      return Span.of(Periods.next(fixed.anchor(), policy.validity(), least), Period.ZERO);
    }
    return renewed != null && policy.basis() instanceof ExpiryBasis.Expiry
        ? renewed.span(policies).renewed(policy.validity())
        : Span.of(completedOn, policy.validity());
  }

  private int renewals() {
    return renewed == null ? 0 : 1 + renewed.renewals();
  }
}
