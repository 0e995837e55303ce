package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Reader;

/** What an operator sees while a tenant's database is down. */
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
  void a_failure_in_the_hosts_transaction_is_thrown() {
    published();
    down.add(FIRST);
    isJoined = true;

    assertThatThrownBy(lms::health).isInstanceOf(StoreFailureException.class);
  }
}
