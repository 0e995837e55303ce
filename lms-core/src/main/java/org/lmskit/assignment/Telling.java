package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;

/**
 * What is to be told of a duty, since it differs from what was told before.
 *
 * @param subject of which duty
 * @param day the day on which it takes effect
 * @param byFact whether by what was done or decided on that day; else at its 00:00
 * @param reminderOrNull what became due; null if the duty changed
 * @param before where it stood before the moment; null if it was none
 * @param afterOrNull where it stands from then on; null if what was told never was
 */
record Telling(
    Subject subject,
    LocalDate day,
    boolean byFact,
    @Nullable Reminder reminderOrNull,
    @Nullable Situation before,
    @Nullable Situation afterOrNull) {
  /** In the order in which it happened: of a 00:00 first the changes, those of paths in front, then what becomes due. */
  static final Comparator<Telling> ORDER = Comparator.comparing(Telling::day)
      .thenComparing(Telling::byFact)
      .thenComparing(telling -> telling.reminderOrNull() != null)
      .thenComparing(telling -> telling.subject().kind() != Subject.Kind.PATH)
      .thenComparing(Telling::subject);

  /** Whether what was told from its moment on never was. */
  boolean isCorrection() {
    return reminderOrNull == null && afterOrNull == null;
  }

  /**
   * The difference.
   *
   * @param told what was told
   * @param until the timeline up to now
   */
  static List<Telling> of(Assignment told, Timeline until) {
    Subject subject = told.subject();
    List<Telling> tellings = new ArrayList<>();
    List<Moment> was = told.moments();
    List<Moment> is = until.moments();
    int same = 0;
    while (same < was.size() && same < is.size() && was.get(same).equals(is.get(same))) {
      same++;
    }
    Situation before = same == 0 ? null : is.get(same - 1).situation();
    boolean isTakenBack = same < was.size()
        && (same == is.size() || Moment.ORDER.compare(was.get(same), is.get(same)) < 0);
    if (isTakenBack) {
      Moment from = was.get(same);
      tellings.add(new Telling(subject, from.day(), from.byFact(), null, before, null));
    }
    for (Moment moment : is.subList(same, is.size())) {
      tellings.add(
          new Telling(subject, moment.day(), moment.byFact(), null, before, moment.situation()));
      before = moment.situation();
    }
    until.reminders().stream()
        .filter(due -> told.reminders().stream().noneMatch(due::isSame))
        .forEach(due -> tellings.add(new Telling(subject, due.day(), false, due, null, null)));
    return tellings;
  }
}
