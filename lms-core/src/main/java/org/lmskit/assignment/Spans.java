package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;

/** Reasons over time, from the different causes. */
final class Spans {
  private Spans() {}

  /**
   * Of a rule.
   *
   * @param knownOn gives the day on which a reason of a first day became known
   */
  static Span ofRule(Membership of, Person person, UnaryOperator<LocalDate> knownOn) {
    AssignmentRule rule = of.by().rule();
    RuleVersion ended = of.endedByOrNull();
    return new Span(
        new Cause.ByRule(rule.id()),
        of.since(),
        of.untilOrNull(),
        ended == null ? rule.exit() : ended.rule().exit(),
        new Span.Terms(
            rule.dueOrNull(),
            knownOn.apply(of.since()),
            rule.allowance(),
            (anchor, begin) -> anchor(person, rule.audience(), anchor, begin)),
        rule.reminders());
  }

  /** Of persons: one at a time, from the first decision to assign to the next one to take that back. */
  static List<Span> ofPersons(List<Decision> decisions, Person person) {
    List<Span> spans = new ArrayList<>();
    Decision given = null;
    for (Decision decision : decisions) {
      if (given == null && decision.kind() == Decision.Kind.ASSIGN) {
        given = decision;
      } else if (given != null && decision.kind() == Decision.Kind.UNASSIGN) {
        if (decision.day().isAfter(given.day())) {
          spans.add(ofPerson(given, decision.day(), person));
        }
        given = null;
      }
    }
    if (given != null) {
      spans.add(ofPerson(given, null, person));
    }
    return spans;
  }

  private static Span ofPerson(Decision given, @Nullable LocalDate until, Person person) {
    return new Span(
        new Cause.ByPerson(),
        given.day(),
        until,
        ExitPolicy.WITHDRAW_IF_NOT_STARTED,
        new Span.Terms(
            given.dueOrNull(),
            given.day(),
            Allowance.FROM_EFFECTIVE,
            (anchor, begin) -> anchor(person, null, anchor, begin)),
        given.reminders());
  }

  static Optional<LocalDate> anchor(
      Person person, @Nullable Audience audience, DayRule.Anchor anchor, LocalDate begin) {
    return switch (anchor) {
      case HIRE -> person.hiredOn(begin);
      case APPOINTMENT -> person.appointedOn(begin, audience).or(() -> Optional.of(begin));
      case ASSIGNMENT, PATH_START -> Optional.of(begin);
    };
  }
}
