package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.lmskit.learning.Ranges.Range;

class RangesTest {
  @Property(tries = 400)
  void union_holds_exactly_what_was_added(
      @ForAll @Size(max = 12) List<@IntRange(max = 59) Integer> starts,
      @ForAll @Size(min = 12, max = 12) List<@IntRange(max = 9) Integer> lengths) {
    Ranges ranges = Ranges.EMPTY;
    BitSet expected = new BitSet();
    for (int i = 0; i < starts.size(); i++) {
      ranges = ranges.plus(starts.get(i), starts.get(i) + lengths.get(i));
      expected.set(starts.get(i), starts.get(i) + lengths.get(i));
    }

    BitSet actual = new BitSet();
    ranges.list().forEach(range -> actual.set((int) range.from(), (int) range.before()));
    assertThat(actual).isEqualTo(expected);
    assertThat(ranges.length()).isEqualTo(expected.cardinality());
    assertThat(ranges.shareOf(40))
        .isEqualByComparingTo(new java.math.BigDecimal(expected.get(0, 40).cardinality())
            .divide(new java.math.BigDecimal(40)));
  }

  @Test
  void ranges_that_touch_become_one() {
    assertThat(Ranges.EMPTY.plus(0, 5).plus(10, 15).plus(5, 10).list())
        .containsExactly(new Range(0, 15));
  }

  @Test
  void what_is_not_a_sorted_union_is_refused() {
    assertThatThrownBy(() -> new Ranges(List.of(new Range(0, 5), new Range(5, 6))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Range(3, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void share_of_nothing_is_nothing() {
    assertThat(Ranges.EMPTY.plus(0, 5).shareOf(0)).isZero();
  }
}
