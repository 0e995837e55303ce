package org.lmskit.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.lmskit.assignment.Member;
import org.lmskit.certification.CertificationFact;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.certification.DueEvent;
import org.lmskit.model.LearnerKey;

/**
 * Needs from a day to before another. Of each learner only the days are looked at on which something changes; what
 * changes is added up over the days at the end.
 */
record Coverage(List<CoverageNeed> needs, LocalDate from, LocalDate before) {
  private static final int MOST_DAYS = 3_660;

  /** @throws IllegalArgumentException if the period is backwards or longer than ten years */
  Coverage {
    needs = List.copyOf(needs);
    long days = ChronoUnit.DAYS.between(from, before);
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException("a forecast from " + from + " to before " + before);
    }
  }

  void each(Source of, Consumer<CoverageRow> visitor) {
    int days = (int) ChronoUnit.DAYS.between(from, before);
    int[][] members = new int[needs.size()][days + 1];
    int[][] holders = new int[needs.size()][days + 1];
    if (!needs.isEmpty()) {
      of.population().everMatching(needs.stream().map(CoverageNeed::audience).toList(), part -> {
        List<Member> seen = of.visible().of(part);
        Map<LearnerKey, Map<CertificationId, CertificationHistory>> all =
            Certifications.histories(of.reader(), Source.keys(seen));
        seen.forEach(
            member -> add(member, all.getOrDefault(member.key(), Map.of()), members, holders));
      });
    }
    int[] present = new int[needs.size()];
    int[] holding = new int[needs.size()];
    for (int day = 0; day < days; day++) {
      for (int need = 0; need < needs.size(); need++) {
        present[need] += members[need][day];
        holding[need] += holders[need][day];
        visitor.accept(
            new CoverageRow(from.plusDays(day), needs.get(need), present[need], holding[need]));
      }
    }
  }

  private void add(
      Member member,
      Map<CertificationId, CertificationHistory> histories,
      int[][] members,
      int[][] holders) {
    SortedSet<LocalDate> days = new TreeSet<>(member.days().subSet(from, before));
    days.add(from);
    Map<CertificationId, Holding> known = new HashMap<>();
    for (int i = 0; i < needs.size(); i++) {
      CoverageNeed need = needs.get(i);
      if (days.stream().noneMatch(day -> member.matches(need.audience(), day))) {
        continue;
      }
      change(members[i], days, day -> member.matches(need.audience(), day));
      CertificationHistory history = histories.get(need.certification());
      if (history != null && before.isAfter(from)) {
        Holding holding =
            known.computeIfAbsent(need.certification(), id -> Holding.of(history, before));
        SortedSet<LocalDate> all = new TreeSet<>(days);
        all.addAll(holding.days().subSet(from, before));
        change(
            holders[i],
            all,
            day -> member.matches(need.audience(), day) && holding.isCompliantOn(day));
      }
    }
  }

  /** Adds to each day by how much a count differs from the day before. */
  private void change(int[] counts, SortedSet<LocalDate> days, Predicate<LocalDate> holds) {
    boolean held = false;
    for (LocalDate day : days) {
      boolean now = holds.test(day);
      if (now != held) {
        counts[(int) ChronoUnit.DAYS.between(from, day)] += now ? 1 : -1;
        held = now;
      }
    }
  }

  /** What one person holds of one certification: several needs may ask for it. */
  private record Holding(
      CertificationHistory history, SortedSet<LocalDate> days, Map<LocalDate, Boolean> known) {
    static Holding of(CertificationHistory history, LocalDate before) {
      SortedSet<LocalDate> days = new TreeSet<>();
      history.facts().stream().map(CertificationFact::effectiveOn).forEach(days::add);
      history.dueBy(before).stream().map(DueEvent::effectiveOn).forEach(days::add);
      return new Holding(history, days, new HashMap<>());
    }

    boolean isCompliantOn(LocalDate day) {
      return known.computeIfAbsent(day, on -> history.statusOn(on).compliant());
    }
  }
}
