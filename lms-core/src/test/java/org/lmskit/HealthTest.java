package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemEvent.ItemBankDefined;
import org.lmskit.content.Blob;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.model.RejectedException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Reader;
import org.lmskit.store.Transaction;

/** What is seen and done while a tenant's database is down. */
class HealthTest {
  private static final TenantId FIRST = new TenantId("a");
  private static final TenantId SECOND = new TenantId("b");

  private static final int MANY = 9_000;
  private static final Duration TIME_OUT = Duration.ofSeconds(30);

  private final Set<TenantId> down = new HashSet<>();
  private final List<TenantId> tries = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private boolean isJoined;
  private boolean isSlow;
  private final TestLms test = new TestLms(new Servers());
  private boolean isDeaf;
  private final Lms lms = test.builder()
      .authorizer((principal, action, subject) -> !refused.contains(action))
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
      requireUp(tenant);
      return store.read(tenant, work);
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      requireUp(tenant);
      if (isSlow) {
        test.pass(Duration.ofSeconds(20));
      }
      return store.write(tenant, now, work);
    }

    private void requireUp(TenantId tenant) {
      if (down.contains(tenant)) {
        tries.add(tenant);
        test.pass(TIME_OUT);
        throw new StoreFailureException("down", null);
      }
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
    List.of(FIRST, SECOND).forEach(this::publish);
  }

  private void publish(TenantId tenant) {
    lms.tenant(tenant).itemBanks().define(ItemBank.of("bank", "Bank"));
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
    assertThat(health.backlogs()).containsExactly(new Health.Backlog(SECOND, "listener mail", 1));
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

    assertThatThrownBy(() -> lms.maintenance(Duration.ofMinutes(4)))
        .isInstanceOfSatisfying(
            StoreFailureException.class,
            e -> assertThat(e.getSuppressed()).hasSize(1)); // delivery, then upkeep

    assertThat(tries).containsExactly(FIRST);

    assertThat(lms.health().backlogs()).isEmpty();
    assertThat(lms.tenant(SECOND).ledger().size()).isEqualTo(1);
    assertThat(test.content.find(SECOND, unclaimed.hash())).isEmpty();
  }

  @Test
  void maintenance_keeps_its_time_however_many_servers_are_down_and_serves_the_others_in_the_end() {
    IntStream.range(0, 20).mapToObj(i -> new TenantId("down-" + i)).forEach(tenant -> {
      publish(tenant);
      down.add(tenant);
    });
    publish(SECOND);
    Duration budget = Duration.ofMinutes(2);

    for (int calls = 0; calls < 60; calls++) {
      Instant begin = test.time.get();
      assertThatThrownBy(() -> lms.maintenance(budget)).isInstanceOf(StoreFailureException.class);
      assertThat(test.time.get()).isBeforeOrEqualTo(begin.plus(budget).plus(TIME_OUT));
    }

    assertThat(lms.tenant(SECOND).ledger().size()).isEqualTo(1);
    assertThat(Set.copyOf(tries)).isEqualTo(down);
  }

  @Test
  void a_server_that_is_first_found_down_by_what_is_due_is_not_tried_again_by_sealing() {
    Lms quiet = Lms.on(test.store, test.content).clock(test.clock()).build();
    published();
    down.add(FIRST);

    assertThatThrownBy(() -> quiet.maintenance(Duration.ofMinutes(4)))
        .isInstanceOf(StoreFailureException.class);

    assertThat(tries).containsExactly(FIRST);
    assertThat(lms.tenant(SECOND).ledger().size()).isEqualTo(1);
  }

  @Test
  void sealing_of_a_tenant_takes_the_time_that_is_left_and_not_all_of_it_again() {
    List.of(FIRST, SECOND).forEach(this::recordManyEvents);
    isSlow = true;

    lms.maintenance(Duration.ofSeconds(160));

    List<Long> sealed = Stream.of(FIRST, SECOND)
        .map(tenant -> lms.tenant(tenant).ledger().size())
        .sorted()
        .toList();
    assertThat(sealed.get(0)).isBetween(1L, MANY - 1L);
    assertThat(sealed.get(1)).isEqualTo(MANY);
  }

  @Test
  void what_failed_before_a_step_was_refused_is_told_with_the_refusal() {
    published();
    down.add(FIRST);
    refused.add("lms.advance");

    assertThatThrownBy(() -> lms.maintenance(Duration.ofMinutes(4)))
        .isInstanceOf(RejectedException.class)
        .satisfies(e -> assertThat(e.getSuppressed())
            .singleElement()
            .isInstanceOf(StoreFailureException.class));
  }

  /** More than two batches of the ledger. */
  private void recordManyEvents(TenantId tenant) {
    ItemBank bank = ItemBank.of("bank", "Bank");
    lms.tenant(tenant).scope().write("test", "", op -> {
      IntStream.range(0, MANY).forEach(i -> op.record(new ItemBankDefined(op.header(), bank)));
      return bank;
    });
  }

  private Blob put(TenantId tenant) {
    return test.content.put(tenant, new ByteArrayInputStream(new byte[] {1}), 1);
  }
}
