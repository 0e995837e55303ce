package org.lmskit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.TestEvent.Happened;
import org.lmskit.model.EventId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Transaction;

/** Whoever asks for too much at once is told what to do. */
class MostEventsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final Happened EVENT = new Happened(
      new EventHeader(new EventId("e"), NOW, NOW, LocalDate.EPOCH, EventHeader.SYSTEM), "a");

  private final Scope scope = new TestEngine().start();

  @Test
  void too_large_a_dry_run_is_refused_with_the_way_that_has_no_limit() {
    Operation operation = full(true);

    assertThatThrownBy(() -> operation.record(EVENT))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(EngineReason.DRY_RUN_TOO_LARGE);
          assertThat(e.details()).containsEntry("most", "1000000");
        })
        .hasMessageContaining("archive");
  }

  @Test
  void too_large_an_operation_says_what_has_to_be_done_before() {
    Operation operation = full(false);

    assertThatThrownBy(() -> operation.record(EVENT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("advance()");
  }

  private Operation full(boolean isRehearsal) {
    Operation operation =
        new Operation(scope.engine(), TenantId.DEFAULT, null, forgetting(), isRehearsal);
    for (int i = 0; i < 1_000_000; i++) {
      operation.record(EVENT);
    }
    return operation;
  }

  /** Keeps nothing, so that the limit is reached in little memory. */
  private static Transaction forgetting() {
    return (Transaction) Proxy.newProxyInstance(
        Transaction.class.getClassLoader(),
        new Class<?>[] {Transaction.class},
        (proxy, method, given) -> null);
  }
}
