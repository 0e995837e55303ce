package org.lmskit.assignment;

import static org.lmskit.assignment.AssignmentState.ACTIVE;
import static org.lmskit.assignment.AssignmentState.EXCLUDED;
import static org.lmskit.assignment.AssignmentState.NOT_REQUIRED;
import static org.lmskit.assignment.AssignmentState.SATISFIED;
import static org.lmskit.assignment.AssignmentState.SUSPENDED;
import static org.lmskit.assignment.AssignmentState.WAIVED;
import static org.lmskit.assignment.AssignmentState.WITHDRAWN;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Goes through one duty day by day, change by change. Of each day first its 00:00: reasons begin and end, what the clock
 * brings follows; then what was decided and done on it.
 */
final class DutyFold {
  private final Duty duty;
  private final BiFunction<LocalDate, Boolean, Span.Completions> completions;
  private final List<Moment> moments = new ArrayList<>();
  private final DueClock clock = new DueClock();

  private int cycle;
  private @Nullable AssignmentState state;
  private LocalDate openedOn = LocalDate.MIN;

  /** The first day of what counts as work in this cycle; null for any. */
  private @Nullable LocalDate workFrom;

  private final List<Live> live = new ArrayList<>();
  private @Nullable LocalDate dueOn;
  private @Nullable LocalDate satisfiedOn;
  private @Nullable LocalDate extendedTo;

  /** Set in a cycle that began because what was done before ends by itself. */
  private @Nullable LocalDate lastDay;

  private @Nullable Held held;

  /** A reason in this cycle: from when it counts, and the day that a resumption gave it. */
  private record Live(Span span, LocalDate begin, @Nullable LocalDate resumedDue) {}

  /** The due day of a suspended cycle. */
  private record Held(LocalDate on, @Nullable LocalDate due, boolean fixed, List<Cause> causes) {
    @Nullable
    LocalDate resumedOn(LocalDate day) {
      if (due == null || fixed) {
        return due;
      }
      return day.plusDays(Math.max(0, ChronoUnit.DAYS.between(on, due)));
    }
  }

  private DutyFold(Duty duty, BiFunction<LocalDate, Boolean, Span.Completions> completions) {
    this.duty = duty;
    this.completions = completions;
  }

  /**
   * The whole timeline, as far as is known.
   *
   * @param days on which anything can change, in order
   * @param completions of other subjects, by a moment
   */
  static Timeline of(
      Duty duty,
      SortedSet<LocalDate> days,
      BiFunction<LocalDate, Boolean, Span.Completions> completions) {
    DutyFold fold = new DutyFold(duty, completions);
    for (LocalDate day : days) {
      fold.clock.advance(day.minusDays(1));
      fold.step(day, false);
      fold.clock.advance(day);
      fold.step(day, true);
    }
    fold.clock.advance(LocalDate.MAX);
    return new Timeline(fold.moments, fold.clock.told());
  }

  private void step(LocalDate day, boolean withFacts) {
    List<Span> spans = duty.liveOn(day);
    if (duty.excludedOn(day, withFacts)) {
      exclude(day, spans);
    } else if (spans.isEmpty()) {
      leave(day);
    } else {
      live(day, withFacts, spans);
    }
    note(day, withFacts);
  }

  private void exclude(LocalDate day, List<Span> spans) {
    if (cycle == 0 && state == null && spans.isEmpty()) {
      return;
    }
    if (state == null) {
      openedOn = day;
    }
    end(EXCLUDED, day);
    spans.forEach(span -> live.add(new Live(span, span.since(), null)));
  }

  private void leave(LocalDate day) {
    if (state == SATISFIED) {
      state = NOT_REQUIRED;
      live.clear();
    } else if (state == EXCLUDED) {
      end(WITHDRAWN, day);
    } else if (state == ACTIVE || state == WAIVED) {
      boolean rests =
          duty.exitOn(day) != ExitPolicy.CANCEL && duty.evidence().startedBefore(day, workFrom);
      if (rests) {
        suspend(day);
      } else {
        end(WITHDRAWN, day);
      }
    }
  }

  private void suspend(LocalDate day) {
    Optional<Live> ruling = live.stream()
        .filter(one -> dueOn != null && dueOn.equals(due(one, day, false)))
        .findFirst();
    boolean fixed = ruling.filter(one -> one.span().terms().isFixed()).isPresent();
    held =
        new Held(day, dueOn, fixed, live.stream().map(one -> one.span().cause()).toList());
    state = SUSPENDED;
    extendedTo = null;
    live.clear();
    dueOn = fixed ? dueOn : null;
  }

  /** The cycle is over: whatever comes next opens another one. */
  private void end(AssignmentState how, LocalDate day) {
    if (state != how) {
      workFrom = day;
    }
    state = how;
    live.clear();
    held = null;
    dueOn = null;
    satisfiedOn = null;
    extendedTo = null;
    lastDay = null;
  }

  private void live(LocalDate day, boolean withFacts, List<Span> spans) {
    Evidence evidence = duty.evidence();
    Optional<LocalDate> done = evidence.doneOn(day, withFacts);
    boolean rests = evidence.rests(day, withFacts);
    boolean lapses = state == SATISFIED && done.isEmpty() && !rests;
    boolean opens = state == null
        || state == WITHDRAWN
        || state == EXCLUDED
        || state == NOT_REQUIRED && done.isEmpty() && !rests;
    if (opens || lapses) {
      open(day, lapses || done.isEmpty() && evidence.compliant(day, withFacts), withFacts);
    }
    boolean keepsDue = !opens && !lapses && (state == SATISFIED || state == NOT_REQUIRED);
    reasons(day, spans);
    duty.extensionsOn(day).stream()
        .filter(until -> withFacts)
        .forEach(until ->
            extendedTo = extendedTo == null || until.isAfter(extendedTo) ? until : extendedTo);
    if (!keepsDue || done.isEmpty()) {
      dueOn = rests ? null : due(day, withFacts);
    }
    satisfiedOn = done.map(on -> on.isBefore(openedOn) ? openedOn : on).orElse(null);
    state = duty.waivedOn(day, withFacts) ? WAIVED : done.isPresent() ? SATISFIED : ACTIVE;
  }

  private void open(LocalDate day, boolean renews, boolean withFacts) {
    if (state != null && state != WITHDRAWN && state != EXCLUDED) {
      workFrom = day;
    }
    cycle++;
    openedOn = day;
    live.clear();
    extendedTo = null;
    lastDay = renews
        ? duty.evidence()
            .lastDay(day, withFacts)
            .map(last -> last.isBefore(day) ? day : last)
            .orElse(null)
        : null;
    state = null;
  }

  /** Drops the reasons that ended, and takes in those that are new to the cycle. */
  private void reasons(LocalDate day, List<Span> spans) {
    Held rested = state == SUSPENDED ? held : null;
    live.removeIf(one -> !spans.contains(one.span()));
    for (Span span : spans) {
      if (live.stream().noneMatch(one -> one.span().equals(span))) {
        live.add(new Live(span, day, resumedDue(rested, span, day)));
      }
    }
    if (rested != null) {
      held = null;
    }
  }

  private @Nullable LocalDate resumedDue(@Nullable Held rested, Span span, LocalDate day) {
    LocalDate left = rested == null ? null : rested.resumedOn(day);
    if (rested == null || left == null || rested.causes().contains(span.cause())) {
      return left;
    }
    LocalDate own = span.terms().due(day, completions.apply(day, false)).orElse(left);
    return own.isBefore(left) ? own : left;
  }

  private @Nullable LocalDate due(LocalDate day, boolean withFacts) {
    LocalDate due = lastDay;
    if (due == null) {
      due = live.stream()
          .map(one -> Optional.ofNullable(due(one, day, withFacts)))
          .flatMap(Optional::stream)
          .min(Comparator.naturalOrder())
          .orElse(null);
    }
    return due != null && extendedTo != null && extendedTo.isAfter(due) ? extendedTo : due;
  }

  private @Nullable LocalDate due(Live one, LocalDate day, boolean withFacts) {
    return one.resumedDue() != null
        ? one.resumedDue()
        : one.span().terms().due(one.begin(), completions.apply(day, withFacts)).orElse(null);
  }

  /** Takes down what changed. */
  private void note(LocalDate day, boolean withFacts) {
    if (state == null) {
      return;
    }
    Situation next = situation(day, withFacts);
    if (moments.isEmpty() || !moments.get(moments.size() - 1).situation().equals(next)) {
      moments.add(new Moment(day, withFacts, next));
    }
    clock.set(day, next, reminders(day, withFacts));
  }

  private Situation situation(LocalDate day, boolean withFacts) {
    AssignmentState current = Objects.requireNonNull(state);
    boolean compliant =
        current == WAIVED || current == SATISFIED || duty.evidence().compliant(day, withFacts);
    List<LiveReason> reasons = live.stream()
        .sorted(Comparator.comparing(one -> one.span().cause().toString()))
        .map(one -> new LiveReason(
            one.span().cause(),
            one.span().since(),
            one.span().terms().knownOn(),
            current == EXCLUDED ? null : due(one, day, withFacts)))
        .toList();
    return new Situation(
        cycle, current, openedOn, dueOn, remaining(), satisfiedOn, compliant, reasons);
  }

  private @Nullable Integer remaining() {
    return state != SUSPENDED || held == null || held.due() == null
        ? null
        : (int) Math.max(0, ChronoUnit.DAYS.between(held.on(), held.due()));
  }

  /** Those of the reason whose due day rules; of several the one that came first. */
  private Reminders reminders(LocalDate day, boolean withFacts) {
    return live.stream()
        .min(Comparator.<Live, LocalDate>comparing(
                one -> Optional.ofNullable(due(one, day, withFacts)).orElse(LocalDate.MAX))
            .thenComparing(Live::begin)
            .thenComparing(one -> one.span().cause().toString()))
        .map(one -> one.span().reminders())
        .orElse(Reminders.NONE);
  }
}
