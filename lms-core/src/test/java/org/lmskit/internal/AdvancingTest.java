package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.internal.TestEvent.Followed;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Transaction;

/** What is left because it fails, and what is not. */
class AdvancingTest {
  private static final LearnerKey ANN = TestEngine.ANN;
  private static final LearnerKey BEN = new LearnerKey("ben-key");

  private final TestEngine test = new TestEngine();
  private final Instant start = test.time.get();
  private final Set<String> broken = new HashSet<>();

  AdvancingTest() {
    on("step", (timer, op) -> {});
    test.random =
        new RandomGenerator() { // nobody is met: no pause is needed
          @Override
          public long nextLong() {
            return 0;
          }

          @Override
          public long nextLong(long from, long before) {
            return from;
          }
        };
  }

  @Test
  void what_a_retry_sets_comes_behind_what_waited_for_it() {
    on("first", (timer, op) -> op.replaceTimers("step:late", List.of(of(ANN, 5, "step:late"))));
    Scope scope = started(of(ANN, 1, "first:a"), of(ANN, 3, "step:waited"));
    broken.add("first:a");
    assertThat(failures(scope)).hasSize(1);

    broken.clear();

    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).containsExactly("first:a", "step:waited", "step:late");
  }

  @Test
  void what_fails_about_nobody_in_particular_holds_up_nothing_that_comes_before() {
    on(
        "sunset",
        (timer, op) -> List.of(BEN, ANN).forEach(learner -> {
          op.record(new Followed(op.header(), learner.value(), learner));
          if (learner.equals(BEN) && broken.contains("ben")) {
            throw new IllegalStateException("broken");
          }
        }));
    test.timers.concerning("sunset", whom(learners -> Set.of(ANN, BEN)));
    Scope scope = started(of(ANN, 2, "step:b"), of(3, "sunset:a"));
    broken.addAll(Set.of("step:b", "ben"));
    assertThat(failures(scope)).hasSize(2);

    broken.remove("ben");
    assertThat(failures(scope)).extracting(TimerFailure::tries).containsExactly(2, 2);
    assertThat(test.recorded(scope)).isEmpty();

    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope))
        .containsExactly("step:b", "sunset:a", "-> ben-key", "-> ann-key");
  }

  @Test
  void one_that_is_tried_again_waits_for_an_earlier_one_of_the_same_learner() {
    Scope scope = started(of(ANN, 9, "step:b"));
    broken.addAll(Set.of("step:a", "step:b"));
    failures(scope);
    set(scope, of(ANN, 9, "step:a"));
    assertThat(failures(scope)).hasSize(2);

    broken.remove("step:b");
    assertThat(failures(scope)).hasSize(2);
    assertThat(test.recorded(scope)).isEmpty();

    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).containsExactly("step:a", "step:b");
  }

  @Test
  void one_that_fails_is_held_and_not_the_one_before_that_set_it_under_the_same_id() {
    on("window", (timer, op) -> {
      if (timer.at().equals(start.plusSeconds(1))) {
        op.replaceTimers(timer.owner(), List.of(of(ANN, 5, timer.owner())));
      } else if (broken.contains("second")) {
        throw new IllegalStateException("broken");
      }
    });
    Scope scope = started(of(ANN, 1, "window:a"));
    broken.add("second");

    assertThat(failures(scope)).hasSize(1);
    assertThat(test.recorded(scope)).containsExactly("window:a");

    assertThat(failures(scope)).extracting(TimerFailure::tries).containsExactly(2);
    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).containsExactly("window:a", "window:a");
  }

  @Test
  void learners_whom_something_that_fails_may_concern_wait_and_nobody_else() {
    on("sunset", (timer, op) -> {});
    test.timers.concerning("sunset", whom(learners -> {
      throw new IllegalStateException("unreadable");
    }));
    Scope scope =
        started(of(ANN, 1, "step:a"), of(2, "sunset:a"), of(ANN, 3, "step:b"), of(4, "step:c"));
    broken.add("sunset:a");

    for (int tries = 1; tries <= 2; tries++) {
      assertThat(failures(scope)).extracting(TimerFailure::tries).containsExactly(tries);
      assertThat(test.recorded(scope)).containsExactly("step:a", "step:c");
    }

    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).containsExactly("step:a", "step:c", "sunset:a", "step:b");
  }

  @Test
  void what_failed_before_it_was_stored_is_told_no_more_when_it_is_set_for_later() {
    int[] runs = {0};
    on("flaky", (timer, op) -> {});
    on("cause", (timer, op) -> {
      int second = runs[0]++ == 0 ? 2 : 99;
      op.replaceTimers("flaky:a", List.of(of(ANN, second, "flaky:a")));
    });
    Scope scope = started(of(ANN, 1, "cause:a"));
    broken.add("flaky:a");

    failures(scope);

    List<TimerFailure> known = scope.read("test", "", Advancing::failures);
    assertThat(known).isEmpty();
    assertThat(test.recorded(scope)).containsExactly("cause:a");
  }

  @Test
  void a_retry_that_succeeds_costs_the_same_however_many_are_held() {
    CountingStore store = new CountingStore();
    test.store = store;
    int many = 600;
    Scope scope = started(IntStream.range(0, many)
        .mapToObj(i -> of(new LearnerKey("l" + i), 1, "step:" + i))
        .toArray(Timer[]::new));
    IntStream.range(0, many).forEach(i -> broken.add("step:" + i));
    assertThat(failures(scope)).hasSize(many);
    set(scope, of(new LearnerKey("l1"), 2, "step:waited"));
    broken.clear();
    store.records = 0;

    assertThat(failures(scope)).isEmpty();

    assertThat(test.recorded(scope)).hasSize(many + 1).contains("step:waited");
    assertThat(store.records).isLessThan(10L * many);
  }

  /** A store that counts the records that are listed. */
  private static final class CountingStore extends ForwardingStore {
    private long records;

    CountingStore() {
      super(new InMemoryStore());
    }

    @Override
    public <R> R read(TenantId tenant, Function<Reader, R> work) {
      return store.read(tenant, reader -> work.apply(counting(Reader.class, reader)));
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      return store.write(tenant, now, tx -> work.apply(counting(Transaction.class, tx)));
    }

    private <T> T counting(Class<T> type, T from) {
      return type.cast(Proxy.newProxyInstance(
          type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
            Object answer = method.invoke(from, given);
            if (answer instanceof List<?> list) {
              records += list.size();
            }
            return answer;
          }));
    }
  }

  @Test
  void what_is_done_in_parts_is_done_for_each_alone_when_it_fails_for_one() {
    Query<Timer> both = Query.of(Timer.KIND).whereAny("learner", List.of(ANN.value(), BEN.value()));
    on(
        "sunset",
        (timer, op) -> op.inParts(
            timer,
            both,
            part -> part.forEach(one -> one.value().learner().ifPresent(who -> move(op, who)))));
    test.timers.concerning("sunset", new TimerHandlers.Concern() {
      @Override
      public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
        return Set.of(ANN, BEN);
      }

      @Override
      public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
        learners.forEach(who -> move(op, who));
      }
    });
    Scope scope = started(of(1, "sunset:a"), of(ANN, 99, "step:ann"), of(BEN, 99, "step:ben"));
    broken.add("sunset:a");
    assertThat(failures(scope)).extracting(TimerFailure::timer).containsExactly("sunset:a/due");

    broken.clear();
    broken.add("ben-key");
    assertThat(failures(scope)).extracting(TimerFailure::timer).containsExactly("sunset:a/ben-key");
    assertThat(test.recorded(scope)).containsExactly("sunset:a", "-> ann-key");
    List<TimerFailure> known = scope.read("test", "", Advancing::failures);
    assertThat(known).hasSize(1);

    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).endsWith("-> ben-key");
  }

  private void move(Operation op, LearnerKey who) {
    op.record(new Followed(op.header(), who.value(), who));
    if (broken.contains(who.value())) {
      throw new IllegalStateException("broken");
    }
  }

  @Test
  void a_conflict_that_stays_stops_only_what_it_belongs_to() {
    on("insert", (timer, op) -> op.tx().insert(Timer.KIND, of(ANN, 99, "step:taken")));
    on("cause", (timer, op) -> op.replaceTimers("insert:a", List.of(of(ANN, 2, "insert:a"))));
    Scope scope = started(of(ANN, 1, "cause:a"), of(BEN, 3, "step:b"), of(BEN, 99, "step:taken"));

    assertThat(failures(scope))
        .containsExactly(new TimerFailure("insert:a/due", 1, "org.lmskit.model.ConflictException"));

    assertThat(test.recorded(scope)).containsExactly("cause:a", "step:b");
  }

  @Test
  void the_least_tried_is_tried_first_and_what_is_due_is_looked_for_once() {
    FailingStore store = new FailingStore();
    test.store = store;
    Scope scope = started(of(ANN, 1, "step:a"), of(BEN, 2, "step:b"));
    broken.addAll(Set.of("step:a", "step:b"));
    failures(scope);
    List<String> tried = new ArrayList<>();

    for (int call = 0; call < 2; call++) {
      Advancing advancing = scope.engine().timers().advancing(scope);
      assertThat(advancing.step()).isFalse();
      assertThat(advancing.retry()).isTrue();
      store.commits = 0;
      assertThat(advancing.step()).isFalse();
      assertThat(store.commits).isZero();
      tried.add(advancing.failures().get(0).timer());
    }

    assertThat(tried).containsExactly("step:a/due", "step:b/due");
  }

  @Test
  void after_a_failure_of_the_store_there_are_many_in_one_transaction_again() {
    FailingStore store = new FailingStore();
    test.store = store;
    Scope scope =
        started(IntStream.range(0, 401).mapToObj(i -> of(1, "step:" + i)).toArray(Timer[]::new));
    store.commits = 0;
    store.failing = 1;

    assertThat(failures(scope)).isEmpty();

    assertThat(test.recorded(scope)).hasSize(401);
    assertThat(store.commits).isBetween(1 + 200 + 2, 1 + 200 + 3);
  }

  @Test
  void a_failure_of_telling_is_none_of_the_timers() {
    FailingStore store = new FailingStore();
    test.store = store;
    test.listeners.put("mail", (tenant, events) -> {});
    Scope scope = started(of(ANN, 1, "step:a"));
    store.isDeaf = true;
    store.isCommitted = false;

    assertThat(failures(scope)).isEmpty();

    assertThat(store.isCommitted).isFalse();
    store.isDeaf = false;
    assertThat(test.recorded(scope)).containsExactly("step:a");
  }

  /** A store whose next commits fail, or the read behind each commit. */
  private static final class FailingStore extends ForwardingStore {
    private int failing;
    private int commits;
    private boolean isDeaf;
    private boolean isCommitted;

    FailingStore() {
      super(new InMemoryStore());
    }

    @Override
    public <R> R read(TenantId tenant, Function<Reader, R> work) {
      if (isDeaf && isCommitted) {
        isCommitted = false;
        throw new StoreFailureException("down", null);
      }
      return store.read(tenant, work);
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      commits++;
      return store.write(tenant, now, tx -> {
        R result = work.apply(tx);
        if (failing > 0) {
          failing--;
          throw new StoreFailureException("down", null);
        }
        isCommitted = true;
        return result;
      });
    }
  }

  /** Timers of this name are recorded; those of broken owners fail then. */
  private void on(String name, BiConsumer<Timer, Operation> more) {
    test.timers.on(name, (timer, op) -> {
      op.record(new Happened(op.header(), timer.owner()));
      more.accept(timer, op);
      if (broken.contains(timer.owner())) {
        throw new IllegalStateException("broken");
      }
    });
  }

  private static TimerHandlers.Concern whom(Function<Collection<String>, Set<LearnerKey>> whom) {
    return new TimerHandlers.Concern() {
      @Override
      public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
        return whom.apply(learners);
      }

      @Override
      public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {}
    };
  }

  private Scope started(Timer... timers) {
    Scope scope = test.start();
    set(scope, timers);
    test.pass(Duration.ofSeconds(9));
    return scope;
  }

  private static void set(Scope scope, Timer... timers) {
    scope.write("test", "", op -> {
      for (Timer timer : timers) {
        op.replaceTimers(timer.owner(), List.of(timer));
      }
      return "";
    });
  }

  private Timer of(LearnerKey learner, int seconds, String owner) {
    return new Timer(start.plusSeconds(seconds), owner, "due", learner);
  }

  private Timer of(int seconds, String owner) {
    return Timer.of(start.plusSeconds(seconds), owner, "due");
  }

  private static List<TimerFailure> failures(Scope scope) {
    Advancing advancing = scope.engine().timers().advancing(scope);
    while (advancing.step() || advancing.retry()) {}
    return advancing.failures();
  }
}
