package org.lmskit.competency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.PositionId;
import org.lmskit.store.Kind;

/**
 * What a position needs, over time.
 *
 * @param position which
 * @param since what it needs from which day on, by day
 */
public record PositionNeeds(PositionId position, List<Since> since) {
  /** Needs by position, found by every competency that was ever needed. */
  public static final Kind<PositionNeeds> KIND = Kind.<PositionNeeds>mutable(
          "position_needs", all -> all.position().value())
      .many("competency", PositionNeeds::competencies)
      .body(JsonBody.of(PositionNeeds.class));

  /**
   * What is needed from a day on.
   *
   * @param from the first day
   * @param needs in the order in which they are shown; none if nothing is needed any more
   */
  public record Since(LocalDate from, List<Need> needs) {
    /** Copies the list. */
    public Since {
      needs = List.copyOf(needs);
    }
  }

  /** Copies the list. */
  public PositionNeeds {
    since = List.copyOf(since);
  }

  static PositionNeeds none(PositionId position) {
    return new PositionNeeds(position, List.of());
  }

  /** What is needed on a day. */
  public List<Need> on(LocalDate day) {
    return since.stream()
        .filter(one -> !one.from().isAfter(day))
        .reduce((earlier, later) -> later)
        .map(Since::needs)
        .orElse(List.of());
  }

  /** The same, told otherwise from a day on; what was told of that very day is replaced. */
  PositionNeeds with(Since next) {
    List<Since> more = new ArrayList<>(since);
    more.removeIf(old -> old.from().equals(next.from()));
    more.add(next);
    more.sort(Comparator.comparing(Since::from));
    return new PositionNeeds(position, more);
  }

  private Set<String> competencies() {
    Set<String> all = new LinkedHashSet<>();
    since.forEach(one -> one.needs().forEach(need -> all.add(need.competency().value())));
    return all;
  }
}
