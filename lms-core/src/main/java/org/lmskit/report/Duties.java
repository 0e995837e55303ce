package org.lmskit.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Compliance;
import org.lmskit.assignment.Member;
import org.lmskit.assignment.Population;
import org.lmskit.assignment.Standing;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerKey;
import org.lmskit.workforce.Appointment;

/** The duties of an audience on a day. */
record Duties(Audience audience, LocalDate day) {
  /** Visits the duties that are alive and wanted, learner by learner. */
  void each(Source of, Predicate<Standing> wanted, Consumer<DutyRow> visitor) {
    Titles titles = new Titles(of);
    visit(of, (member, standings) -> {
      List<Appointment> appointments = member.appointmentsOn(day);
      standings.stream()
          .filter(wanted)
          .map(standing -> new DutyRow(
              member.learner().id(),
              member.learner().profile().name(),
              appointments,
              titles.of(standing.subject()),
              standing))
          .forEach(visitor);
    });
  }

  ComplianceTotals totals(Source of) {
    Tally all = new Tally();
    Map<Subject, Tally> bySubject = new TreeMap<>();
    int[] learners = new int[2];
    visit(of, (member, standings) -> {
      standings.forEach(standing -> {
        all.add(standing);
        bySubject.computeIfAbsent(standing.subject(), key -> new Tally()).add(standing);
      });
      learners[0]++;
      boolean isCompliant =
          standings.stream().allMatch(standing -> standing.situation().compliant());
      learners[1] += isCompliant ? 1 : 0;
    });
    Titles titles = new Titles(of);
    List<ComplianceTotals.OfSubject> subjects = new ArrayList<>();
    bySubject.forEach((subject, tally) -> subjects.add(new ComplianceTotals.OfSubject(
        subject, titles.of(subject), tally.compliance(), tally.overdue)));
    return new ComplianceTotals(learners[0], learners[1], all.compliance(), all.overdue, subjects);
  }

  private interface Visitor {
    void visit(Member member, List<Standing> alive);
  }

  private void visit(Source of, Visitor visitor) {
    Population people = of.population();
    people.each(audience, day, members -> {
      List<Member> seen = of.visible().of(members);
      Map<LearnerKey, List<Standing>> standings = people.standings(seen, day);
      seen.forEach(member -> visitor.visit(
          member,
          standings.getOrDefault(member.key(), List.of()).stream()
              .filter(standing -> standing.situation().state().isAlive())
              .toList()));
    });
  }

  /** Counts duties. */
  private static final class Tally {
    private int required;
    private int fulfilled;
    private int overdue;

    void add(Standing standing) {
      required++;
      fulfilled += standing.situation().compliant() ? 1 : 0;
      overdue += standing.overdue() ? 1 : 0;
    }

    Compliance compliance() {
      return new Compliance(fulfilled, required);
    }
  }
}
