package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a rule is a reason for somebody: its versions and his history, gone through change by change.
 *
 * @param since the first day
 * @param untilOrNull the first day on which it is none any more; null while no end is known
 * @param by the version that gave it
 * @param endedByOrNull the version by which it ended; null while it has not
 */
record Membership(
    LocalDate since,
    @Nullable LocalDate untilOrNull,
    RuleVersion by,
    @Nullable RuleVersion endedByOrNull) {
  /**
   * All of one person under one rule.
   *
   * @param versions in the order of their first days, then of publication
   * @param told the first days of what was told before: under ADD_ONLY it stays
   */
  static List<Membership> of(List<RuleVersion> versions, Person person, Set<LocalDate> told) {
    List<Membership> all = new ArrayList<>();
    RuleVersion entered = null;
    LocalDate since = null;
    for (LocalDate day : days(versions, person, told)) {
      RuleVersion version = inForce(versions, day);
      if (version == null) {
        continue;
      }
      AssignmentRule rule = version.rule();
      boolean matches = !version.retired() && person.matches(rule.audience(), day)
          || rule.mode() == RuleMode.ADD_ONLY && told.contains(day);
      if (since == null || entered == null) {
        if (matches && rule.mode().adds()) {
          since = day;
          entered = version;
        }
      } else if (!matches && leaves(version)) {
        all.add(new Membership(since, day, entered, version));
        since = null;
      }
    }
    if (since != null && entered != null) {
      all.add(new Membership(since, null, entered, null));
    }
    return all;
  }

  /** The version that holds on a day: of several from one day on, the one published last. */
  static @Nullable RuleVersion inForce(List<RuleVersion> versions, LocalDate day) {
    RuleVersion found = null;
    for (RuleVersion version : versions) {
      if (!version.from().isAfter(day)) {
        found = version;
      }
    }
    return found;
  }

  private static boolean leaves(RuleVersion version) {
    return version.retired()
        || version.rule().mode().removes() && version.rule().exit() != ExitPolicy.RETAIN;
  }

  private static SortedSet<LocalDate> days(
      List<RuleVersion> versions, Person person, Set<LocalDate> told) {
    LocalDate first = versions.get(0).from();
    SortedSet<LocalDate> days = new TreeSet<>(person.days());
    versions.forEach(version -> days.add(version.from()));
    days.addAll(told);
    return days.tailSet(first);
  }
}
