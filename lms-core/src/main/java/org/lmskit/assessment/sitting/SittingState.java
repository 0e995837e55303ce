package org.lmskit.assessment.sitting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.internal.JsonBody;
import org.lmskit.learning.Ranges;
import org.lmskit.model.AttemptId;
import org.lmskit.store.Kind;

/**
 * What an attempt on an assessment keeps: the items that it froze and the answers so far.
 *
 * @param attempt which
 * @param formOrNull what was put; null before it began
 * @param deadlineOrNull the last instant at which an answer is in time; null without a limit
 * @param clocks of the sections that have limits of their own, in order
 * @param saved the answers, each item at most once, in the order of their first answer
 * @param lastAt when something was last heard of it
 * @param time worked in it so far, as ranges of epoch milliseconds
 * @param submittedAtOrNull when it was submitted; null while answers can change
 */
record SittingState(
    AttemptId attempt,
    @Nullable Form formOrNull,
    @Nullable Instant deadlineOrNull,
    List<SectionClock> clocks,
    List<Saved> saved,
    Instant lastAt,
    Ranges time,
    @Nullable Instant submittedAtOrNull) {
  static final Kind<SittingState> KIND = Kind.<SittingState>mutable(
          "assessment_sitting", state -> state.attempt().value())
      .body(JsonBody.of(SittingState.class));

  /**
   * What an attempt is made of.
   *
   * @param assessment which
   * @param version its number
   * @param seed of the draw and of every shuffle
   * @param startedAt when it began
   * @param parts one for each section
   */
  record Form(
      AssessmentId assessment, int version, String seed, Instant startedAt, List<Part> parts) {
    Form {
      parts = List.copyOf(parts);
    }

    List<ItemRef> items() {
      return parts.stream().flatMap(part -> part.items().stream()).toList();
    }
  }

  /**
   * The items of a section, as they were frozen.
   *
   * @param section its id
   * @param items in the order in which they are put
   */
  record Part(String section, List<ItemRef> items) {
    Part {
      items = List.copyOf(items);
    }
  }

  /**
   * An answer so far.
   *
   * @param item to which
   * @param response what
   */
  record Saved(ItemId item, Response response) {}

  SittingState {
    clocks = List.copyOf(clocks);
    saved = List.copyOf(saved);
  }

  static SittingState none(AttemptId attempt, Instant at) {
    return new SittingState(attempt, null, null, List.of(), List.of(), at, Ranges.EMPTY, null);
  }

  SittingState begun(Form form, @Nullable Instant deadline, List<SectionClock> sections) {
    return new SittingState(attempt, form, deadline, sections, saved, form.startedAt(), time, null);
  }

  SittingState with(ItemId item, Response response) {
    List<Saved> next = new ArrayList<>();
    saved.forEach(one -> next.add(one.item().equals(item) ? new Saved(item, response) : one));
    if (find(item).isEmpty()) {
      next.add(new Saved(item, response));
    }
    return new SittingState(attempt, formOrNull, deadlineOrNull, clocks, next, lastAt, time, null);
  }

  SittingState heardAt(Instant at, Ranges worked) {
    return new SittingState(
        attempt, formOrNull, deadlineOrNull, clocks, saved, at, worked, submittedAtOrNull);
  }

  SittingState submitted(Instant at) {
    return new SittingState(attempt, formOrNull, deadlineOrNull, clocks, saved, lastAt, time, at);
  }

  /** With a later deadline; an earlier one changes nothing. */
  SittingState until(Instant deadline) {
    return deadlineOrNull == null || !deadline.isAfter(deadlineOrNull)
        ? this
        : new SittingState(
            attempt, formOrNull, deadline, clocks, saved, lastAt, time, submittedAtOrNull);
  }

  /** With another clock of a section. */
  SittingState with(SectionClock clock) {
    List<SectionClock> next = clocks.stream()
        .map(one -> one.section().equals(clock.section()) ? clock : one)
        .toList();
    return new SittingState(
        attempt, formOrNull, deadlineOrNull, next, saved, lastAt, time, submittedAtOrNull);
  }

  Optional<SectionClock> clock(String section) {
    return clocks.stream().filter(clock -> clock.section().equals(section)).findFirst();
  }

  /** Of the section of an item; absent if it has no limits of its own. */
  Optional<SectionClock> clock(ItemId item) {
    return clocks.isEmpty()
        ? Optional.empty()
        : Stream.ofNullable(formOrNull)
            .flatMap(form -> form.parts().stream())
            .filter(part -> part.items().stream().anyMatch(ref -> ref.item().equals(item)))
            .findFirst()
            .flatMap(part -> clock(part.section()));
  }

  /** What refuses answers once it is passed: none any more once it is submitted. */
  Stream<Instant> deadlines() {
    return submittedAtOrNull != null
        ? Stream.empty()
        : Stream.concat(
            Stream.ofNullable(deadlineOrNull),
            clocks.stream().filter(SectionClock::binding).flatMap(c -> c.deadline().stream()));
  }

  boolean hasSection(String section) {
    return Stream.ofNullable(formOrNull)
        .flatMap(form -> form.parts().stream())
        .anyMatch(part -> part.section().equals(section));
  }

  Optional<Response> find(ItemId item) {
    return saved.stream()
        .filter(one -> one.item().equals(item))
        .map(Saved::response)
        .findFirst();
  }

  Optional<ItemRef> frozen(ItemId item) {
    return Stream.ofNullable(formOrNull)
        .flatMap(form -> form.items().stream())
        .filter(ref -> ref.item().equals(item))
        .findFirst();
  }

  boolean isLate(Instant at) {
    return deadlineOrNull != null && at.isAfter(deadlineOrNull);
  }
}
