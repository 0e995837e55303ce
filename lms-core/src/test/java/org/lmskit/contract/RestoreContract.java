package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.NOTE;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.model.ConflictException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** Records that come from another store, and tenants that go. */
interface RestoreContract extends StoreTests {
  @Test
  default void a_restored_record_has_the_body_version_and_position_that_it_had() {
    insert(FACT, Fact.of("a").keyed("k"), Fact.of("b").about("t"));
    insert(NOTE, Note.of("n").ownedBy("ann").tagged("x"));
    write(tx -> {
      Stored<Note> old = tx.find(NOTE, "n").orElseThrow();
      tx.update(old, old.value().saying("more"));
    });
    List<Stored<Fact>> facts = list(Query.of(FACT));
    Stored<Note> note = get(NOTE, "n");
    TenantId copy = new TenantId(tenant() + "-copy");

    store().write(copy, StoreContract.NOW.plusSeconds(9), tx -> {
      tx.restore(facts);
      tx.restore(List.of(note));
      assertThat(tx.find(FACT, "a")).contains(facts.get(0));
      return true;
    });

    store().read(copy, reader -> {
      assertThat(reader.list(Query.of(FACT))).isEqualTo(facts);
      assertThat(reader.find(NOTE, "n")).contains(note);
      assertThat(reader.list(Query.of(FACT).where("key", "k"))).containsExactly(facts.get(0));
      assertThat(reader.list(Query.of(NOTE).where("tag", "x"))).containsExactly(note);
      assertThat(reader.position()).isEqualTo(facts.get(1).position());
      return true;
    });
  }

  @Test
  default void what_is_written_after_a_restored_record_stands_above_it() {
    insert(FACT, Fact.of("a"));
    Stored<Fact> a = get(FACT, "a");
    Stored<Fact> later = new Stored<>(FACT, "a", a.value(), a.body(), 1, a.position() + 1_000);
    TenantId copy = new TenantId(tenant() + "-copy");

    store().write(copy, StoreContract.NOW, tx -> {
      tx.restore(List.of(later));
      tx.insert(FACT, Fact.of("fresh"));
      return true;
    });

    store().read(copy, reader -> {
      assertThat(reader.find(FACT, "fresh").orElseThrow().position())
          .isEqualTo(later.position() + 1);
      assertThat(reader.position()).isEqualTo(later.position() + 1);
      return true;
    });
  }

  @Test
  default void a_position_that_is_passed_is_not_given_again() {
    insert(FACT, Fact.of("a"));
    Stored<Fact> a = get(FACT, "a");
    Stored<Fact> b = new Stored<>(FACT, "b", Fact.of("b"), FACT.write(Fact.of("b")), 1, 1);

    assertThatThrownBy(() -> write(tx -> tx.restore(List.of(b))))
        .isInstanceOf(ConflictException.class);
    assertThatThrownBy(() -> write(tx -> tx.restore(List.of(a))))
        .isInstanceOf(ConflictException.class);

    assertThat(list(Query.of(FACT))).containsExactly(a);
  }

  @Test
  default void a_restored_record_that_makes_no_sense_is_refused() {
    Note value = Note.of("n");
    Stored<Note> otherId = new Stored<>(NOTE, "m", value, NOTE.write(value), 1, 0);
    Stored<Note> noVersion = new Stored<>(NOTE, "n", value, NOTE.write(value), 0, 0);
    Stored<Note> placed = new Stored<>(NOTE, "n", value, NOTE.write(value), 1, 5);

    for (Stored<Note> wrong : List.of(otherId, noVersion, placed)) {
      assertThatThrownBy(() -> write(tx -> tx.restore(List.of(wrong))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(count(Query.of(NOTE))).isZero();
  }

  @Test
  default void a_deleted_tenant_is_as_one_who_never_wrote_and_others_keep_everything() {
    insert(FACT, Fact.of("a").keyed("k"));
    insert(NOTE, Note.of("n").ownedBy("ann").tagged("x"));
    TenantId other = new TenantId(tenant() + "-other");
    store().write(other, StoreContract.NOW, tx -> {
      tx.insert(FACT, Fact.of("a").keyed("k"));
      tx.insert(NOTE, Note.of("n").tagged("x"));
      return true;
    });

    store().delete(tenant());

    assertThat(store().tenants()).contains(other).doesNotContain(tenant());
    assertThat(position()).isZero();
    assertThat(count(Query.of(FACT))).isZero();
    assertThat(list(Query.of(FACT).where("key", "k"))).isEmpty();
    assertThat(find(NOTE, "n")).isEmpty();
    store().read(other, reader -> {
      assertThat(reader.list(Query.of(FACT).where("key", "k"))).hasSize(1);
      assertThat(reader.list(Query.of(NOTE).where("tag", "x"))).hasSize(1);
      return true;
    });
    insert(FACT, Fact.of("a"));
    assertThat(list(Query.of(FACT))).hasSize(1);
    assertThat(list(Query.of(FACT).where("key", "k"))).isEmpty();
    assertThat(store().tenants()).contains(tenant());
    store().delete(other);
    store().delete(other);
    assertThat(store().tenants()).doesNotContain(other);
  }
}
