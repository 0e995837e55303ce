package org.lmskit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Stores;
import org.lmskit.model.ConflictException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** Who waits to write to SQLite is committed together, and fails by himself. */
class SharedCommitTest {
  private static final Kind<String> WORD =
      Kind.<String>mutable("word", word -> word).body(new Body<>(word -> word, text -> text));
  private static final Kind<String> SAID =
      Kind.<String>ordered("said", word -> word).body(new Body<>(word -> word, text -> text));
  private static final Kinds KINDS =
      new Kinds("words", List.of(WORD, SAID), SharedCommitTest.class.getClassLoader());
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private final Map<String, Throwable> thrown = new ConcurrentHashMap<>();
  private final List<Thread> threads = new ArrayList<>();

  @Test
  void what_waits_while_another_writes_is_committed_with_it() throws Exception {
    try (Store store = open()) {
      boolean[] seen = new boolean[2];

      inTurn(store, tx -> tx.insert(WORD, "first"), tx -> {
        seen[0] = tx.find(WORD, "first").isPresent();
        seen[1] =
            store.read(TenantId.DEFAULT, reader -> reader.find(WORD, "first")).isPresent();
        tx.insert(WORD, "second");
      });

      assertThat(seen).as("seen by the one behind, by others").containsExactly(true, false);
      assertThat(words(store)).containsExactly("first", "second", "start");
      assertThat(thrown).isEmpty();
    }
  }

  @Test
  void who_fails_in_between_fails_alone_and_leaves_nothing() throws Exception {
    try (Store store = open()) {
      inTurn(
          store,
          tx -> {
            tx.insert(WORD, "taken");
            tx.insert(SAID, "one");
          },
          tx -> {
            tx.insert(WORD, List.of("a", "z"));
            tx.insert(SAID, "never");
            throw new IllegalStateException("refused");
          },
          tx -> {
            tx.insert(WORD, "b");
            tx.insert(SAID, "two");
          });
      inTurn(
          store,
          tx -> tx.insert(SAID, "three"),
          tx -> {
            tx.insert(WORD, "c");
            tx.insert(SAID, "one");
          },
          tx -> tx.insert(SAID, "four"));

      assertThat(words(store)).containsExactly("b", "start", "taken");
      assertThat(said(store)).containsExactly("one", "two", "three", "four");
      assertThat(thrown.values())
          .hasSize(2)
          .hasAtLeastOneElementOfType(IllegalStateException.class)
          .hasAtLeastOneElementOfType(ConflictException.class);
    }
  }

  @Test
  void of_rows_that_went_in_before_a_taken_one_none_stays() throws Exception {
    try (Store store = open()) {
      store.write(TenantId.DEFAULT, NOW, tx -> {
        tx.insert(SAID, "one");
        return true;
      });
      Consumer<Transaction> broken = tx -> {
        tx.insert(WORD, List.of("a", "start", "z"));
        tx.insert(SAID, List.of("before", "one", "behind"));
      };

      inTurn(store, broken, tx -> tx.insert(SAID, "two"), broken, tx -> tx.insert(SAID, "three"));

      assertThat(words(store)).containsExactly("start");
      assertThat(said(store)).containsExactly("one", "two", "three");
      assertThat(thrown.values()).hasSize(2).hasOnlyElementsOfType(ConflictException.class);
    }
  }

  @Test
  void many_writers_lose_nothing() throws Exception {
    try (Store store = open()) {
      for (int i = 0; i < 16; i++) {
        int number = i;
        start("many" + i, () -> {
          for (int j = 0; j < 25; j++) {
            String word = number + "-" + j;
            store.write(TenantId.DEFAULT, NOW, tx -> {
              tx.insert(SAID, word);
              return word;
            });
          }
        });
      }
      join();

      assertThat(thrown).isEmpty();
      assertThat(said(store)).hasSize(400).doesNotHaveDuplicates();
    }
  }

  @Test
  void once_the_disk_is_full_what_was_acknowledged_is_there_and_nothing_else() throws Exception {
    Path file = Stores.temporary().resolve("full.db");
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    try (Store small = open(JdbcStore.at("jdbc:sqlite:" + file + "?max_page_count=100", KINDS))) {
      for (int i = 0; i < 8; i++) {
        int number = i;
        start("filling" + i, () -> {
          for (int j = 0; true; j++) {
            String word = number + "-" + j + "-".repeat(100);
            small.write(TenantId.DEFAULT, NOW, tx -> {
              tx.insert(SAID, word);
              return word;
            });
            acknowledged.add(word);
          }
        });
      }
      join();
    }

    assertThat(thrown.values())
        .hasSize(8)
        .allSatisfy(e ->
            assertThat(e).isInstanceOfAny(StoreFailureException.class, ConflictException.class));
    try (Store store = open(JdbcStore.sqlite(file, KINDS))) {
      assertThat(said(store))
          .hasSizeGreaterThan(50)
          .containsExactlyInAnyOrderElementsOf(acknowledged);
    }
  }

  private static Store open() {
    return open(JdbcStore.sqlite(Stores.temporary().resolve("shared.db"), KINDS));
  }

  private static Store open(Store store) {
    store.write(TenantId.DEFAULT, NOW, tx -> {
      if (tx.find(WORD, "start").isEmpty()) {
        tx.insert(WORD, "start");
      }
      return true;
    });
    words(store); // a store shares the transactions of tenants whose number it has seen
    return store;
  }

  /** Each begins to wait while the first one works, one after the other. */
  @SafeVarargs
  private void inTurn(Store store, Consumer<Transaction>... works) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch all = new CountDownLatch(1);
    for (int i = 0; i < works.length; i++) {
      Consumer<Transaction> work = works[i];
      boolean isFirst = i == 0;
      Thread thread = start(
          "writer" + thrown.size() + "-" + i,
          () -> store.write(TenantId.DEFAULT, NOW, tx -> {
            if (isFirst) {
              entered.countDown();
              await(all);
            }
            work.accept(tx);
            return true;
          }));
      if (isFirst) {
        entered.await();
      } else {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
      }
    }
    all.countDown();
    join();
  }

  private Thread start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setUncaughtExceptionHandler((failed, e) -> thrown.put(failed.getName(), e));
    threads.add(thread);
    thread.start();
    return thread;
  }

  private void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    threads.clear();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> words(Store store) {
    return store.read(
        TenantId.DEFAULT,
        reader -> reader.list(Query.of(WORD)).stream().map(Stored::id).toList());
  }

  private static List<String> said(Store store) {
    return store.read(
        TenantId.DEFAULT,
        reader -> reader.list(Query.of(SAID)).stream().map(Stored::id).toList());
  }
}
