package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.certification.CertificationFact.CompletionCorrected;
import org.lmskit.certification.CertificationFact.EarnedElsewhere;
import org.lmskit.certification.CertificationFact.Extended;
import org.lmskit.certification.CertificationFact.PathCompleted;
import org.lmskit.certification.CertificationFact.Paused;
import org.lmskit.certification.CertificationFact.Resumed;

/**
 * All that is known of one learner and one certification. What it answers is a pure function of the facts, the policy
 * versions and a date: the facts are replayed in the order of their days, whatever the order in which they became known.
 * On one day a pause ends before anything else, completions come next, then extensions, pauses, revocations.
 */
public final class CertificationHistory {
  private final Policies policies;
  private final List<CertificationFact> facts;

  private CertificationHistory(Policies policies, List<CertificationFact> facts) {
    this.policies = policies;
    this.facts = facts;
  }

  /** A history of facts under the versions of a policy, both in any order; without a version there are no awards. */
  public static CertificationHistory of(
      Collection<PolicyVersion> versions, Collection<? extends CertificationFact> facts) {
    List<CertificationFact> inOrder = new ArrayList<>(facts);
    inOrder.sort(Comparator.comparing(CertificationFact::effectiveOn)
        .thenComparing(CertificationHistory::rank)
        .thenComparing(CertificationFact::recordedAt));
    return new CertificationHistory(Policies.of(versions), List.copyOf(inOrder));
  }

  /** What was known at an instant: the facts and versions recorded by then, that instant included. */
  public CertificationHistory asKnownAt(Instant instant) {
    return new CertificationHistory(
        policies.asKnownAt(instant),
        facts.stream().filter(fact -> !fact.recordedAt().isAfter(instant)).toList());
  }

  /** The same with one more fact. */
  public CertificationHistory with(CertificationFact fact) {
    List<CertificationFact> more = new ArrayList<>(facts);
    more.add(fact);
    return of(policies.versions(), more);
  }

  /** The same with one more version of the policy. */
  public CertificationHistory with(PolicyVersion version) {
    List<PolicyVersion> more = new ArrayList<>(policies.versions());
    more.add(version);
    return of(more, facts);
  }

  /** The facts in the order of their days. */
  public List<CertificationFact> facts() {
    return facts;
  }

  /** The state on a day. */
  public CertificationState stateOn(LocalDate day) {
    return replay(day).state(day);
  }

  /** Where the learner stands on a day. */
  public CertificationStatus statusOn(LocalDate day) {
    Replay replay = replay(day);
    CertificationState state = replay.state(day);
    Grant grant = replay.current();
    if (grant == null) {
      return new CertificationStatus(day, state, false, null, null, null);
    }
    Award award = grant.award(policies);
    Certification policy = policies.governing(award.completedOn()).policy();
    boolean compliant =
        state.isValid() || state == CertificationState.IN_GRACE && policy.graceCountsAsCompliant();
    LocalDate opens = grant.windowOpens(policies);
    return new CertificationStatus(
        day,
        state,
        compliant,
        award,
        opens.isBefore(award.validUntil()) ? opens : null,
        grant.graceEnds(policies));
  }

  /** All awards, by their days of completion. */
  public List<Award> awards() {
    return replay(LocalDate.MAX).grants().stream()
        .map(grant -> grant.award(policies))
        .toList();
  }

  /** All that is or becomes due by time alone, in its order, as far as is known now. */
  public List<DueEvent> due() {
    return dueBy(LocalDate.MAX);
  }

  /** What became due by time alone up to a day, that day included, in its order. */
  public List<DueEvent> dueBy(LocalDate day) {
    Map<LocalDate, List<CertificationFact>> byDay = new TreeMap<>();
    for (CertificationFact fact : known(day)) {
      byDay.computeIfAbsent(fact.effectiveOn(), on -> new ArrayList<>()).add(fact);
    }
    Replay replay = new Replay(policies);
    DueEvents due = new DueEvents(policies, replay);
    byDay.forEach((on, ofDay) -> {
      due.advance(on);
      ofDay.forEach(replay::apply);
      due.settle();
    });
    due.advance(day);
    return due.due();
  }

  /**
   * Whether a fact would change anything: whether a completion makes an award, whether an extension, a pause, its end or
   * a revocation finds an award to which it can apply.
   */
  public boolean allows(CertificationFact fact) {
    Replay replay = before(fact);
    if (fact instanceof Extended extended) {
      Grant current = replay.current();
      Policies inForce = policies.inForceOn(fact.effectiveOn());
      return current != null
          && extended.until().isAfter(current.span(inForce).until())
          && replay.apply(fact);
    }
    return !policies.versions().isEmpty() && replay.apply(fact);
  }

  /** The state by which a fact is judged: that of its day, after what comes before it on that day. */
  public CertificationState judges(CertificationFact fact) {
    return before(fact).judged(fact.effectiveOn());
  }

  private Replay before(CertificationFact fact) {
    Replay replay = new Replay(policies);
    for (CertificationFact known : known(fact.effectiveOn())) {
      if (known.effectiveOn().isBefore(fact.effectiveOn()) || rank(known) <= rank(fact)) {
        replay.apply(known);
      }
    }
    return replay;
  }

  private Replay replay(LocalDate day) {
    Replay replay = new Replay(policies);
    known(day).forEach(replay::apply);
    return replay;
  }

  /** The facts that took effect by a day; none without a policy, since nothing can be judged. */
  private List<CertificationFact> known(LocalDate day) {
    return policies.versions().isEmpty()
        ? List.of()
        : standing(facts).filter(fact -> !fact.effectiveOn().isAfter(day)).toList();
  }

  /** Without completions that were made on other days, as is known now; each is taken back once. */
  static Stream<CertificationFact> standing(List<CertificationFact> facts) {
    Map<String, Long> corrected = facts.stream()
        .filter(CompletionCorrected.class::isInstance)
        .map(CompletionCorrected.class::cast)
        .collect(Collectors.groupingBy(
            fact -> key(fact.path(), fact), HashMap::new, Collectors.counting()));
    List<CertificationFact> standing = new ArrayList<>();
    for (CertificationFact fact : facts) {
      boolean isCorrected = fact instanceof PathCompleted done
          && corrected.merge(key(done.path(), fact), -1L, Long::sum) >= 0;
      if (!isCorrected && !(fact instanceof CompletionCorrected)) {
        standing.add(fact);
      }
    }
    return standing.stream();
  }

  private static String key(Path path, CertificationFact fact) {
    return path + " " + fact.effectiveOn();
  }

  private static int rank(CertificationFact fact) {
    if (fact instanceof Resumed) {
      return 0;
    }
    if (fact instanceof PathCompleted completed) {
      return completed.path() == Path.PRIMARY ? 1 : 2;
    }
    if (fact instanceof EarnedElsewhere) {
      return 3;
    }
    if (fact instanceof Extended) {
      return 4;
    }
    return fact instanceof Paused ? 5 : 6;
  }
}
