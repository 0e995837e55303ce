package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.contract.Samples.FACT;
import static org.lmskit.contract.Samples.NOTE;
import static org.lmskit.contract.Samples.PLAIN;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples.Fact;
import org.lmskit.contract.Samples.Note;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.model.ConflictException;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/** What is promised to many writers at once. */
interface ConcurrencyContract extends StoreTests {
  int WRITERS = 4;
  int WRITES = 60;

  @Test
  default void eight_threads_lose_no_update() throws Exception {
    insert(NOTE, Note.of("counter").saying("0"));

    all(8, thread -> {
      for (int i = 0; i < 25; i++) {
        retried(tx -> {
          Stored<Note> old = tx.find(NOTE, "counter").orElseThrow();
          tx.update(
              old,
              old.value().saying(Integer.toString(Integer.parseInt(old.value().text()) + 1)));
        });
      }
    });

    assertThat(get(NOTE, "counter").value().text()).isEqualTo("200");
    assertThat(get(NOTE, "counter").version()).isEqualTo(201);
  }

  @Test
  default void of_many_that_take_a_unique_value_one_gets_it() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();

    all(8, thread -> {
      for (int i = 0; i < 10; i++) {
        int round = i;
        try {
          write(tx -> tx.insert(NOTE, Note.of("n-" + thread + "-" + round).coded("c" + round)));
          taken.incrementAndGet();
        } catch (ConflictException e) {
          refused.incrementAndGet();
        }
      }
    });

    assertThat(list(Query.of(NOTE)))
        .hasSize(taken.get())
        .extracting(stored -> stored.value().code())
        .doesNotHaveDuplicates();
    assertThat(taken.get() + refused.get()).isEqualTo(80);
  }

  @Test
  default void pages_neither_skip_nor_repeat_while_a_writer_pauses_inside_its_work()
      throws Exception {
    assertPagingUnderWriters(tx -> {});
  }

  @Test
  default void pages_neither_skip_nor_repeat_while_a_writer_pauses_behind_its_lock()
      throws Exception {
    assertPagingUnderWriters(Transaction::lock);
  }

  /** Four writers; the first pauses inside its work until a reader has read on several times. */
  private void assertPagingUnderWriters(Consumer<Transaction> beforeThePause) throws Exception {
    CountDownLatch paused = new CountDownLatch(1);
    CountDownLatch resume = new CountDownLatch(1);
    CountDownLatch written = new CountDownLatch(WRITERS);
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    List<Future<?>> writers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      int writer = i;
      writers.add(threads.submit(() -> {
        writeMany(writer, tx -> {
          if (writer == 0) {
            beforeThePause.accept(tx);
            paused.countDown();
            awaitQuietly(resume);
          }
        });
        written.countDown();
      }));
    }
    List<Stored<Fact>> seen = readWhileWriting(paused, resume, written);
    for (Future<?> writer : writers) {
      writer.get(60, TimeUnit.SECONDS);
    }
    threads.shutdown();

    assertThat(seen).extracting(Stored::position).isSorted().doesNotHaveDuplicates();
    assertThat(seen).extracting(Stored::id).hasSize(WRITERS * WRITES * 2).doesNotHaveDuplicates();
    assertThat(ids(Query.of(FACT))).isEqualTo(StoreTests.ids(seen));
    for (int writer = 0; writer < WRITERS; writer++) {
      String own = writer + "-";
      assertThat(seen)
          .extracting(Stored::id)
          .filteredOn(id -> id.startsWith(own))
          .isEqualTo(expectedOf(writer));
    }
  }

  private void writeMany(int writer, Consumer<Transaction> inTheMiddle) {
    for (int i = 0; i < WRITES; i++) {
      int round = i;
      retried(tx -> {
        tx.insert(FACT, Fact.of(writer + "-" + round + "a").keyed("k"));
        if (round == WRITES / 3) {
          inTheMiddle.accept(tx);
        }
        tx.insert(FACT, Fact.of(writer + "-" + round + "b").keyed("k"));
      });
    }
  }

  private static List<String> expectedOf(int writer) {
    List<String> expected = new ArrayList<>();
    for (int round = 0; round < WRITES; round++) {
      expected.add(writer + "-" + round + "a");
      expected.add(writer + "-" + round + "b");
    }
    return expected;
  }

  /** Reads on page by page, only ever forward, until all is written and read. */
  private List<Stored<Fact>> readWhileWriting(
      CountDownLatch paused, CountDownLatch resume, CountDownLatch written) {
    List<Stored<Fact>> seen = new ArrayList<>();
    int afterThePause = 0;
    boolean last = false;
    while (!last) {
      last = written.getCount() == 0;
      readOn(seen);
      if (paused.getCount() == 0 && ++afterThePause == 25) {
        resume.countDown();
      }
    }
    return seen;
  }

  private void readOn(List<Stored<Fact>> seen) {
    int before;
    do {
      before = seen.size();
      long after = before == 0 ? 0 : seen.get(before - 1).position();
      Query<Fact> query = Query.of(FACT).where("key", "k").afterPosition(after).limit(10);
      seen.addAll(list(query));
    } while (seen.size() > before);
  }

  @Test
  default void pages_that_go_back_in_time_do_not_grow_while_others_write() throws Exception {
    insertFacts("old", 100);
    Query<Fact> query =
        Query.of(FACT).where("key", "k").descending().upTo(position()).limit(9);

    List<String> paged = new ArrayList<>();
    List<Stored<Fact>> page = list(query);
    for (int round = 0; !page.isEmpty(); round++) {
      insertFacts("new" + round, 5);
      paged.addAll(StoreTests.ids(page));
      Query<Fact> next = query.after(page.get(page.size() - 1));
      page = list(next);
    }

    assertThat(paged).hasSize(100).doesNotHaveDuplicates().allMatch(id -> id.startsWith("old"));
  }

  private void insertFacts(String prefix, int count) {
    write(tx -> {
      for (int i = 0; i < count; i++) {
        tx.insert(FACT, Fact.of(prefix + "-" + i).keyed("k"));
      }
    });
  }

  @Test
  default void after_a_lock_everything_committed_by_others_is_seen() throws Exception {
    all(4, thread -> {
      for (int i = 0; i < 20; i++) {
        int round = i;
        retried(tx -> {
          tx.lock();
          String next = Long.toString(tx.count(Query.of(FACT)));
          tx.insert(FACT, Fact.of("f" + next).saying(thread + "-" + round));
        });
      }
    });

    assertThat(ids(Query.of(FACT))).hasSize(80).startsWith("f0", "f1", "f2").endsWith("f78", "f79");
  }

  @Test
  default void a_lock_shows_anew_what_was_foreseen() throws Exception {
    insert(PLAIN, new Plain("count", "0"));

    all(4, thread -> {
      for (int i = 0; i < 10; i++) {
        retried(tx -> {
          tx.foresee(PLAIN, List.of("count"));
          tx.lock();
          Stored<Plain> old = tx.find(PLAIN, "count").orElseThrow();
          int next = Integer.parseInt(old.value().text()) + 1;
          tx.update(old, new Plain("count", String.valueOf(next)));
        });
      }
    });

    assertThat(get(PLAIN, "count").value().text()).isEqualTo("40");
  }

  private void retried(Consumer<Transaction> work) {
    for (int attempt = 0; ; attempt++) {
      try {
        write(work);
        return;
      } catch (ConflictException e) {
        if (attempt == 1_000) {
          throw e;
        }
      }
    }
  }

  private static void all(int count, Consumer<Integer> work) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    List<Callable<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int thread = i;
      tasks.add(Executors.callable(() -> work.accept(thread)));
    }
    try {
      for (Future<Object> done : threads.invokeAll(tasks, 120, TimeUnit.SECONDS)) {
        done.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
