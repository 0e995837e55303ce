package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.about;
import static org.lmskit.xapi.lrs.LrsTests.id;
import static org.lmskit.xapi.lrs.LrsTests.statement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiException;

/** Many writers at once. */
interface ConcurrentStoring extends LrsTests {
  int WRITERS = 8;

  @Test
  default void eight_writers_with_the_same_statements_and_references_store_each_once()
      throws InterruptedException, ExecutionException {
    int chains = 12;
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Random random = new Random(writer);
      writers.add(() -> {
        for (int i = 0; i < 15; i++) {
          lrs().store(someOf(chains, random));
        }
        return 0;
      });
    }

    together(writers);
    for (int chain = 0; chain < chains; chain++) {
      lrs().store(chain(chain));
    }

    assertThat(allIds(StatementQuery.ALL)).hasSize(chains * 6).doesNotHaveDuplicates();
    for (int chain = 0; chain < chains; chain++) {
      assertThat(ids(StatementQuery.builder().agent(agent(chain))))
          .containsExactlyInAnyOrderElementsOf(
              chain(chain).stream().map(Statement::id).toList());
    }
  }

  @Test
  default void
      of_eight_different_statements_with_one_id_one_is_stored_and_the_others_are_conflicts()
          throws InterruptedException, ExecutionException {
    List<Callable<Integer>> writers = new ArrayList<>();
    for (int writer = 0; writer < WRITERS; writer++) {
      Agent actor = agent(writer);
      UUID other = id(100 + writer);
      writers.add(() ->
          status(List.of(statement(id(1), actor, DID, FIRE), statement(other, actor, DID, FIRE))));
    }

    List<Integer> answers = together(writers);

    assertThat(answers).containsOnlyOnce(200);
    assertThat(answers.stream().filter(status -> status == 409)).hasSize(WRITERS - 1);
    assertThat(allIds(StatementQuery.ALL)).hasSize(2);
  }

  @Test
  default void whoever_pages_while_others_write_sees_all_that_was_there_and_nothing_twice()
      throws InterruptedException, ExecutionException {
    Set<UUID> there = new HashSet<>();
    for (int i = 0; i < 120; i++) {
      there.add(lrs().store(new Statement(ANN, DID, FIRE)));
    }
    AtomicBoolean done = new AtomicBoolean();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int writer = 0; writer < 4; writer++) {
      all.add(() -> {
        while (!done.get()) {
          lrs().store(List.of(new Statement(ANN, DID, FIRE), new Statement(BEN, DID, FIRE)));
        }
        return 0;
      });
    }
    List<List<UUID>> seen = new ArrayList<>();
    all.add(() -> {
      try {
        for (boolean ascending : List.of(true, false)) {
          seen.add(pages(
              StatementQuery.builder().agent(ANN).limit(7).ascending(ascending).build()));
        }
      } finally {
        done.set(true);
      }
      return 0;
    });

    together(all);

    assertThat(seen)
        .hasSize(2)
        .allSatisfy(ids -> assertThat(ids).doesNotHaveDuplicates().containsAll(there));
  }

  private List<UUID> pages(StatementQuery first) {
    List<UUID> seen = new ArrayList<>();
    for (StatementQuery next = first; next != null; ) {
      StatementPage page = lrs().query(next);
      seen.addAll(LrsTests.ids(page));
      next = page.next();
    }
    return seen;
  }

  private int status(List<Statement> batch) {
    try {
      lrs().store(batch);
      return 200;
    } catch (XapiException e) {
      return e.status();
    }
  }

  private static Agent agent(int number) {
    return Agent.mbox("agent" + number + "@example.org");
  }

  /** A statement and five that refer to it, each to the one before. */
  private static List<Statement> chain(int number) {
    List<Statement> chain = new ArrayList<>();
    chain.add(statement(id(1000 * number), agent(number), DID, FIRE));
    for (int i = 1; i <= 5; i++) {
      chain.add(about(id(1000 * number + i), id(1000 * number + i - 1)));
    }
    return chain;
  }

  private static List<Statement> someOf(int chains, Random random) {
    List<Statement> some = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      some.add(chain((i * 4) + random.nextInt(chains / 3)).get(random.nextInt(6)));
    }
    return some;
  }

  private static <T> List<T> together(List<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(work.size());
    try {
      List<T> results = new ArrayList<>();
      for (Future<T> future : pool.invokeAll(work)) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }
}
