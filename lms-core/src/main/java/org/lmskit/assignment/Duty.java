package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that decides about one learner and one subject: reasons, decisions, and what he did.
 *
 * @param spans from when to when there are reasons
 * @param decisions of persons, in the order of their days, then as they were made
 * @param evidence of what he did
 */
record Duty(List<Span> spans, List<Decision> decisions, Evidence evidence) {
  /** The days on which it can change, in order. */
  SortedSet<LocalDate> days() {
    SortedSet<LocalDate> days = new TreeSet<>(evidence.days());
    decisions.stream().map(Decision::day).forEach(days::add);
    for (Span span : spans) {
      days.add(span.since());
      if (span.untilOrNull() != null) {
        days.add(span.untilOrNull());
      }
    }
    return days;
  }

  List<Span> liveOn(LocalDate day) {
    return spans.stream().filter(span -> span.livesOn(day)).toList();
  }

  /** What becomes of an open duty whose last reasons end on a day: the least destructive that one of them asks for. */
  ExitPolicy exitOn(LocalDate day) {
    return spans.stream()
        .filter(span -> day.equals(span.untilOrNull()))
        .map(Span::exit)
        .min(ExitPolicy::compareTo)
        .orElse(ExitPolicy.WITHDRAW_IF_NOT_STARTED);
  }

  boolean excludedOn(LocalDate day, boolean withFacts) {
    return holds(day, withFacts, Decision.Kind.EXCLUDE, Decision.Kind.LIFT_EXCLUSION);
  }

  boolean waivedOn(LocalDate day, boolean withFacts) {
    return holds(day, withFacts, Decision.Kind.WAIVE, Decision.Kind.LIFT_WAIVER);
  }

  /** The extensions that were made on a day. */
  List<LocalDate> extensionsOn(LocalDate day) {
    List<LocalDate> until = new ArrayList<>();
    for (Decision decision : decisions) {
      if (decision.day().equals(day) && decision.untilOrNull() != null) {
        until.add(decision.untilOrNull());
      }
    }
    return until;
  }

  private boolean holds(
      LocalDate day, boolean withFacts, Decision.Kind begins, Decision.Kind ends) {
    boolean holds = false;
    for (Decision decision : decisions) {
      boolean counts =
          decision.day().isBefore(day) || withFacts && decision.day().equals(day);
      if (counts && (decision.kind() == begins || decision.kind() == ends)) {
        holds = decision.kind() == begins;
      }
    }
    return holds;
  }
}
