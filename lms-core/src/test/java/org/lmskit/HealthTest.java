package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.content.Blob;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Reader;
import org.lmskit.store.Transaction;

/** What is seen and done while a tenant's database is down. */
class HealthTest {
  private static final TenantId FIRST = new TenantId("a");
  private static final TenantId SECOND = new TenantId("b");

  private final Set<TenantId> down = new HashSet<>();
  private boolean isJoined;
  private final TestLms test = new TestLms(new Servers());
  private boolean isDeaf;
  private final Lms lms = test.builder()
      .listener("mail", (tenant, events) -> {
        if (isDeaf) {
          throw new IllegalStateException("no mail server");
        }
      })
      .build();

  /** Tenants are on servers of their own. */
  private final class Servers extends ForwardingStore {
    Servers() {
      super(new InMemoryStore());
    }

    @Override
    public <R> R read(TenantId tenant, Function<Reader, R> work) {
      if (down.contains(tenant)) {
        throw new StoreFailureException("down", null);
      }
      return store.read(tenant, work);
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      if (down.contains(tenant)) {
        throw new StoreFailureException("down", null);
      }
      return store.write(tenant, now, work);
    }

    @Override
    public void maintain(Duration budget) {
      if (!down.isEmpty()) {
        throw new StoreFailureException("down", null);
      }
    }

    @Override
    public boolean isJoined() {
      return isJoined;
    }
  }

  private void published() {
    for (TenantId tenant : new TenantId[] {FIRST, SECOND}) {
      lms.tenant(tenant).itemBanks().define(ItemBank.of("bank", "Bank"));
    }
  }

  @Test
  void a_tenant_whose_database_is_down_is_told_and_hides_nothing_of_the_others() {
    isDeaf = true;
    published();
    down.add(FIRST);

    Health health = lms.health();

    assertThat(health.failures())
        .containsExactly(
            new Health.Failure(FIRST, "store", 1, StoreFailureException.class.getName()),
            new Health.Failure(SECOND, "listener mail", 1, null));
    assertThat(health.backlogs())
        .containsExactly(new Health.Backlog(SECOND, "listener mail", 1));
  }

  @Test
  void nothing_is_idle_while_nobody_can_say_what_waits() {
    published();
    assertThat(lms.health().isIdle()).isTrue();
    down.add(SECOND);

    assertThat(lms.health().backlogs()).isEmpty();
    assertThat(lms.health().isIdle()).isFalse();
  }

  @Test
  void a_failure_in_the_hosts_transaction_is_thrown_at_once() {
    published();
    down.add(FIRST);
    isJoined = true;

    assertThatThrownBy(lms::health).isInstanceOf(StoreFailureException.class);
    assertThatThrownBy(() -> lms.maintenance(Duration.ofMinutes(1)))
        .isInstanceOf(StoreFailureException.class)
        .hasNoSuppressedExceptions();
  }

  @Test
  void maintenance_serves_all_other_tenants_and_tells_then_what_failed() {
    isDeaf = true;
    published();
    isDeaf = false;
    test.pass(Duration.ofDays(2));
    Blob unclaimed = put(SECOND);
    test.pass(Duration.ofDays(2));
    down.add(FIRST);

    assertThatThrownBy(() -> lms.maintenance(Duration.ofMinutes(1)))
        .isInstanceOfSatisfying(
            StoreFailureException.class,
            e -> assertThat(e.getSuppressed()).hasSize(2)); // delivery, then sealing and upkeep

    assertThat(lms.health().backlogs()).isEmpty();
    assertThat(lms.tenant(SECOND).ledger().size()).isEqualTo(1);
    assertThat(test.content.find(SECOND, unclaimed.hash())).isEmpty();
  }

  private Blob put(TenantId tenant) {
    return test.content.put(tenant, new ByteArrayInputStream(new byte[] {1}), 1);
  }
}
