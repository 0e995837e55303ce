package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.NOTE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.model.ConflictException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** Random writes have the same outcome in this store and in memory, and leave the same records. */
interface ModelContract extends StoreTests {
  /** Something done inside a write. */
  enum Act {
    INSERT_NOTE,
    INSERT_NOTE_UNSEEN,
    UPDATE_NOTE,
    UPDATE_STALE_NOTE,
    DELETE_NOTE,
    INSERT_FACT,
    UPDATE_FACT,
    DELETE_FACT,
    LOCK,
    FORESEE,
    FAIL
  }

  /** One step: the act, the number of the record, and two numbers its values are made of. */
  record Step(Act act, int record, int a, int b) {}

  @Provide
  default Arbitrary<List<List<Step>>> scripts() {
    Arbitrary<Act> acts = Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(
            12,
            Arbitraries.of(
                Act.INSERT_NOTE,
                Act.UPDATE_NOTE,
                Act.DELETE_NOTE,
                Act.INSERT_FACT,
                Act.UPDATE_FACT)),
        net.jqwik.api.Tuple.of(3, Arbitraries.of(Act.DELETE_FACT, Act.LOCK, Act.FORESEE)),
        net.jqwik.api.Tuple.of(
            1, Arbitraries.of(Act.FAIL, Act.UPDATE_STALE_NOTE, Act.INSERT_NOTE_UNSEEN)));
    Arbitrary<Integer> small = Arbitraries.integers().between(0, 5);
    Arbitrary<Step> step = Combinators.combine(
            acts, Arbitraries.integers().between(0, 7), small, small)
        .as(Step::new);
    return step.list().ofMinSize(1).ofMaxSize(8).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 60)
  default void random_writes_agree_with_memory(@ForAll("scripts") List<List<Step>> script) {
    TenantId own = new TenantId("model-" + UUID.randomUUID());
    Store model = new InMemoryStore();
    Instant now = StoreContract.NOW;
    for (List<Step> steps : script) {
      now = now.plusMillis(steps.get(0).a() - 1L);

      String expected = run(model, own, now, steps);

      assertThat(run(store(), own, now, steps)).isEqualTo(expected);
      assertThat(store().<List<Object>>read(own, ModelContract::look))
          .isEqualTo(model.<List<Object>>read(own, ModelContract::look));
    }
  }

  private static String run(Store store, TenantId tenant, Instant now, List<Step> steps) {
    List<Object> seen = new ArrayList<>();
    Stored<Note> stale = store.read(tenant, reader -> reader.find(NOTE, "n0")).orElse(null);
    try {
      store.write(tenant, now, tx -> {
        steps.forEach(step -> apply(tx, step, stale));
        seen.addAll(look(tx));
        return true;
      });
      return seen.toString();
    } catch (ConflictException e) {
      return "conflict";
    } catch (IllegalArgumentException | IllegalStateException e) {
      return e.getMessage();
    }
  }

  private static void apply(Transaction tx, Step step, Stored<Note> stale) {
    Note note = noteOf(step);
    Fact fact =
        Fact.of("f" + step.record()).about("t" + step.a()).keyed("k" + step.b(), "k" + step.a());
    switch (step.act()) {
      case INSERT_NOTE -> ifAbsent(tx, NOTE, note.id(), () -> tx.insert(NOTE, note));
      case INSERT_NOTE_UNSEEN -> tx.insert(NOTE, note);
      case UPDATE_NOTE -> tx.find(NOTE, note.id()).ifPresent(old -> tx.update(old, note));
      case UPDATE_STALE_NOTE -> {
        if (stale != null) {
          tx.update(stale, stale.value().saying("stale"));
        }
      }
      case DELETE_NOTE -> tx.find(NOTE, note.id()).ifPresent(tx::delete);
      case INSERT_FACT -> ifAbsent(tx, FACT, fact.id(), () -> tx.insert(FACT, fact));
      case UPDATE_FACT ->
        tx.find(FACT, fact.id()).ifPresent(old -> tx.update(old, gained(old.value(), step)));
      case DELETE_FACT -> tx.find(FACT, fact.id()).ifPresent(tx::delete);
      case LOCK -> tx.lock();
      case FORESEE -> foresee(tx, step);
      case FAIL -> throw new IllegalStateException("the work gave up");
    }
  }

  private static void foresee(Transaction tx, Step step) {
    tx.foresee(NOTE, List.of("n" + step.record(), "n" + step.a()));
    tx.foresee(NOTE, "owner", List.of("o" + step.a(), "o" + step.b()));
    tx.foresee(NOTE, "tag", List.of("t", "t" + step.a()));
    tx.foresee(FACT, List.of("f" + step.record()));
    tx.foresee(FACT, "key", List.of("k0", "k" + step.a(), "k" + step.b()));
  }

  private static Note noteOf(Step step) {
    return Note.of("n" + step.record())
        .at(StoreContract.NOW.plusSeconds(step.a()))
        .ownedBy(step.b() == 0 ? "" : "o" + step.b())
        .coded(step.a() < 3 ? "" : "c" + step.a())
        .ranked(step.b() < 2 ? "" : "r" + step.b())
        .tagged("t" + step.a(), "t" + step.b(), "t");
  }

  private static Fact gained(Fact old, Step step) {
    List<String> keys = new ArrayList<>(old.keys());
    keys.add("k" + step.b());
    return new Fact(old.id(), old.time(), old.topic(), old.serial(), keys, "changed " + step.a());
  }

  private static <T> void ifAbsent(Transaction tx, Kind<T> kind, String id, Runnable insert) {
    if (tx.find(kind, id).isEmpty()) {
      insert.run();
    }
  }

  private static List<Object> look(Reader reader) {
    List<Object> seen = new ArrayList<>();
    Consumer<Query<?>> ask = query -> {
      seen.add(reader.count(query));
      reader
          .list(query)
          .forEach(stored -> seen.add(List.of(stored.body(), stored.version(), stored.position())));
    };
    ask.accept(Query.of(NOTE));
    ask.accept(Query.of(NOTE).descending().limit(3));
    ask.accept(Query.of(FACT));
    ask.accept(Query.of(FACT).descending().limit(3).upTo(reader.position()));
    ask.accept(Query.of(NOTE).range("rank", "r3", "r5"));
    for (int i = 0; i < 6; i++) {
      ask.accept(Query.of(NOTE).where("owner", "o" + i));
      ask.accept(Query.of(NOTE).where("code", "c" + i));
      ask.accept(Query.of(NOTE).where("tag", "t" + i).where("tag", "t"));
      ask.accept(Query.of(FACT).where("key", "k" + i).limit(3));
      ask.accept(Query.of(FACT).where("key", "k" + i).where("topic", "t" + (i + 1) % 6));
      ask.accept(Query.of(FACT).whereAny("key", List.of("k" + i, "k0")).descending());
    }
    return seen;
  }
}
