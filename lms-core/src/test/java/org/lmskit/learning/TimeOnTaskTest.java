package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lmskit.learning.Ranges.Range;

class TimeOnTaskTest {
  private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

  private static Instant minute(int minute) {
    return NINE.plusSeconds(60L * minute);
  }

  private static Range minutes(int from, int before) {
    return new Range(minute(from).toEpochMilli(), minute(before).toEpochMilli());
  }

  @Test
  void two_tabs_never_count_twice() {
    Ranges time = TimeOnTask.union(
        List.of(minutes(20, 30), minutes(0, 10), minutes(5, 12), minutes(6, 8), minutes(30, 31)));

    assertThat(TimeOnTask.length(time)).isEqualTo(Duration.ofMinutes(23));
  }

  @Test
  void a_gap_counts_up_to_the_idle_limit() {
    List<Instant> statements =
        List.of(minute(40), minute(0), minute(2), minute(7), minute(7), minute(13));

    Ranges time = TimeOnTask.between(statements, Duration.ofMinutes(5));

    assertThat(time.list()).containsExactly(minutes(0, 12), minutes(13, 18));
    assertThat(TimeOnTask.length(time)).isEqualTo(Duration.ofMinutes(17));
  }

  @Test
  void a_single_timestamp_shows_nothing() {
    assertThat(TimeOnTask.between(List.of(NINE), Duration.ofHours(1))).isEqualTo(Ranges.EMPTY);
    assertThat(TimeOnTask.between(List.of(), Duration.ofHours(1))).isEqualTo(Ranges.EMPTY);
    assertThat(TimeOnTask.between(List.of(NINE, minute(1)), Duration.ZERO)).isEqualTo(Ranges.EMPTY);
  }

  @Test
  void a_negative_limit_is_refused() {
    assertThatThrownBy(() -> TimeOnTask.between(List.of(), Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PT-1S");
  }

  @Property(tries = 200)
  void a_union_is_what_ticking_every_moment_gives(
      @ForAll long seed, @ForAll @IntRange(max = 12) int count) {
    Random random = new Random(seed);
    List<Range> intervals = new ArrayList<>();
    BitSet ticked = new BitSet();
    for (int i = 0; i < count; i++) {
      int from = random.nextInt(60);
      int before = from + 1 + random.nextInt(15);
      intervals.add(new Range(from, before));
      ticked.set(from, before);
    }

    Ranges union = TimeOnTask.union(intervals);

    assertThat(union.length()).isEqualTo(ticked.cardinality());
    Ranges oneByOne = Ranges.EMPTY;
    for (Range interval : intervals) {
      oneByOne = oneByOne.plus(interval.from(), interval.before());
    }
    assertThat(union).isEqualTo(oneByOne);
  }

  @Property(tries = 200)
  void sessions_that_overlap_are_what_ticking_every_moment_gives(
      @ForAll long seed, @ForAll @IntRange(max = 20) int idle) {
    Random random = new Random(seed);
    BitSet ticked = new BitSet();
    List<Range> all = new ArrayList<>();
    for (int session = 0; session < 3; session++) {
      List<Instant> seen = Stream.generate(() -> Instant.ofEpochMilli(random.nextInt(100)))
          .limit(random.nextInt(10))
          .toList();
      all.addAll(TimeOnTask.between(seen, Duration.ofMillis(idle)).list());
      for (int at = 0; at < 100; at++) {
        int moment = at;
        boolean isLast = seen.stream().noneMatch(one -> one.toEpochMilli() > moment);
        boolean isNear = seen.stream()
            .anyMatch(one -> one.toEpochMilli() <= moment && moment - one.toEpochMilli() < idle);
        ticked.set(at, ticked.get(at) || !isLast && isNear);
      }
    }

    assertThat(TimeOnTask.union(all).length()).isEqualTo(ticked.cardinality());
  }
}
