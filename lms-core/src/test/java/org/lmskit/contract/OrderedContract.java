package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.LINE;
import static org.lmskit.contract.Samples.NOTE;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** Positions: what they are, and that they rise in the order of commits. */
interface OrderedContract extends StoreTests {
  private static long floor(Instant now) {
    return now.toEpochMilli() << 20;
  }

  @Test
  default void positions_begin_right_above_the_time_of_the_write() {
    insert(FACT, Fact.of("a"), Fact.of("b"));

    assertThat(get(FACT, "a").position()).isEqualTo(floor(StoreContract.NOW) + 1);
    assertThat(get(FACT, "b").position()).isEqualTo(floor(StoreContract.NOW) + 2);
    assertThat(position()).isEqualTo(floor(StoreContract.NOW) + 2);
  }

  @Test
  default void positions_rise_even_if_the_clock_goes_back() {
    insert(FACT, Fact.of("a"));
    writeAt(StoreContract.NOW.minusSeconds(60), tx -> tx.insert(FACT, Fact.of("b")));
    writeAt(StoreContract.NOW.plusSeconds(60), tx -> tx.insert(FACT, Fact.of("c")));

    assertThat(get(FACT, "b").position()).isEqualTo(floor(StoreContract.NOW) + 2);
    assertThat(get(FACT, "c").position()).isEqualTo(floor(StoreContract.NOW.plusSeconds(60)) + 1);
  }

  @Test
  default void the_kinds_of_a_tenant_share_one_order() {
    write(tx -> {
      tx.insert(LINE, new Plain("l1", "x"));
      tx.insert(FACT, Fact.of("f1"));
      tx.insert(LINE, new Plain("l2", "x"));
    });

    List<Long> positions = List.of(
        get(LINE, "l1").position(), get(LINE, "l2").position(), get(FACT, "f1").position());
    assertThat(positions).doesNotHaveDuplicates().allMatch(position -> position <= position());
  }

  @Test
  default void the_first_position_is_zero_and_mutable_records_do_not_move_it() {
    assertThat(position()).isZero();

    insert(NOTE, Note.of("n1"));

    assertThat(position()).isZero();
  }

  @Test
  default void an_empty_write_that_locked_raises_the_position_to_now() {
    write(Transaction::lock);

    assertThat(position()).isEqualTo(floor(StoreContract.NOW));
    writeAt(StoreContract.NOW.minusSeconds(1), Transaction::lock);
    assertThat(position()).isEqualTo(floor(StoreContract.NOW));
    insert(FACT, Fact.of("f1"));
    assertThat(get(FACT, "f1").position()).isEqualTo(floor(StoreContract.NOW) + 1);
  }

  @Test
  default void a_lock_may_be_taken_twice_and_own_writes_do_not_move_the_position_before_commit() {
    write(tx -> {
      tx.lock();
      tx.insert(FACT, Fact.of("f1"));
      tx.lock();
      assertThat(tx.position()).isZero();
      assertThat(tx.list(Query.of(FACT))).hasSize(1);
    });

    assertThat(position()).isEqualTo(floor(StoreContract.NOW) + 1);
  }

  @Test
  default void up_to_and_after_position_cut_the_order() {
    insert(
        FACT,
        Fact.of("1").keyed("k"),
        Fact.of("2"),
        Fact.of("3").keyed("k"),
        Fact.of("4").keyed("k"));
    long second = get(FACT, "2").position();
    long third = get(FACT, "3").position();

    assertThat(ids(Query.of(FACT).upTo(second))).containsExactly("1", "2");
    assertThat(ids(Query.of(FACT).afterPosition(second))).containsExactly("3", "4");
    assertThat(ids(Query.of(FACT).afterPosition(third).descending())).containsExactly("2", "1");
    assertThat(ids(Query.of(FACT).where("key", "k").afterPosition(second).upTo(third)))
        .containsExactly("3");
    assertThat(ids(Query.of(FACT).where("key", "k").afterPosition(third).descending()))
        .containsExactly("1");
    assertThat(ids(Query.of(FACT).where("key", "k").upTo(third).descending()))
        .containsExactly("3", "1");
    assertThat(ids(Query.of(FACT).upTo(0))).isEmpty();
    assertThat(ids(Query.of(FACT).where("key", "k").upTo(third).orderBy(Query.Order.TIME)))
        .containsExactly("1", "3");
  }

  @Test
  default void uncommitted_records_come_last_in_the_order_of_their_insertion() {
    insert(FACT, Fact.of("z").keyed("k"));

    write(tx -> {
      tx.insert(FACT, Fact.of("y").keyed("k"));
      tx.insert(FACT, Fact.of("x").keyed("k"));
      assertThat(tx.find(FACT, "x").orElseThrow().position()).isEqualTo(Stored.UNCOMMITTED);
      assertThat(StoreTests.ids(tx.list(Query.of(FACT)))).containsExactly("z", "y", "x");
      assertThat(StoreTests.ids(tx.list(Query.of(FACT).where("key", "k").descending())))
          .containsExactly("x", "y", "z");
      assertThat(StoreTests.ids(tx.list(Query.of(FACT).upTo(tx.position())))).containsExactly("z");
      Stored<Fact> y = tx.find(FACT, "y").orElseThrow();
      assertThat(StoreTests.ids(tx.list(Query.of(FACT).after(y)))).containsExactly("x");
      assertThat(StoreTests.ids(tx.list(Query.of(FACT).after(y).descending())))
          .containsExactly("z");
    });

    assertThat(ids(Query.of(FACT))).containsExactly("z", "y", "x");
  }

  @Test
  default void texts_are_the_committed_bodies_in_their_order_and_cannot_be_written() {
    insert(FACT, Fact.of("a"), Fact.of("b"), Fact.of("c"));
    List<Stored<Fact>> facts = list(Query.of(FACT));
    Kind<String> texts = FACT.texts();

    List<Stored<String>> seen = list(Query.of(texts).afterPosition(facts.get(0).position()));
    assertThat(seen).extracting(Stored::id).containsExactly("b", "c");
    assertThat(seen)
        .extracting(Stored::value)
        .containsExactly(facts.get(1).body(), facts.get(2).body());
    assertThat(seen).allMatch(text -> text.value().equals(text.body()));
    assertThat(get(texts, "a").position()).isEqualTo(facts.get(0).position());
    write(tx -> {
      tx.insert(FACT, Fact.of("d"));
      assertThat(tx.list(Query.of(texts))).hasSize(3);
      assertThatThrownBy(() -> tx.insert(texts, "e")).isInstanceOf(IllegalArgumentException.class);
    });
    assertThat(list(Query.of(FACT))).hasSize(4);
    assertThatThrownBy(NOTE::texts).isInstanceOf(IllegalStateException.class);
  }

  @Test
  default void a_value_gained_late_joins_a_long_list_in_its_place() {
    for (int batch = 0; batch < 12; batch++) {
      int from = batch * 25;
      writeAt(StoreContract.NOW.plusMillis(batch), tx -> {
        for (int i = from; i < from + 25; i++) {
          tx.insert(
              FACT, i % 3 == 0 ? Fact.of("f" + i).keyed("k") : Fact.of("f" + i).about("late"));
        }
      });
    }

    write(tx -> tx.list(Query.of(FACT).where("topic", "late")).stream()
        .filter(old -> Integer.parseInt(old.id().substring(1)) % 2 == 0)
        .forEach(old -> tx.update(old, old.value().keyed("k"))));

    List<String> expected = new java.util.ArrayList<>();
    for (int i = 0; i < 300; i++) {
      if (i % 3 == 0 || i % 2 == 0) {
        expected.add("f" + i);
      }
    }
    assertThat(ids(Query.of(FACT).where("key", "k"))).isEqualTo(expected);
    assertThat(count(Query.of(FACT).where("key", "k"))).isEqualTo(expected.size());
    assertThat(ids(Query.of(FACT).where("key", "k").where("topic", "late").limit(2)))
        .containsExactly("f2", "f4");
  }
}
