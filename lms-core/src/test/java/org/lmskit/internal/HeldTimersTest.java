package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.internal.TestEngine.failures;
import static org.lmskit.internal.TestEngine.set;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lmskit.internal.TestEvent.Followed;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.LearnerKey;

/** Timers that fail, and those that wait for them. */
class HeldTimersTest {
  private static final LearnerKey ANN = TestEngine.ANN;
  private static final LearnerKey BEN = new LearnerKey("ben-key");
  private static final String ISE = IllegalStateException.class.getName();

  private final TestEngine test = new TestEngine();
  private final Instant start = test.time.get();

  HeldTimersTest() {
    test.timers.on(
        "alarm",
        (timer, op) -> op.record(new Happened(op.header(), timer.owner() + " " + timer.what())));
  }

  @Test
  void what_fails_holds_up_its_learner_alone_and_is_made_up_for_in_order() {
    Set<String> broken = new TreeSet<>(Set.of("fragile:a"));
    fragile(broken);
    Scope scope = test.start();
    set(scope, "alarm:a", of(ANN, 3, "alarm:a"));
    set(scope, "alarm:b", of(BEN, 4, "alarm:b"));
    set(scope, "alarm:c", Timer.of(start.plusSeconds(5), "alarm:c", "due"));
    set(scope, "fragile:a", of(ANN, 2, "fragile:a"));
    test.pass(Duration.ofSeconds(9));

    assertThat(failures(scope)).extracting(TimerFailure::timer).containsExactly("fragile:a/due");

    assertThat(test.recorded(scope)).containsExactly("alarm:b due", "alarm:c due");
    assertThat(failures(scope)).extracting(TimerFailure::tries).containsExactly(2);
    assertThat(test.recorded(scope)).hasSize(2);
    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).endsWith("fragile:a works", "alarm:a due");
    List<TimerFailure> known = scope.read("test", "", Advancing::failures);
    assertThat(known).isEmpty();
  }

  @Test
  void who_is_changed_by_what_others_wait_for_waits_too() {
    Set<String> broken = new TreeSet<>(Set.of("fragile:a"));
    fragile(broken);
    test.timers.on("call", (timer, op) -> op.record(new Followed(op.header(), "call", ANN)));
    Scope scope = test.start();
    set(scope, "fragile:a", of(ANN, 1, "fragile:a"));
    set(scope, "call:all", Timer.of(start.plusSeconds(2), "call:all", "due"));
    set(scope, "alarm:b", of(BEN, 3, "alarm:b"));
    test.pass(Duration.ofSeconds(9));

    assertThat(failures(scope)).extracting(TimerFailure::timer).containsExactly("fragile:a/due");

    assertThat(test.recorded(scope)).containsExactly("alarm:b due");
    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope)).containsExactly("alarm:b due", "fragile:a works", "-> call");
  }

  @Test
  void what_fails_about_nobody_in_particular_holds_up_those_whom_it_concerns() {
    Set<String> broken = new TreeSet<>(Set.of("fragile:all"));
    fragile(broken);
    test.timers.concerning("fragile", new TimerHandlers.Concern() {
      @Override
      public Set<LearnerKey> whom(Timer timer, Collection<String> learners, Operation op) {
        return learners.contains(ANN.value()) ? Set.of(ANN) : Set.of();
      }

      @Override
      public void settle(Timer timer, Set<LearnerKey> learners, Operation op) {}
    });
    Scope scope = test.start();
    set(scope, "fragile:all", Timer.of(start.plusSeconds(1), "fragile:all", "due"));
    set(scope, "alarm:a", of(ANN, 2, "alarm:a"));
    set(scope, "alarm:b", of(BEN, 3, "alarm:b"));
    test.pass(Duration.ofSeconds(9));

    assertThat(failures(scope)).extracting(TimerFailure::timer).containsExactly("fragile:all/due");

    assertThat(test.recorded(scope)).containsExactly("alarm:b due");
    broken.clear();
    assertThat(failures(scope)).isEmpty();
    assertThat(test.recorded(scope))
        .containsExactly("alarm:b due", "fragile:all works", "alarm:a due");
  }

  @Test
  void those_behind_more_held_ones_than_fit_into_one_transaction_are_reached() {
    fragile(Set.of("fragile:a"));
    Scope scope = test.start();
    set(scope, "fragile:a", of(ANN, 1, "fragile:a"));
    for (int i = 0; i < 401; i++) {
      set(scope, "alarm:" + i, of(ANN, 2, "alarm:" + i));
    }
    set(scope, "alarm:b", of(BEN, 3, "alarm:b"));
    test.pass(Duration.ofSeconds(9));

    assertThat(failures(scope)).hasSize(1);

    assertThat(test.recorded(scope)).containsExactly("alarm:b due");
  }

  @Test
  void what_cannot_be_read_together_is_seen_to_one_by_one() {
    test.timers.on(
        "heavy",
        (timer, op) -> op.record(new Happened(op.header(), timer.owner())),
        (owners, op) -> {
          if (owners.contains("b")) {
            throw new IllegalStateException("unreadable");
          }
        });
    Scope scope = test.start();
    for (String name : List.of("a", "b", "c")) {
      set(scope, "heavy:" + name, Timer.of(start.plusSeconds(1), "heavy:" + name, "due"));
    }
    test.pass(Duration.ofSeconds(9));

    assertThat(failures(scope)).containsExactly(new TimerFailure("heavy:b/due", 1, ISE));

    assertThat(test.recorded(scope)).containsExactly("heavy:a", "heavy:c");
  }

  /** @param broken the owners whose timers fail */
  private void fragile(Set<String> broken) {
    test.timers.on("fragile", (timer, op) -> {
      op.record(new Happened(op.header(), timer.owner() + " works"));
      if (broken.contains(timer.owner())) {
        throw new IllegalStateException("broken");
      }
    });
  }

  private Timer of(LearnerKey learner, int seconds, String owner) {
    return new Timer(start.plusSeconds(seconds), owner, "due", learner);
  }
}
