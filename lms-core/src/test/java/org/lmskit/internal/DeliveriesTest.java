package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.internal.TestEngine.happen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.lmskit.model.TenantId;

class DeliveriesTest {
  private final TestEngine test = new TestEngine();
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

  private void listen(String name) {
    test.listeners.put(
        name, (tenant, events) -> events.forEach(e -> heard.add(name + " " + TestEngine.text(e))));
  }

  @Test
  void a_listener_hears_after_the_commit() {
    listen("log");
    Scope scope = test.start();

    happen(scope, "a");
    happen(scope.tenant(TestEngine.ACME), "b");

    assertThat(heard).containsExactly("log a", "log b");
  }

  @Test
  void a_new_engine_goes_on_where_the_old_one_stopped() {
    listen("log");
    happen(test.start("engine-1"), "a");
    test.pass(Duration.ofMinutes(1)); // the lease of the first has run out

    happen(test.start("engine-2"), "b");

    assertThat(heard).containsExactly("log a", "log b");
  }

  @Test
  void a_listener_that_another_engine_tells_is_left_alone_until_the_lease_ends() {
    listen("log");
    happen(test.start("engine-1"), "a");
    Scope second = test.start("engine-2");

    happen(second, "b");
    assertThat(heard).containsExactly("log a");

    test.pass(Duration.ofMinutes(1));
    second.engine().deliveries().afterCommit(second.engine(), TenantId.DEFAULT);
    assertThat(heard).containsExactly("log a", "log b");
  }

  @Test
  void a_listener_that_throws_is_tried_again_later_and_stops_nobody_else() {
    boolean[] broken = {true};
    test.listeners.put("broken", (tenant, events) -> {
      if (broken[0]) {
        throw new IllegalStateException("out of order");
      }
      events.forEach(e -> heard.add("broken " + TestEngine.text(e)));
    });
    listen("log");
    Scope scope = test.start();

    happen(scope, "a");
    happen(scope, "b");
    assertThat(heard).containsExactly("log a", "log b");
    assertThat(scope.engine().deliveries().waiting(scope.engine(), TenantId.DEFAULT))
        .containsEntry("broken", 2L)
        .containsEntry("log", 0L);

    broken[0] = false;
    happen(scope, "c");
    assertThat(heard).as("not before the pause is over").containsExactly("log a", "log b", "log c");
    test.pass(Duration.ofSeconds(5));
    scope.engine().deliveries().afterCommit(scope.engine(), TenantId.DEFAULT);
    assertThat(heard)
        .containsExactly("log a", "log b", "log c", "broken a", "broken b", "broken c");
  }

  @Test
  void a_listener_may_use_the_engine_itself() {
    Scope[] scope = new Scope[1];
    test.listeners.put(
        "echo",
        (tenant, events) -> events.forEach(event -> {
          String text = TestEngine.text(event);
          heard.add(text);
          if (text.length() < 3) {
            happen(scope[0], text + "!");
          }
        }));
    scope[0] = test.start();

    happen(scope[0], "a");

    assertThat(heard).containsExactly("a", "a!", "a!!");
  }

  @Test
  void eight_threads_lose_nothing_and_the_order_is_that_of_the_commits() throws Exception {
    listen("log");
    Scope scope = test.start();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        String name = "t" + thread + "-";
        all.add(threads.submit(() -> {
          for (int i = 0; i < 25; i++) {
            happen(scope, name + i);
          }
        }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }

    List<String> expected =
        test.recorded(scope).stream().map(text -> "log " + text).toList();
    assertThat(heard).hasSize(200).containsExactlyElementsOf(expected);
  }
}
