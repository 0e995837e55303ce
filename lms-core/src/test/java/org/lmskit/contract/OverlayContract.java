package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.contract.Samples.NOTE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Note;
import org.lmskit.store.OverlayTransaction;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.store.Write;

/** A write sees what it wrote as if it were committed; and an overlay thrown away leaves no trace. */
interface OverlayContract extends StoreTests {
  private static Instant minute(int minute) {
    return StoreContract.NOW.plusSeconds(60L * minute);
  }

  private void insertFive() {
    insert(
        NOTE,
        Note.of("1").at(minute(1)).ownedBy("ann"),
        Note.of("2").at(minute(2)).ownedBy("ann").tagged("t"),
        Note.of("3").at(minute(3)).ownedBy("bob").tagged("t"),
        Note.of("4").at(minute(4)).ownedBy("ann").ranked("r4"),
        Note.of("5").at(minute(5)).ownedBy("ann"));
  }

  /** 1 gone, 2 moved behind all and to bob, 3 with ann, 0 and 45 new. */
  private static void disturb(Transaction tx) {
    tx.delete(tx.find(NOTE, "1").orElseThrow());
    tx.update(
        tx.find(NOTE, "2").orElseThrow(),
        Note.of("2").at(minute(9)).ownedBy("bob").ranked("r2"));
    tx.update(
        tx.find(NOTE, "3").orElseThrow(),
        Note.of("3").at(minute(3)).ownedBy("ann").tagged("u"));
    tx.insert(NOTE, Note.of("0").at(minute(0)).ownedBy("ann"));
    tx.insert(NOTE, Note.of("45").at(minute(4)).ownedBy("ann").tagged("t"));
  }

  private static List<Object> look(org.lmskit.store.Reader reader) {
    List<Object> seen = new ArrayList<>();
    List<Query<Note>> queries = List.of(
        Query.of(NOTE),
        Query.of(NOTE).descending(),
        Query.of(NOTE).limit(2),
        Query.of(NOTE).descending().limit(3),
        Query.of(NOTE).where("owner", "ann"),
        Query.of(NOTE).where("owner", "ann").limit(2),
        Query.of(NOTE).where("owner", "bob"),
        Query.of(NOTE).whereAny("tag", List.of("t", "u")),
        Query.of(NOTE).range("rank", "r2", "r4"),
        Query.of(NOTE).between(minute(3), minute(9)),
        Query.of(NOTE).after(new Query.After(minute(4), "4", 0)),
        Query.of(NOTE).after(new Query.After(minute(4), "4", 0)).descending().limit(2));
    for (Query<Note> query : queries) {
      seen.add(StoreTests.ids(reader.list(query)));
      seen.add(reader.count(query));
      List<Note> visited = new ArrayList<>();
      reader.each(query, stored -> visited.add(stored.value()));
      seen.add(visited);
    }
    seen.add(reader.findAll(NOTE, List.of("5", "1", "2", "45", "none")).stream()
        .map(Stored::value)
        .toList());
    seen.add(reader.find(NOTE, "1").isPresent());
    seen.add(reader.find(NOTE, "3").orElseThrow().version());
    return seen;
  }

  @Test
  default void a_write_sees_its_own_writes_as_they_are_seen_once_committed() {
    insertFive();

    List<Object> inside = store().write(tenant(), StoreContract.NOW, tx -> {
      disturb(tx);
      return look(tx);
    });

    assertThat(inside.get(0)).isEqualTo(List.of("0", "3", "4", "45", "5", "2"));
    assertThat(inside).isEqualTo(this.<List<Object>>read(OverlayContract::look));
  }

  @Test
  default void what_was_foreseen_changes_no_answer() {
    insertFive();

    List<Object> foreseen = store().write(tenant(), StoreContract.NOW, tx -> {
      tx.foresee(NOTE, List.of("1", "2", "45", "none"));
      tx.foresee(NOTE, "tag", List.of("t", "u", "t"));
      disturb(tx);
      tx.foresee(NOTE, List.of("3", "4"));
      tx.foresee(NOTE, "owner", List.of("ann", "bob", "nobody"));
      return look(tx);
    });

    assertThat(foreseen).isEqualTo(this.<List<Object>>read(OverlayContract::look));
  }

  @Test
  default void an_overlay_that_is_thrown_away_shows_the_same_and_leaves_no_trace() {
    insertFive();
    List<Object> before = this.<List<Object>>read(OverlayContract::look);

    List<Object> dry = read(reader -> {
      OverlayTransaction overlay = new OverlayTransaction(reader);
      overlay.lock();
      disturb(overlay);
      assertThat(overlay.writes(NOTE))
          .extracting(Write::id)
          .containsExactly("1", "2", "3", "0", "45");
      return look(overlay);
    });

    assertThat(this.<List<Object>>read(OverlayContract::look)).isEqualTo(before);
    write(OverlayContract::disturb);
    assertThat(dry).isEqualTo(this.<List<Object>>read(OverlayContract::look));
  }

  @Test
  default void what_was_gathered_on_top_shows_once_it_is_taken_over() {
    insertFive();

    List<Object> below = read(reader -> {
      OverlayTransaction overlay = new OverlayTransaction(reader);
      overlay.insert(NOTE, Note.of("6").ownedBy("bob"));
      look(overlay);
      OverlayTransaction above = new OverlayTransaction(overlay);
      disturb(above);
      above.delete(above.find(NOTE, "6").orElseThrow());
      overlay.takeOver(above);
      return look(overlay);
    });

    write(OverlayContract::disturb);
    assertThat(below).isEqualTo(this.<List<Object>>read(OverlayContract::look));
  }

  @Test
  default void a_record_may_go_through_many_states_in_one_write() {
    insert(NOTE, Note.of("a").saying("1").tagged("t"), Note.of("b").saying("1"));

    write(tx -> {
      tx.update(tx.find(NOTE, "a").orElseThrow(), Note.of("a").saying("2").tagged("u"));
      tx.update(tx.find(NOTE, "a").orElseThrow(), Note.of("a").saying("3").tagged("v"));
      tx.delete(tx.find(NOTE, "b").orElseThrow());
      tx.insert(NOTE, Note.of("b").saying("2").tagged("w"));
      tx.insert(NOTE, Note.of("c").saying("1"));
      tx.update(tx.find(NOTE, "c").orElseThrow(), Note.of("c").saying("2").tagged("x"));
      tx.insert(NOTE, Note.of("d"));
      tx.delete(tx.find(NOTE, "d").orElseThrow());
    });

    assertThat(ids(Query.of(NOTE))).containsExactly("a", "b", "c");
    assertThat(list(Query.of(NOTE)))
        .extracting(stored -> stored.value().text())
        .containsExactly("3", "2", "2");
    assertThat(list(Query.of(NOTE))).extracting(Stored::version).containsExactly(3, 2, 2);
    assertThat(ids(Query.of(NOTE).whereAny("tag", List.of("t", "u")))).isEmpty();
    assertThat(ids(Query.of(NOTE).whereAny("tag", List.of("v", "w", "x"))))
        .containsExactly("a", "b", "c");
  }
}
