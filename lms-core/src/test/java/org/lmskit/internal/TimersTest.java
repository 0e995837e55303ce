package org.lmskit.internal;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.internal.TestEngine.failures;
import static org.lmskit.internal.TestEngine.set;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lmskit.internal.TestEvent.Followed;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.store.Query;

class TimersTest {
  private static final LearnerKey ANN = TestEngine.ANN;
  private static final LearnerKey BEN = new LearnerKey("ben-key");
  private static final String ISE = IllegalStateException.class.getName();

  private final TestEngine test = new TestEngine();
  private final Instant start = test.time.get();

  TimersTest() {
    test.timers.on(
        "alarm",
        (timer, op) -> op.record(new Happened(op.header(), timer.owner() + " " + timer.what())));
  }

  @Test
  void what_became_due_is_emitted_once_and_in_order() {
    Scope scope = test.start();
    set(scope, "alarm:b", Timer.of(start.plusSeconds(30), "alarm:b", "late"));
    set(
        scope,
        "alarm:a",
        Timer.of(start.plusSeconds(20), "alarm:a", "second"),
        Timer.of(start.plusSeconds(10), "alarm:a", "first"),
        Timer.of(start.plusSeconds(99), "alarm:a", "future"));
    test.pass(Duration.ofSeconds(30));

    advance(scope);

    assertThat(test.recorded(scope))
        .containsExactly("alarm:a first", "alarm:a second", "alarm:b late");
    assertThat(advance(scope)).isZero();
  }

  @Test
  void all_that_follows_from_one_comes_before_the_next_whoever_is_concerned() {
    test.reactions.on(Followed.class, (event, op) -> {
      op.record(new Happened(op.header(), "after " + event.what()));
      op.replaceTimers("alarm:next", List.of(of(BEN, 3, "alarm:next")));
    });
    test.timers.on(
        "call", (timer, op) -> op.record(new Followed(op.header(), op.now().toString(), ANN)));
    Scope scope = test.start();
    set(scope, "alarm:late", of(BEN, 4, "alarm:late"));
    set(scope, "alarm:early", of(BEN, 1, "alarm:early"));
    set(scope, "call:a", of(ANN, 2, "call:a"));
    test.pass(Duration.ofSeconds(9));

    advance(scope);

    String called = start.plusSeconds(2).toString();
    assertThat(test.recorded(scope))
        .containsExactly(
            "alarm:early due",
            "-> " + called,
            "after " + called,
            "alarm:next due",
            "alarm:late due");
  }

  @Test
  void what_is_heard_of_late_is_seen_to_at_the_time_at_which_it_was_heard_of() {
    test.timers.on(
        "call", (timer, op) -> op.record(new Happened(op.header(), op.now().toString())));
    Scope scope = test.start();
    test.pass(Duration.ofSeconds(9));

    set(scope, "call:a", of(ANN, 2, "call:a"));
    test.pass(Duration.ofSeconds(9));
    advance(scope);

    assertThat(test.recorded(scope)).containsExactly(start.plusSeconds(9).toString());
  }

  @Test
  void order_holds_over_more_than_one_transaction() {
    Scope scope = test.start();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 450; i++) {
      String owner = "alarm:" + String.format("%03d", i);
      set(scope, owner, of(i % 2 == 0 ? ANN : BEN, 1 + i / 7, owner));
      expected.add(owner + " due");
    }
    test.pass(Duration.ofDays(1));

    advance(scope);

    assertThat(test.recorded(scope)).isEqualTo(expected);
  }

  @Test
  void what_is_due_about_nobody_in_particular_is_first_done_for_those_whom_a_call_changes() {
    Set<String> left = new TreeSet<>(Set.of(ANN.value(), BEN.value()));
    test.timers.on("sunset", (timer, op) -> op.record(new Happened(op.header(), "all " + left)));
    test.timers.concerning("sunset", new TimerHandlers.Concern() {
      @Override
      public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
        return learners.stream().filter(left::contains).map(LearnerKey::new).collect(toSet());
      }

      @Override
      public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {
        for (LearnerKey learner : learners) {
          if (left.remove(learner.value())) {
            op.record(new Followed(op.header(), "sunset", learner));
          }
        }
      }
    });
    Scope scope = test.start();
    set(scope, "sunset:a", Timer.of(start.plusSeconds(2), "sunset:a", "due"));
    set(scope, "alarm:a", of(ANN, 1, "alarm:a"));
    set(scope, "alarm:c", of(ANN, 3, "alarm:c"));
    test.pass(Duration.ofSeconds(5));

    happen(scope, ANN, "now");

    assertThat(test.recorded(scope))
        .containsExactly("alarm:a due", "-> sunset", "alarm:c due", "-> now");
    advance(scope);
    assertThat(test.recorded(scope)).endsWith("-> now", "all [ben-key]");
  }

  @Test
  void replacing_an_owners_timers_drops_the_old_ones() {
    Scope scope = test.start();
    set(scope, "alarm:a", Timer.of(start.plusSeconds(1), "alarm:a", "old"));
    set(
        scope,
        "alarm:a",
        Timer.of(start.plusSeconds(2), "alarm:a", "old"),
        Timer.of(start.plusSeconds(1), "alarm:a", "new"));
    test.pass(Duration.ofSeconds(5));

    advance(scope);

    assertThat(test.recorded(scope)).containsExactly("alarm:a new", "alarm:a old");
  }

  @Test
  void an_operation_first_emits_what_those_owe_whom_it_changes() {
    Scope scope = test.start();
    set(scope, "alarm:a", of(ANN, 1, "alarm:a"));
    set(scope, "alarm:b", of(BEN, 1, "alarm:b"));
    set(scope, "alarm:c", of(ANN, 2, "alarm:c"));
    test.pass(Duration.ofSeconds(5));

    happen(scope, ANN, "now");

    assertThat(test.recorded(scope)).containsExactly("alarm:a due", "alarm:c due", "-> now");
    test.pass(Duration.ofSeconds(5));
    advance(scope);
    assertThat(test.recorded(scope)).endsWith("-> now", "alarm:b due");
  }

  @Test
  void an_operation_about_many_first_emits_what_all_of_them_owe() {
    Scope scope = test.start();
    set(scope, "alarm:a", of(ANN, 2, "alarm:a"));
    set(scope, "alarm:b", of(BEN, 1, "alarm:b"));
    test.pass(Duration.ofSeconds(5));

    scope.write("test", "", op -> {
      op.record(new Followed(op.header(), "ann", ANN));
      op.record(new Followed(op.header(), "ben", BEN));
      return "";
    });

    assertThat(test.recorded(scope))
        .containsExactly("alarm:b due", "alarm:a due", "-> ann", "-> ben");
  }

  @Test
  void what_is_due_for_many_owners_comes_in_the_order_of_time_over_all_of_them() {
    Scope scope = test.start();
    List<String> owners = IntStream.range(0, 2_500).mapToObj(i -> "alarm:" + i).toList();
    set(scope, "alarm:2400", Timer.of(start.plusSeconds(1), "alarm:2400", "due"));
    set(scope, "alarm:7", Timer.of(start.plusSeconds(2), "alarm:7", "due"));
    set(scope, "alarm:1200", Timer.of(start.plusSeconds(3), "alarm:1200", "due"));
    set(scope, "alarm:8", Timer.of(start.plusSeconds(9), "alarm:8", "due"));
    set(scope, "alarm:other", Timer.of(start.plusSeconds(1), "alarm:other", "due"));
    test.pass(Duration.ofSeconds(5));

    scope.write("test", "", op -> {
      op.catchUpOwners(owners);
      return "";
    });

    assertThat(test.recorded(scope))
        .containsExactly("alarm:2400 due", "alarm:7 due", "alarm:1200 due");
  }

  @Test
  void a_rehearsal_emits_what_the_real_operation_does() {
    Scope scope = test.start();
    set(scope, "alarm:a", of(ANN, 1, "alarm:a"));
    test.pass(Duration.ofSeconds(5));

    Scope.DryRunResult<String> rehearsed = scope.dryRun(dry -> happen(dry, ANN, "now"));

    assertThat(rehearsed.events().stream().map(TestEngine::text))
        .containsExactly("alarm:a due", "-> now");
    assertThat(test.recorded(scope)).isEmpty();
  }

  @Test
  void what_is_refused_emits_nothing() {
    Scope scope = test.start();
    set(scope, "alarm:a", of(ANN, 1, "alarm:a"));
    test.pass(Duration.ofSeconds(5));

    assertThatThrownBy(() -> scope.write("test", "", op -> {
          op.record(new Followed(op.header(), "half", ANN));
          throw new NotFoundException("nothing there");
        }))
        .isInstanceOf(NotFoundException.class);

    assertThat(test.recorded(scope)).isEmpty();
    assertThat(advance(scope)).isEqualTo(1);
    assertThat(test.recorded(scope)).containsExactly("alarm:a due");
  }

  @Test
  void what_a_rehearsal_refuses_leaves_nothing_for_what_it_does_next() {
    Scope scope = test.start();

    Scope.DryRunResult<Integer> rehearsed = scope.dryRun(dry -> {
      assertThatThrownBy(() -> dry.write("test", "", op -> {
            op.replaceTimers("alarm:a", List.of(of(ANN, 0, "alarm:a")));
            op.record(new Followed(op.header(), "half", ANN));
            throw new NotFoundException("nothing there");
          }))
          .isInstanceOf(NotFoundException.class);
      return advance(dry);
    });

    assertThat(rehearsed.result()).isZero();
    assertThat(rehearsed.events()).isEmpty();
  }

  @Test
  void a_timer_that_nobody_handles_is_reported_and_not_lost() {
    Scope scope = test.start();
    set(scope, "other:a", Timer.of(start, "other:a", "due"));

    for (int tries = 1; tries <= 2; tries++) {
      assertThat(failures(scope)).containsExactly(new TimerFailure("other:a/due", tries, ISE));
    }
  }

  /** The emoji is greater than the wave by code points, as stores compare, and smaller by UTF-16 code units. */
  @Test
  void what_is_due_at_one_instant_comes_in_the_order_of_ids_as_stores_have_it() {
    Scope scope = test.start();
    for (String name : List.of("\uD83D\uDE00", "\uFF5E", "a")) {
      set(scope, "alarm:" + name, Timer.of(start.plusSeconds(1), "alarm:" + name, "due"));
    }
    test.pass(Duration.ofSeconds(9));

    advance(scope);

    assertThat(test.recorded(scope))
        .containsExactly("alarm:a due", "alarm:\uFF5E due", "alarm:\uD83D\uDE00 due");
  }

  @Test
  void a_transaction_takes_no_further_timer_once_it_has_enough_events() {
    test.timers.on("heavy", (timer, op) -> {
      for (int i = 0; i < 10_000; i++) {
        op.record(new Happened(op.header(), timer.owner()));
      }
    });
    Scope scope = test.start();
    for (String name : List.of("a", "b", "c")) {
      set(scope, "heavy:" + name, Timer.of(start.plusSeconds(1), "heavy:" + name, "due"));
    }
    test.pass(Duration.ofSeconds(9));
    Advancing advancing = scope.engine().timers().advancing(scope);

    assertThat(advancing.step()).isTrue();
    assertThat(advancing.seenTo()).isEqualTo(2);
    assertThat(test.recorded(scope)).hasSize(20_000).doesNotContain("heavy:c");
    assertThat(advancing.step()).isTrue();
    assertThat(advancing.seenTo()).isEqualTo(3);
    assertThat(advancing.step()).isFalse();
  }

  @Test
  void what_is_done_in_parts_goes_on_from_where_it_was_and_in_bounded_transactions() {
    List<Integer> parts = new ArrayList<>();
    test.timers.on(
        "parts",
        (timer, op) -> op.inParts(timer, Query.of(Timer.KIND), part -> {
          parts.add(part.size());
          part.forEach(one -> {
            for (int i = 0; i < 12; i++) {
              op.record(new Happened(op.header(), one.id()));
            }
          });
        }));
    Scope scope = test.start();
    List<Timer> many = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      many.add(Timer.of(start.plusSeconds(99 + i % 7), "alarm:a", "n" + i));
    }
    set(scope, "alarm:a", many.toArray(Timer[]::new));
    set(scope, "parts:all", Timer.of(start.plusSeconds(1), "parts:all", "due"));
    test.pass(Duration.ofSeconds(9));
    Advancing advancing = scope.engine().timers().advancing(scope);

    assertThat(advancing.step()).isTrue();
    assertThat(parts).containsExactly(1_000, 1_000); // enough events
    assertThat(advance(scope)).isEqualTo(1); // another call
    assertThat(parts).containsExactly(1_000, 1_000, 500);
    assertThat(Set.copyOf(test.recorded(scope))).hasSize(2_500);
    assertThat(advance(scope)).isZero();
  }

  @Test
  void what_looks_at_much_and_records_nothing_goes_on_in_bounded_transactions_too() {
    List<Integer> parts = new ArrayList<>();
    test.timers.on(
        "parts",
        (timer, op) -> op.inParts(timer, Query.of(Timer.KIND), part -> parts.add(part.size())));
    Scope scope = test.start();
    List<Timer> many = new ArrayList<>();
    for (int i = 0; i < 20_400; i++) {
      many.add(Timer.of(start.plusSeconds(99), "alarm:a", "n" + i));
    }
    set(scope, "alarm:a", many.toArray(Timer[]::new));
    set(scope, "parts:all", Timer.of(start.plusSeconds(1), "parts:all", "due"));
    test.pass(Duration.ofSeconds(9));
    Advancing advancing = scope.engine().timers().advancing(scope);

    assertThat(advancing.step()).isTrue();
    assertThat(parts).hasSize(20).containsOnly(1_000);
    assertThat(advancing.step()).isTrue();
    assertThat(parts).hasSize(21);
    assertThat(advancing.step()).isFalse();
  }

  private static int advance(Scope scope) {
    Advancing advancing = scope.engine().timers().advancing(scope);
    while (advancing.step() || advancing.retry()) {}
    assertThat(advancing.failures()).isEmpty();
    return advancing.seenTo();
  }

  private Timer of(LearnerKey learner, int seconds, String owner) {
    return new Timer(start.plusSeconds(seconds), owner, "due", learner);
  }

  private static String happen(Scope scope, LearnerKey learner, String what) {
    return scope.write("test", "", op -> {
      op.record(new Followed(op.header(), what, learner));
      return what;
    });
  }
}
