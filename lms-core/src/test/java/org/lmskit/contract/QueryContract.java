package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.NOTE;
import static org.lmskit.contract.Samples.PLAIN;
import static org.lmskit.store.Query.Order.POSITION;
import static org.lmskit.store.Query.Order.TIME;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** Which records a query finds, and in which order. */
interface QueryContract extends StoreTests {
  private static Instant minute(int minute) {
    return StoreContract.NOW.plusSeconds(60L * minute);
  }

  @Test
  default void records_come_by_time_and_then_by_id() {
    insert(
        NOTE,
        Note.of("b").at(minute(1)),
        Note.of("c").at(minute(0)),
        Note.of("a").at(minute(1)),
        Note.of("d").at(minute(-1)));

    assertThat(ids(Query.of(NOTE))).containsExactly("d", "c", "a", "b");
    assertThat(ids(Query.of(NOTE).descending())).containsExactly("b", "a", "c", "d");
    assertThat(ids(Query.of(NOTE).limit(3))).containsExactly("d", "c", "a");
  }

  @Test
  default void text_is_ordered_by_its_utf8_bytes() {
    insert(
        PLAIN,
        new Plain("\uffee", ""),
        new Plain("\ud834\udd1e", ""),
        new Plain("a", ""),
        new Plain("B", ""),
        new Plain("é", ""),
        new Plain("a b", ""),
        new Plain("a-b", ""));
    insert(
        NOTE,
        Note.of("1").ranked("\uffee"),
        Note.of("2").ranked("\ud834\udd1e"),
        Note.of("3").ranked("é"));

    assertThat(ids(Query.of(PLAIN)))
        .containsExactly("B", "a", "a b", "a-b", "é", "\uffee", "\ud834\udd1e");
    assertThat(ids(Query.of(PLAIN).descending().limit(2)))
        .containsExactly("\ud834\udd1e", "\uffee");
    assertThat(ids(Query.of(NOTE).range("rank", "é", "\ud834\udd1e"))).containsExactly("1", "3");
  }

  @Test
  default void conditions_are_anded_and_each_takes_any_of_its_values() {
    insert(
        NOTE,
        Note.of("1").ownedBy("ann").tagged("x", "y"),
        Note.of("2").ownedBy("bob").tagged("x"),
        Note.of("3").ownedBy("ann").tagged("z"),
        Note.of("4").tagged("x", "z"));

    assertThat(ids(Query.of(NOTE).where("owner", "ann"))).containsExactly("1", "3");
    assertThat(ids(Query.of(NOTE).whereAny("owner", List.of("ann", "bob"))))
        .containsExactly("1", "2", "3");
    assertThat(ids(Query.of(NOTE).whereAny("tag", List.of("x", "z"))))
        .containsExactly("1", "2", "3", "4");
    assertThat(ids(Query.of(NOTE).where("tag", "x").where("tag", "z"))).containsExactly("4");
    assertThat(ids(Query.of(NOTE).where("tag", "x").where("owner", "ann"))).containsExactly("1");
    assertThat(ids(Query.of(NOTE).where("owner", "ann").where("owner", "bob"))).isEmpty();
    assertThat(ids(Query.of(NOTE).whereAny("owner", List.of()))).isEmpty();
    assertThat(ids(Query.of(NOTE).where("owner", ""))).isEmpty();
    assertThat(ids(Query.of(NOTE).where("owner", "a\0b"))).isEmpty();
  }

  @Test
  default void a_condition_takes_a_thousand_values() {
    insert(
        NOTE,
        Note.of("1").ownedBy("o1").tagged("t1"),
        Note.of("2").ownedBy("o999").tagged("t999"),
        Note.of("3").ownedBy("o1000"));
    insert(
        FACT, Fact.of("1").keyed("t1"), Fact.of("2").keyed("t999"), Fact.of("3").keyed("t1000"));
    List<String> owners = IntStream.range(0, 1_000).mapToObj(i -> "o" + i).toList();
    List<String> tags = IntStream.range(0, 1_000).mapToObj(i -> "t" + i).toList();

    assertThat(ids(Query.of(NOTE).whereAny("owner", owners))).containsExactly("1", "2");
    assertThat(ids(Query.of(NOTE).whereAny("owner", owners).whereAny("tag", tags)))
        .containsExactly("1", "2");
    assertThat(ids(Query.of(FACT).whereAny("key", tags))).containsExactly("1", "2");
  }

  @Test
  default void a_sorted_index_takes_a_half_open_range() {
    insert(
        NOTE,
        Note.of("1").ranked("a"),
        Note.of("2").ranked("b"),
        Note.of("3").ranked("b!"),
        Note.of("4").ranked("c"),
        Note.of("5"));

    assertThat(ids(Query.of(NOTE).range("rank", "b", "c"))).containsExactly("2", "3");
    assertThat(ids(Query.of(NOTE).range("rank", "b", null))).containsExactly("2", "3", "4");
    assertThat(ids(Query.of(NOTE).range("rank", null, "b!"))).containsExactly("1", "2");
    assertThat(ids(Query.of(NOTE).range("rank", null, null))).containsExactly("1", "2", "3", "4");
    assertThat(ids(Query.of(NOTE).range("rank", "c", "a"))).isEmpty();
    assertThat(ids(Query.of(NOTE).where("rank", "b"))).containsExactly("2");
  }

  @Test
  default void time_takes_a_half_open_range() {
    insert(
        NOTE,
        Note.of("1").at(minute(1)),
        Note.of("2").at(minute(2)),
        Note.of("3").at(minute(3)).ownedBy("ann"));
    insert(
        FACT,
        Fact.of("1").at(minute(3)),
        Fact.of("2").at(minute(2)).keyed("k"),
        Fact.of("3").at(minute(1)).keyed("k"));

    assertThat(ids(Query.of(NOTE).between(minute(1), minute(3)))).containsExactly("1", "2");
    assertThat(ids(Query.of(NOTE).between(minute(2), null).where("owner", "ann")))
        .containsExactly("3");
    assertThat(ids(Query.of(NOTE).between(null, minute(2)).descending())).containsExactly("1");
    assertThat(ids(Query.of(FACT).between(minute(2), minute(4)))).containsExactly("1", "2");
    assertThat(ids(Query.of(FACT).between(minute(2), minute(4)).where("key", "k")))
        .containsExactly("2");
  }

  @Test
  default void an_ordered_kind_comes_by_position_or_by_time() {
    insert(
        FACT, Fact.of("c").at(minute(1)).keyed("k"), Fact.of("a").at(minute(2)).keyed("k"));
    insert(FACT, Fact.of("b").at(minute(0)).keyed("k"), Fact.of("z").at(minute(0)));

    assertThat(ids(Query.of(FACT))).containsExactly("c", "a", "b", "z");
    assertThat(ids(Query.of(FACT).descending())).containsExactly("z", "b", "a", "c");
    assertThat(ids(Query.of(FACT).orderBy(TIME))).containsExactly("b", "z", "c", "a");
    assertThat(ids(Query.of(FACT).where("key", "k"))).containsExactly("c", "a", "b");
    assertThat(ids(Query.of(FACT).where("key", "k").orderBy(TIME))).containsExactly("b", "c", "a");
    assertThat(ids(Query.of(FACT).where("key", "k").orderBy(TIME).descending().limit(2)))
        .containsExactly("a", "c");
  }

  @Test
  default void an_ordered_kind_is_found_by_every_type_of_index() {
    insert(
        FACT,
        Fact.of("1").about("t").numbered("s1").keyed("k").at(minute(0)),
        Fact.of("2").about("t").numbered("s2").keyed("l").at(minute(60 * 24)),
        Fact.of("3").about("u").keyed("k", "l").at(minute(60 * 24)));

    assertThat(ids(Query.of(FACT).where("topic", "t"))).containsExactly("1", "2");
    assertThat(ids(Query.of(FACT).where("serial", "s2"))).containsExactly("2");
    assertThat(ids(Query.of(FACT).where("day", "2026-05-19"))).containsExactly("2", "3");
    assertThat(ids(Query.of(FACT).range("day", "2026-05-19", null).where("key", "k")))
        .containsExactly("3");
    assertThat(ids(Query.of(FACT).where("topic", "t").where("key", "l"))).containsExactly("2");
    assertThat(ids(
            Query.of(FACT).where("topic", "t").where("day", "2026-05-18").where("serial", "s1")))
        .containsExactly("1");
    assertThat(ids(Query.of(FACT)
            .whereAny("topic", List.of("t", "u"))
            .whereAny("key", List.of("k", "l", "m"))
            .descending()))
        .containsExactly("3", "2", "1");
  }

  @Test
  default void a_count_ignores_order_limit_and_after() {
    insert(NOTE, Note.of("1").tagged("t"), Note.of("2").tagged("t", "u"), Note.of("3"));
    insert(FACT, Fact.of("1").keyed("t").at(minute(1)), Fact.of("2").keyed("t", "u"), Fact.of("3"));
    Stored<Note> last = get(NOTE, "2");
    long first = get(FACT, "1").position();

    assertThat(count(Query.of(NOTE).descending().limit(1).after(last))).isEqualTo(3);
    assertThat(count(Query.of(NOTE).whereAny("tag", List.of("t", "u")))).isEqualTo(2);
    assertThat(count(Query.of(NOTE).range("rank", null, null))).isZero();
    assertThat(count(Query.of(FACT))).isEqualTo(3);
    assertThat(count(Query.of(FACT).whereAny("key", List.of("t", "u")).limit(1)))
        .isEqualTo(2);
    assertThat(count(Query.of(FACT).where("key", "t").upTo(first))).isEqualTo(1);
    assertThat(count(Query.of(FACT).where("key", "t").between(minute(1), null))).isEqualTo(1);
  }

  @Test
  default void pages_join_without_gap_or_repetition_in_every_order() {
    write(tx -> IntStream.range(0, 100)
        .forEach(i -> tx.insert(NOTE, Note.of("n" + i).at(minute(i % 7)).tagged("t" + i % 2))));
    for (int batch = 0; batch < 10; batch++) {
      int from = batch * 10;
      write(tx -> IntStream.range(from, from + 10)
          .forEach(i ->
              tx.insert(FACT, Fact.of("f" + i).at(minute(-i % 5)).keyed("t" + i % 2, "x"))));
    }

    assertPages(Query.of(NOTE));
    assertPages(Query.of(NOTE).descending());
    assertPages(Query.of(NOTE).where("tag", "t1"));
    assertPages(Query.of(NOTE).between(minute(1), minute(6)).descending());
    assertPages(Query.of(FACT));
    assertPages(Query.of(FACT).descending());
    assertPages(Query.of(FACT).orderBy(TIME));
    assertPages(Query.of(FACT).orderBy(TIME).descending());
    assertPages(Query.of(FACT).where("key", "t1"));
    assertPages(Query.of(FACT).where("key", "t1").where("key", "x").descending());
    assertPages(Query.of(FACT).where("key", "t0").orderBy(TIME));
    assertPages(
        Query.of(FACT).orderBy(POSITION).upTo(get(FACT, "f57").position()).where("key", "x"));
  }

  private <T> void assertPages(Query<T> query) {
    List<String> whole = ids(query);
    List<String> paged = new ArrayList<>();
    List<Stored<T>> page = list(query.limit(7));
    while (!page.isEmpty()) {
      paged.addAll(StoreTests.ids(page));
      Query<T> next = query.limit(7).after(page.get(page.size() - 1));
      page = list(next);
    }
    List<String> visited = new ArrayList<>();
    read(reader -> {
      reader.each(query, stored -> visited.add(stored.id()));
      return true;
    });

    assertThat(whole).isNotEmpty().doesNotHaveDuplicates();
    assertThat(paged).isEqualTo(whole);
    assertThat(visited).isEqualTo(whole);
    assertThat(count(query)).isEqualTo(whole.size());
  }
}
