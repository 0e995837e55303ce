package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.internal.TestEvent.Happened;

class TimersTest {
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
    set(scope, "alarm:b", new Timer(start.plusSeconds(30), "alarm:b", "late"));
    set(
        scope,
        "alarm:a",
        new Timer(start.plusSeconds(20), "alarm:a", "second"),
        new Timer(start.plusSeconds(10), "alarm:a", "first"),
        new Timer(start.plusSeconds(99), "alarm:a", "future"));
    test.pass(Duration.ofSeconds(30));

    while (scope.engine().timers().advance(scope) > 0) {}

    assertThat(test.recorded(scope))
        .containsExactly("alarm:a first", "alarm:a second", "alarm:b late");
    assertThat(scope.engine().timers().advance(scope)).isZero();
  }

  @Test
  void replacing_an_owners_timers_drops_the_old_ones() {
    Scope scope = test.start();
    set(scope, "alarm:a", new Timer(start.plusSeconds(1), "alarm:a", "old"));
    set(
        scope,
        "alarm:a",
        new Timer(start.plusSeconds(2), "alarm:a", "old"),
        new Timer(start.plusSeconds(1), "alarm:a", "new"));
    test.pass(Duration.ofSeconds(5));

    while (scope.engine().timers().advance(scope) > 0) {}

    assertThat(test.recorded(scope)).containsExactly("alarm:a new", "alarm:a old");
  }

  @Test
  void an_operation_first_emits_what_its_owner_owes() {
    Scope scope = test.start();
    set(scope, "alarm:a", new Timer(start.plusSeconds(1), "alarm:a", "due"));
    set(scope, "alarm:b", new Timer(start.plusSeconds(1), "alarm:b", "due"));
    test.pass(Duration.ofSeconds(5));

    scope.write("test", "", op -> {
      op.catchUp("alarm:a");
      op.record(new Happened(op.header(), "now"));
      return "";
    });

    assertThat(test.recorded(scope)).containsExactly("alarm:a due", "now");
  }

  @Test
  void a_timer_that_nobody_handles_is_an_error_and_not_lost() {
    Scope scope = test.start();
    set(scope, "other:a", new Timer(start, "other:a", "due"));

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> scope.engine().timers().advance(scope))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("other:a");
    }
  }

  private static void set(Scope scope, String owner, Timer... timers) {
    scope.write("test", "", op -> {
      op.replaceTimers(owner, List.of(timers));
      return "";
    });
  }
}
