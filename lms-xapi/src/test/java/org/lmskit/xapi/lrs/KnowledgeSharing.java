package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;
import static org.lmskit.xapi.lrs.LrsTests.id;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Store;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Statement;

/** What an LRS remembers of its own writes never hides what another one did to the same tenant. */
interface KnowledgeSharing extends LrsTests {
  @Test
  default void a_definition_counts_again_after_another_lrs_changed_it() {
    lrs().store(called("Fire"));
    another().store(called("Flood"));

    lrs().store(called("Fire"));

    assertThat(another().activity(FIRE.id())).isEqualTo(named("Fire"));
  }

  @Test
  default void a_definition_of_the_same_lrs_counts_again_after_another_one() {
    lrs().store(called("Fire"));
    lrs().store(called("Flood"));

    lrs().store(called("Fire"));

    assertThat(lrs().activity(FIRE.id())).isEqualTo(named("Fire"));
  }

  @Test
  default void what_a_refused_write_said_is_learnt_when_it_is_said_again() {
    lrs().store(called("Fire").withId(id(1)));
    Statement refused = new Statement(BEN, DID, named("Flood")).withId(id(1));
    assertStatus(409, () -> lrs().store(refused));

    lrs().store(called("Flood"));

    assertThat(another().activity(FIRE.id())).isEqualTo(named("Flood"));
  }

  @Test
  default void what_a_lost_write_said_is_learnt_though_another_lrs_left_the_same_position() {
    Realm realm = lrs().realm();
    LosingStore store = new LosingStore(realm.store());
    Lrs losing = Lrs.builder(store, realm.content()).clock(clock()).build().tenant(realm.tenant());
    losing.store(called("Fire"));
    clock().advance(Duration.ofMillis(1));
    store.meanwhile = () -> {
      another().store(new Statement(BEN, DID, WATER));
      losing.store(called("Flood"));
    };

    assertThatThrownBy(() -> losing.store(called("Flood")))
        .isInstanceOf(StoreFailureException.class);

    assertThat(another().activity(FIRE.id())).isEqualTo(named("Flood"));
  }

  /** Loses a write, and lets others write before it says so. */
  final class LosingStore extends ForwardingStore {
    private @Nullable Runnable meanwhile;

    LosingStore(Store store) {
      super(store);
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      Runnable others = meanwhile;
      if (others == null) return super.write(tenant, now, work);
      meanwhile = null;
      StoreFailureException lost = new StoreFailureException("the commit was lost", null);
      try {
        return super.write(tenant, now, tx -> {
          work.apply(tx);
          throw lost;
        });
      } finally {
        others.run();
      }
    }
  }

  @Test
  default void a_name_that_another_lrs_deleted_is_learnt_again() {
    Agent ann = ANN.named("Ann");
    lrs().store(new Statement(ann, DID, FIRE));
    another().erasure(ANN).run();
    assertThat(lrs().person(ANN).names()).isEmpty();

    lrs().store(new Statement(ann, DID, FIRE));

    assertThat(lrs().person(ANN).names()).containsExactly("Ann");
  }

  @Test
  default void a_name_that_was_deleted_without_a_statement_is_learnt_again() {
    Context taught = Context.builder().instructor(ANN.named("Ann")).build();
    Statement bens = Statement.builder(BEN, DID, FIRE).context(taught).build();
    lrs().store(bens);
    another().erasure(ANN).run();
    assertThat(lrs().person(ANN).names()).isEmpty();

    lrs().store(bens);

    assertThat(lrs().person(ANN).names()).containsExactly("Ann");
  }

  @Test
  default void the_position_after_a_write_is_foreseen() {
    long before = position();

    lrs().store(new Statement(ANN, DID, FIRE));
    long first = StatementQueries.positionAfter(before, clock().instant(), 1);
    assertThat(position()).isEqualTo(first);

    lrs().store(new Statement(ANN, DID, FIRE));
    assertThat(position())
        .isEqualTo(StatementQueries.positionAfter(first, clock().instant(), 1));
  }

  @Test
  default void what_is_known_stays_known_when_the_position_follows_the_clock() {
    Statement named = called("Fire");
    lrs().store(named);
    Mentions mentions = new Mentions();
    mentions.add(named);
    Map<String, String> said = Sayings.of(mentions, new Keys()).marks();
    clock().advance(Duration.ofMinutes(5));
    long before = position();

    lrs().consistentThrough();

    Realm realm = lrs().realm();
    assertThat(position()).isGreaterThan(before);
    assertThat(said).isNotEmpty();
    assertThat(realm.recent().unknown(realm.tenant(), position(), said, id -> false))
        .isEmpty();
  }

  private static Statement called(String name) {
    return new Statement(ANN, DID, named(name));
  }

  private static Activity named(String name) {
    ActivityDefinition definition =
        ActivityDefinition.builder().name(LanguageMap.of("en", name)).build();
    return new Activity(FIRE.id(), definition);
  }
}
