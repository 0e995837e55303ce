package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.LINE;
import static org.lmskit.contract.Samples.NOTE;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.model.ConflictException;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** What happens when another writer was faster: a conflict, and nothing half-written. */
interface ConflictContract extends StoreTests {
  private void assertConflict(Consumer<Transaction> work) {
    Object before = everything();
    assertThatThrownBy(() -> write(tx -> {
          tx.insert(NOTE, Note.of("bystander").tagged("by"));
          tx.insert(LINE, new Plain("bystander", "by"));
          work.accept(tx);
        }))
        .isInstanceOf(ConflictException.class);
    assertThat(everything()).isEqualTo(before);
  }

  private Object everything() {
    return read(reader -> java.util.List.of(
        reader.list(Query.of(NOTE)),
        reader.list(Query.of(FACT)),
        reader.list(Query.of(LINE)),
        reader.list(Query.of(NOTE).where("tag", "by")),
        reader.position()));
  }

  @Test
  default void a_taken_id_is_a_conflict() {
    insert(NOTE, Note.of("n1").saying("first"));

    assertConflict(tx -> tx.insert(NOTE, Note.of("n1").saying("second")));
  }

  @Test
  default void a_taken_id_among_many_new_ones_is_a_conflict() {
    insert(NOTE, Note.of("n77"));

    assertConflict(tx -> {
      for (int i = 0; i < 200; i++) {
        tx.insert(NOTE, Note.of("n" + i));
      }
    });
  }

  @Test
  default void a_taken_id_of_an_ordered_kind_is_a_conflict() {
    insert(FACT, Fact.of("f1"));

    assertConflict(tx -> tx.insert(FACT, Fact.of("f1")));
  }

  @Test
  default void a_conflict_names_the_record() {
    insert(NOTE, Note.of("n1"));

    assertThatThrownBy(() -> insert(NOTE, Note.of("n0"), Note.of("n1")))
        .isInstanceOf(ConflictException.class)
        .hasMessageContaining("sample_note")
        .hasMessageContaining("n1");
  }

  @Test
  default void a_taken_unique_value_is_a_conflict() {
    insert(NOTE, Note.of("n1").coded("c"), Note.of("n2"));
    insert(FACT, Fact.of("f1").numbered("7"));

    assertConflict(tx -> tx.insert(NOTE, Note.of("n3").coded("c")));
    assertConflict(
        tx -> tx.update(tx.find(NOTE, "n2").orElseThrow(), Note.of("n2").coded("c")));
    assertConflict(tx -> tx.insert(FACT, Fact.of("f2").numbered("7")));
  }

  @Test
  default void a_unique_value_twice_in_one_write_is_a_conflict() {
    assertConflict(tx -> {
      tx.insert(NOTE, Note.of("n1").coded("c"));
      tx.insert(NOTE, Note.of("n2").coded("c"));
    });
  }

  @Test
  default void records_without_a_unique_value_do_not_conflict() {
    insert(NOTE, Note.of("n1"), Note.of("n2"));
    insert(FACT, Fact.of("f1"), Fact.of("f2"));

    assertThat(count(Query.of(NOTE))).isEqualTo(2);
  }

  @Test
  default void a_moved_version_is_a_conflict() {
    insert(NOTE, Note.of("n1"));
    insert(FACT, Fact.of("f1"));
    Stored<Note> stale = get(NOTE, "n1");
    Stored<Fact> staleFact = get(FACT, "f1");
    write(tx -> tx.update(tx.find(NOTE, "n1").orElseThrow(), Note.of("n1").saying("moved")));
    write(tx -> tx.update(tx.find(FACT, "f1").orElseThrow(), Fact.of("f1").saying("moved")));

    assertConflict(tx -> tx.update(stale, Note.of("n1").saying("late")));
    assertConflict(tx -> tx.delete(stale));
    assertConflict(tx -> tx.update(staleFact, Fact.of("f1").saying("late")));
    assertConflict(tx -> tx.delete(staleFact));
  }

  @Test
  default void a_vanished_record_is_a_conflict() {
    insert(NOTE, Note.of("n1"));
    Stored<Note> gone = get(NOTE, "n1");
    write(tx -> tx.delete(tx.find(NOTE, "n1").orElseThrow()));

    assertConflict(tx -> tx.update(gone, Note.of("n1").saying("late")));
    assertConflict(tx -> tx.delete(gone));
  }

  @Test
  default void one_version_is_changed_once_in_a_write() {
    insert(NOTE, Note.of("n1"));

    assertThatThrownBy(() -> write(tx -> {
          Stored<Note> read = tx.find(NOTE, "n1").orElseThrow();
          tx.update(read, Note.of("n1").saying("one"));
          tx.update(read, Note.of("n1").saying("two"));
        }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("n1");
  }
}
