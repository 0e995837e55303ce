package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.internal.TestEvent.Followed;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;

class TimersTest {
  private static final LearnerKey ANN = TestEngine.ANN;
  private static final LearnerKey BEN = new LearnerKey("ben-key");

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

    while (scope.engine().timers().advance(scope) > 0) {}

    assertThat(test.recorded(scope))
        .containsExactly("alarm:a first", "alarm:a second", "alarm:b late");
    assertThat(scope.engine().timers().advance(scope)).isZero();
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

    while (scope.engine().timers().advance(scope) > 0) {}

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
    while (scope.engine().timers().advance(scope) > 0) {}
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
    assertThat(scope.engine().timers().advance(scope)).isEqualTo(1);
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
      return dry.engine().timers().advance(dry);
    });

    assertThat(rehearsed.result()).isZero();
    assertThat(rehearsed.events()).isEmpty();
  }

  @Test
  void a_timer_that_nobody_handles_is_an_error_and_not_lost() {
    Scope scope = test.start();
    set(scope, "other:a", Timer.of(start, "other:a", "due"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> scope.engine().timers().advance(scope))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("other:a");
    }
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

  private static void set(Scope scope, String owner, Timer... timers) {
    scope.write("test", "", op -> {
      op.replaceTimers(owner, List.of(timers));
      return "";
    });
  }
}
