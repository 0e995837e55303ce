package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.LINE;
import static org.lmskit.contract.Samples.NOTE;
import static org.lmskit.contract.Samples.PLAIN;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** What a write promises when nobody disturbs it. */
interface WriteContract extends StoreTests {
  @Test
  default void the_result_of_the_work_is_returned() {
    assertThat(store().<String>write(tenant(), StoreContract.NOW, tx -> "done")).isEqualTo("done");
  }

  @Test
  default void an_update_replaces_the_record_and_raises_its_version() {
    insert(NOTE, Note.of("n1").saying("one"));

    write(tx -> tx.update(tx.find(NOTE, "n1").orElseThrow(), Note.of("n1").saying("two")));
    write(tx -> tx.update(tx.find(NOTE, "n1").orElseThrow(), Note.of("n1").saying("three")));

    assertThat(get(NOTE, "n1").value().text()).isEqualTo("three");
    assertThat(get(NOTE, "n1").version()).isEqualTo(3);
  }

  @Test
  default void an_update_moves_the_record_in_every_index() {
    insert(NOTE, Note.of("n1").ownedBy("ann").coded("c1").ranked("r1").tagged("a", "b"));

    write(tx -> tx.update(
        tx.find(NOTE, "n1").orElseThrow(),
        Note.of("n1")
            .at(StoreContract.NOW.plusSeconds(9))
            .ownedBy("bob")
            .coded("c2")
            .ranked("r2")
            .tagged("b", "c")));

    assertThat(ids(Query.of(NOTE).where("owner", "ann"))).isEmpty();
    assertThat(ids(Query.of(NOTE).where("code", "c1"))).isEmpty();
    assertThat(ids(Query.of(NOTE).where("tag", "a"))).isEmpty();
    assertThat(ids(Query.of(NOTE).range("rank", "r1", "r2"))).isEmpty();
    assertThat(ids(Query.of(NOTE).between(null, StoreContract.NOW.plusSeconds(9))))
        .isEmpty();
    assertThat(ids(Query.of(NOTE)
            .where("owner", "bob")
            .where("code", "c2")
            .where("tag", "b")
            .where("tag", "c")
            .range("rank", "r2", null)))
        .containsExactly("n1");
  }

  @Test
  default void a_deleted_record_is_gone_from_every_index() {
    insert(NOTE, Note.of("n1").ownedBy("ann").coded("c1").ranked("r1").tagged("a"));

    write(tx -> tx.delete(tx.find(NOTE, "n1").orElseThrow()));

    assertThat(find(NOTE, "n1")).isEmpty();
    assertThat(ids(Query.of(NOTE).where("owner", "ann"))).isEmpty();
    assertThat(ids(Query.of(NOTE).where("tag", "a"))).isEmpty();
    assertThat(count(Query.of(NOTE))).isZero();
  }

  @Test
  default void a_deleted_id_and_its_unique_value_are_free_again() {
    insert(NOTE, Note.of("n1").coded("c1").tagged("t"));
    write(tx -> tx.delete(tx.find(NOTE, "n1").orElseThrow()));

    insert(NOTE, Note.of("n1").coded("c1").tagged("t"));

    assertThat(get(NOTE, "n1").version()).isEqualTo(1);
    assertThat(ids(Query.of(NOTE).where("tag", "t"))).containsExactly("n1");
  }

  @Test
  default void thousands_of_records_are_written_at_once() {
    List<Note> notes = IntStream.range(0, 2_500)
        .mapToObj(i -> Note.of("n" + i).coded("c" + i).tagged("t" + i % 7, "u"))
        .toList();

    write(tx -> tx.insert(NOTE, notes));
    write(tx -> tx.list(Query.of(NOTE))
        .forEach(old -> tx.update(old, old.value().saying("x").tagged("v"))));

    assertThat(count(Query.of(NOTE).where("tag", "v"))).isEqualTo(2_500);
    assertThat(count(Query.of(NOTE).where("tag", "u"))).isZero();
    write(tx -> tx.delete(tx.list(Query.of(NOTE))));
    assertThat(count(Query.of(NOTE))).isZero();
  }

  @Test
  default void unique_values_may_change_hands_within_one_write() {
    insert(
        NOTE,
        Note.of("a").coded("1"),
        Note.of("b").coded("2"),
        Note.of("c").coded("3"),
        Note.of("z").coded("9"));

    write(tx -> {
      tx.update(tx.find(NOTE, "a").orElseThrow(), Note.of("a").coded("2"));
      tx.update(tx.find(NOTE, "b").orElseThrow(), Note.of("b").coded("1"));
      tx.update(tx.find(NOTE, "c").orElseThrow(), Note.of("c").coded("9"));
      tx.delete(tx.find(NOTE, "z").orElseThrow());
      tx.insert(NOTE, Note.of("0").coded("3"));
    });

    assertThat(ids(Query.of(NOTE).where("code", "1"))).containsExactly("b");
    assertThat(ids(Query.of(NOTE).where("code", "2"))).containsExactly("a");
    assertThat(ids(Query.of(NOTE).where("code", "3"))).containsExactly("0");
    assertThat(ids(Query.of(NOTE).where("code", "9"))).containsExactly("c");
  }

  @Test
  default void values_of_any_length_are_unique_and_found() {
    String long1 = "https://example.org/" + "x".repeat(5_000) + "1";
    String long2 = "https://example.org/" + "x".repeat(5_000) + "2";
    insert(
        NOTE,
        Note.of("a").coded(long1).ownedBy(long1).tagged(long1),
        Note.of("b").coded(long2).ownedBy(long2).tagged(long2));

    assertThat(ids(Query.of(NOTE).where("code", long1))).containsExactly("a");
    assertThat(ids(Query.of(NOTE).where("owner", long2))).containsExactly("b");
    assertThat(ids(Query.of(NOTE).where("tag", long2))).containsExactly("b");
    assertThat(count(Query.of(NOTE).where("owner", long1))).isEqualTo(1);
  }

  @Test
  default void what_the_work_throws_leaves_nothing_written() {
    insert(NOTE, Note.of("n1").saying("kept"));

    assertThatThrownBy(() -> write(tx -> {
          tx.insert(NOTE, Note.of("n2"));
          tx.insert(LINE, new Plain("l1", "x"));
          tx.update(tx.find(NOTE, "n1").orElseThrow(), Note.of("n1").saying("lost"));
          throw new IllegalStateException("enough");
        }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("enough");

    assertThat(ids(Query.of(NOTE))).containsExactly("n1");
    assertThat(get(NOTE, "n1").value().text()).isEqualTo("kept");
    assertThat(count(Query.of(LINE))).isZero();
    assertThat(position()).isZero();
  }

  @Test
  default void an_id_twice_in_one_write_is_the_callers_mistake() {
    assertThatThrownBy(() -> insert(PLAIN, new Plain("p", "1"), new Plain("p", "2")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("p");
    assertThat(count(Query.of(PLAIN))).isZero();
  }

  @Test
  default void a_change_that_names_another_id_is_the_callers_mistake() {
    insert(PLAIN, new Plain("p", "1"));

    assertThatThrownBy(() ->
            write(tx -> tx.update(tx.find(PLAIN, "p").orElseThrow(), new Plain("q", "1"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void a_record_that_no_database_can_keep_is_refused() {
    for (Plain bad : List.of(
        new Plain("", "x"),
        new Plain("i".repeat(129), "x"),
        new Plain("a\nb", "x"),
        new Plain("p", "nul \0"),
        new Plain("p", "half \ud834"),
        new Plain("p", "other half \udd1e"),
        new Plain("\ud834", "x"))) {
      assertThatThrownBy(() -> insert(PLAIN, bad)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> insert(NOTE, Note.of("n").ranked("r".repeat(257))))
        .isInstanceOf(IllegalArgumentException.class);
    insert(PLAIN, new Plain("i".repeat(128), "\u0001\uffff"));
  }

  @Test
  default void an_ordered_record_keeps_its_position_and_gains_index_values() {
    insert(
        FACT,
        Fact.of("f0").keyed("a"),
        Fact.of("f1").keyed("a", "b"),
        Fact.of("f2").keyed("a"));
    long position = get(FACT, "f1").position();

    write(tx -> tx.update(
        tx.find(FACT, "f1").orElseThrow(),
        Fact.of("f1").keyed("a", "b", "c").about("t").saying("more")));

    Stored<Fact> found = get(FACT, "f1");
    assertThat(found.position()).isEqualTo(position);
    assertThat(found.version()).isEqualTo(2);
    assertThat(found.value().text()).isEqualTo("more");
    assertThat(ids(Query.of(FACT).where("key", "c"))).containsExactly("f1");
    assertThat(ids(Query.of(FACT).where("topic", "t"))).containsExactly("f1");
    assertThat(ids(Query.of(FACT).where("key", "a"))).containsExactly("f0", "f1", "f2");
  }

  @Test
  default void an_ordered_record_may_not_lose_index_values() {
    insert(FACT, Fact.of("f1").keyed("a", "b"));

    assertThatThrownBy(() -> write(
            tx -> tx.update(tx.find(FACT, "f1").orElseThrow(), Fact.of("f1").keyed("a"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("f1");
  }

  @Test
  default void a_deleted_ordered_record_is_gone_and_its_neighbours_stay() {
    List<Fact> facts = IntStream.range(0, 40)
        .mapToObj(i -> Fact.of("f" + i).keyed("a", "k" + i % 2))
        .toList();
    write(tx -> tx.insert(FACT, facts));
    insert(FACT, Fact.of("last").keyed("a"));

    write(tx -> tx.delete(tx.list(Query.of(FACT).where("key", "k0"))));

    assertThat(ids(Query.of(FACT).where("key", "k0"))).isEmpty();
    assertThat(ids(Query.of(FACT).where("key", "a")))
        .hasSize(21)
        .startsWith("f1", "f3")
        .endsWith("f39", "last");
    assertThat(count(Query.of(FACT).where("key", "a"))).isEqualTo(21);
    assertThat(find(FACT, "f0")).isEmpty();
  }
}
