package org.lmskit.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lmskit.assignment.AssignmentEvent.OfDuty;
import org.lmskit.catalog.Subject;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Timer;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Change;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/** Computes the duties of learners anew, and tells what differs from what was told before. */
final class Settling {
  private static final String BY_FACTS = "duties, heard of now";
  private static final String BY_WORK = "duties";

  private final Operation op;
  private final Library library;

  /** Whether nothing new was heard: then reasons became known when they began. */
  private final boolean byTime;

  private final List<Assignment> added = new ArrayList<>();
  private final List<Change<Assignment>> changed = new ArrayList<>();
  private final Map<String, List<Timer>> timers = new HashMap<>();

  private Settling(Operation op, boolean byTime) {
    this.op = op;
    this.library = library(op);
    this.byTime = byTime;
  }

  /** The library of an operation. */
  static Library library(Operation op) {
    return op.remember(
        Library.class, Library.class, () -> new Library(op.asking(), op.zone(), op::today));
  }

  /** Something was heard of a learner that can be a reason for duties. */
  static void heard(Operation op, LearnerKey learner) {
    op.gather(BY_FACTS, learner.value(), (whom, at) -> settle(at, whom, false));
  }

  /** A learner did something. */
  static void worked(Operation op, LearnerKey learner) {
    op.gather(BY_WORK, learner.value(), (whom, at) -> settle(at, whom, true));
  }

  /** Something became due for a learner. */
  static void fire(Timer timer, Operation op) {
    settle(op, Set.of(timer.owner().substring(Learners.TIMERS.length() + 1)), true);
  }

  private static void settle(Operation op, Collection<String> whom, boolean byTime) {
    List<String> all = List.copyOf(whom);
    for (int from = 0; from < all.size(); from += Known.TOGETHER) {
      Settling settling = new Settling(op, byTime);
      List<String> some = all.subList(from, Math.min(all.size(), from + Known.TOGETHER));
      if (settling.canHaveDuties(some)) {
        Known.of(settling.library, some).forEach(settling::settle);
        settling.write();
      }
    }
  }

  private boolean canHaveDuties(List<String> learners) {
    return !library.rules().all().isEmpty()
        || !op.tx()
            .list(Query.of(Assignment.KIND).whereAny("learner", learners))
            .isEmpty();
  }

  private void settle(Known known) {
    LocalDate today = known.person().dayOf(op.now());
    Map<Subject, Timeline> timelines =
        LearnerDuties.of(library, known, byTime ? LocalDate.MIN : today);
    Map<Subject, Assignment> duties = new TreeMap<>();
    List<Telling> tellings = new ArrayList<>();
    timelines.forEach((subject, timeline) -> {
      Assignment told = Optional.ofNullable(known.told().get(subject))
          .map(Stored::value)
          .orElseGet(() -> Assignment.none(known.learner(), subject));
      duties.put(subject, told);
      tellings.addAll(Telling.of(told, upToNow(known, timeline)));
    });
    tellings.sort(Telling.ORDER);
    tell(known, duties, tellings);
    keep(known, duties);
    wait(known, timelines.values());
  }

  private void tell(Known known, Map<Subject, Assignment> duties, List<Telling> tellings) {
    Enrolling enrolling = new Enrolling(op, library, known);
    Map<Subject, Telling> corrected = new TreeMap<>();
    tellings.stream()
        .filter(Telling::isCorrection)
        .forEach(telling -> corrected.put(telling.subject(), telling));
    for (Telling telling : tellings) {
      tell(telling, known, duties);
      boolean isMove = telling.reminderOrNull() == null;
      if (isMove && corrected.containsKey(telling.subject())) {
        corrected.put(telling.subject(), telling);
      } else if (isMove) {
        enrolling.follow(
            telling.subject(),
            telling.day(),
            telling.before(),
            telling.afterOrNull(),
            duties,
            () -> header(telling, known));
      }
    }
    corrected.forEach((subject, last) -> enrolling.follow(
        subject,
        last.day(),
        Optional.ofNullable(known.told().get(subject))
            .flatMap(stored -> stored.value().situation())
            .orElse(null),
        Optional.ofNullable(duties.get(subject)).flatMap(Assignment::situation).orElse(null),
        duties,
        () -> header(last, known)));
  }

  private void tell(Telling telling, Known known, Map<Subject, Assignment> duties) {
    OfDuty event = Events.of(telling, header(telling, known), op.tx(), known.learner());
    op.record(event);
    duties.computeIfPresent(telling.subject(), (subject, duty) -> duty.after(event));
  }

  /** At the 00:00 of its day; what is of today, now. */
  private EventHeader header(Telling telling, Known known) {
    Instant start = start(known, telling.day());
    boolean isNow = telling.byFact() && telling.day().equals(known.person().dayOf(op.now()));
    return op.header(isNow ? op.now() : start, telling.day());
  }

  private void keep(Known known, Map<Subject, Assignment> duties) {
    duties.forEach((subject, duty) -> {
      Stored<Assignment> stored = known.told().get(subject);
      if (stored == null && !duty.equals(Assignment.none(known.learner(), subject))) {
        added.add(duty);
      } else if (stored != null && !duty.equals(stored.value())) {
        changed.add(new Change<>(stored, duty));
      }
    });
  }

  private void wait(Known known, Collection<Timeline> timelines) {
    String owner = Learners.timers(known.learner());
    List<Timer> next = timelines.stream()
        .flatMap(timeline -> Stream.concat(
            timeline.moments().stream().map(Moment::day),
            timeline.reminders().stream().map(Reminder::day)))
        .filter(day -> !hasBegun(known, day))
        .min(LocalDate::compareTo)
        .map(day -> List.of(new Timer(start(known, day), owner, "next", known.learner())))
        .orElse(List.of());
    timers.put(owner, next);
  }

  private void write() {
    op.tx().insert(Assignment.KIND, added);
    op.tx().update(changed);
    op.replaceTimers(timers);
  }

  private Timeline upToNow(Known known, Timeline timeline) {
    return new Timeline(
        timeline.moments().stream()
            .filter(moment -> hasBegun(known, moment.day()))
            .toList(),
        timeline.reminders().stream()
            .filter(reminder -> hasBegun(known, reminder.day()))
            .toList());
  }

  private boolean hasBegun(Known known, LocalDate day) {
    return !start(known, day).isAfter(op.now());
  }

  private static Instant start(Known known, LocalDate day) {
    return day.atStartOfDay(known.person().zoneOn(day)).toInstant();
  }
}
