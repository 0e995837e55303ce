package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.DayRule;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.workforce.Appointment;
import org.lmskit.workforce.OrgUnit;

/** One learner, one subject, no store: rules, appointments, decisions and work in few words. */
final class Life {
  static final LocalDate LONG_AGO = LocalDate.parse("2020-01-01");

  private final List<List<RuleVersion>> rules = new ArrayList<>();
  private final List<Appointment> appointments = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<LocalDate> completions = new ArrayList<>();
  private final List<LocalDate> starts = new ArrayList<>();
  private final List<LocalDate> again = new ArrayList<>();
  private @Nullable LocalDate knownOn;

  static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }

  Life rule(AssignmentRule rule) {
    rules.add(new ArrayList<>(List.of(new RuleVersion(1, rule, LONG_AGO, false, Instant.EPOCH))));
    return this;
  }

  /** The next version of the last rule. */
  Life then(AssignmentRule rule, String from) {
    List<RuleVersion> versions = rules.get(rules.size() - 1);
    versions.add(new RuleVersion(versions.size() + 1, rule, day(from), false, Instant.EPOCH));
    return this;
  }

  Life in(String unit, String from) {
    return in(unit, from, null);
  }

  Life in(String unit, String from, @Nullable String before) {
    appointments.add(new Appointment(
        new AppointmentId("a" + appointments.size()),
        new LearnerKey("petra"),
        new OrgUnitId(unit),
        new PositionId("associate"),
        null,
        ZoneOffset.UTC,
        day(from),
        before == null ? null : day(before)));
    appointments.sort(Comparator.comparing(Appointment::from));
    return this;
  }

  Life decided(Decision decision) {
    decisions.add(decision);
    decisions.sort(Comparator.comparing(Decision::day));
    return this;
  }

  Life decided(Decision.Kind kind, String day) {
    return decided(Decision.of(kind, day(day)));
  }

  Life completed(String day) {
    completions.add(day(day));
    return this;
  }

  Life started(String day) {
    starts.add(day(day));
    return this;
  }

  Life again(String day) {
    again.add(day(day));
    return this;
  }

  Life knownOn(String day) {
    knownOn = day(day);
    return this;
  }

  Timeline timeline() {
    OrgChart chart = new OrgChart(id ->
        Optional.of(new OrgUnit(id, id.value(), List.of(new OrgUnit.Placement(LONG_AGO, null)))));
    Person person = new Person(appointments, List.of(), chart, ZoneId.of("UTC"));
    List<Span> spans = new ArrayList<>();
    for (List<RuleVersion> versions : rules) {
      for (Membership membership : Membership.of(versions, person, Set.of())) {
        spans.add(Spans.ofRule(membership, person, since -> knownOn == null ? since : knownOn));
      }
    }
    spans.addAll(Spans.ofPersons(decisions, person));
    Duty duty = new Duty(spans, decisions, new CourseEvidence(completions, starts, again));
    return DutyFold.of(duty, duty.days(), (day, facts) -> subject -> Optional.empty());
  }

  /** Where it stands on a day, as {@code "ACTIVE 1 due 2026-05-01 [rule r1]"}. */
  String on(String day) {
    return timeline().moments().stream()
        .filter(moment -> !moment.day().isAfter(day(day)))
        .reduce((first, second) -> second)
        .map(moment -> text(moment.situation()))
        .orElse("-");
  }

  List<String> reminders(String through) {
    return timeline().reminders().stream()
        .filter(reminder -> !reminder.day().isAfter(day(through)))
        .map(reminder -> reminder.type() + " " + reminder.day())
        .toList();
  }

  static String text(Situation of) {
    String due = of.dueOn().map(on -> " due " + on).orElse("");
    String left = of.remainingDays().map(days -> " left " + days).orElse("");
    String reasons = of.causes().isEmpty() ? "" : " " + of.causes();
    return of.state() + " " + of.cycle() + due + left + reasons;
  }

  static DayRule days(int days) {
    return DayRule.assignment(days);
  }
}
