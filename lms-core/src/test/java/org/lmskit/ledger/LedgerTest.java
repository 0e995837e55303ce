package org.lmskit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.Stores;
import org.lmskit.event.LmsEvent;
import org.lmskit.ledger.ProofVerifier.Verdict;
import org.lmskit.model.EventId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Store;
import org.lmskit.workforce.LearnerProfile;

class LedgerTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  private final List<LmsEvent> heard = new ArrayList<>();

  static Stream<Named<Supplier<Store>>> stores() {
    return Stream.of(
        Named.of("memory", Stores::memory),
        Named.of("SQLite", () -> Stores.sqlite(Lms.KINDS)),
        Named.of("PostgreSQL", () -> Stores.postgres(Lms.KINDS)));
  }

  @ParameterizedTest
  @MethodSource("stores")
  void every_event_is_proven_after_sealing_in_several_turns(Supplier<Store> stores) {
    try (Store store = stores.get()) {
      Lms lms = lms(store);
      for (int turn = 0; turn < 4; turn++) {
        save(lms, turn * 150, 150);
        assertThat(lms.ledger().seal()).isEqualTo(150);
      }

      assertThat(lms.ledger().size()).isEqualTo(600);
      TreeAppender again = TreeAppender.empty();
      lms.ledger().entries(entry -> again.append(entry.getBytes(StandardCharsets.UTF_8)));
      assertThat(lms.ledger().head()).isEqualTo(again.head());
      for (int i = 0; i < 600; i += 37) {
        Verdict verdict = verify(lms.ledger().proof(heard.get(i).id()));
        assertThat(verdict.valid()).as(verdict.reason()).isTrue();
        assertThat(verdict.index()).isEqualTo(i);
        assertThat(verdict.entry()).contains(heard.get(i).id().value());
        assertThat(verdict.log()).isEqualTo("default");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("stores")
  void engines_that_seal_at_the_same_time_make_one_log(Supplier<Store> stores) throws Exception {
    try (Store store = stores.get()) {
      Lms lms = lms(store);
      save(lms, 0, 500);
      ExecutorService pool = Executors.newFixedThreadPool(4);
      List<Future<Long>> sealing = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sealing.add(pool.submit(() -> lms.ledger().seal()));
      }

      long sealed = 0;
      for (Future<Long> one : sealing) {
        sealed += one.get();
      }
      pool.shutdown();

      assertThat(sealed).isEqualTo(500);
      assertThat(lms.ledger().size()).isEqualTo(500);
      assertThat(lms.ledger().signedHead().orElseThrow().head())
          .isEqualTo(lms.ledger().head());
    }
  }

  @Test
  void a_log_only_grows_and_proves_it() {
    Lms lms = lms(Stores.memory());
    save(lms, 0, 300);
    lms.ledger().seal();
    TreeHead earlier = lms.ledger().head();
    save(lms, 300, 400);
    lms.ledger().seal();

    ConsistencyProof proof = lms.ledger().consistencyProof(300, 700);

    assertThat(proof.verifies(earlier, lms.ledger().head())).isTrue();
  }

  @Test
  void what_was_not_sealed_is_not_proven() {
    Lms lms = lms(Stores.memory());
    save(lms, 0, 1);

    assertThatThrownBy(() -> lms.ledger().proof(heard.get(0).id()))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(LedgerReason.NOT_SEALED));
    lms.ledger().seal();
    save(lms, 1, 1);
    assertThatThrownBy(() -> lms.ledger().proof(heard.get(1).id()))
        .isInstanceOf(RejectedException.class);
    assertThatThrownBy(() -> lms.ledger().proof(new EventId("nowhere")))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("no event with id nowhere");
  }

  @Test
  void sealing_nothing_changes_nothing() {
    Lms lms = lms(Stores.memory());

    assertThat(lms.ledger().seal()).isZero();
    assertThat(lms.ledger().signedHead()).isEmpty();
    assertThat(lms.ledger().head()).isEqualTo(TreeHead.EMPTY);
    save(lms, 0, 3);
    assertThat(lms.ledger().seal()).isEqualTo(3);
    assertThat(lms.ledger().seal()).isZero();
  }

  @Test
  void maintenance_seals_every_tenant_into_a_log_of_its_own() {
    Lms lms = lms(Stores.memory());
    Lms acme = lms.tenant(new TenantId("acme"));
    save(lms, 0, 2);
    save(acme, 0, 3);

    lms.maintenance(Duration.ofMinutes(1));

    assertThat(lms.ledger().size()).isEqualTo(2);
    assertThat(acme.ledger().size()).isEqualTo(3);
    assertThat(acme.ledger().signedHead().orElseThrow().log()).isEqualTo("acme");
  }

  @Test
  void the_hosts_signer_signs_and_its_publisher_hears_until_it_took_the_head() {
    KeyPair keys = Ed25519Signer.newKeys();
    List<SignedTreeHead> published = new ArrayList<>();
    boolean[] down = {true};
    Lms lms = Lms.on(Stores.memory(), new InMemoryContentStore(NOON))
        .clock(NOON)
        .listener("test", (tenant, events) -> heard.addAll(events))
        .treeHeads(Ed25519Signer.of(keys), head -> {
          if (down[0]) {
            throw new IllegalStateException("the notary is away");
          }
          published.add(head);
        })
        .build();
    save(lms, 0, 5);

    assertThatThrownBy(() -> lms.ledger().seal()).hasMessage("the notary is away");
    down[0] = false;
    lms.ledger().seal();
    lms.ledger().seal();

    assertThat(published).hasSize(1);
    assertThat(published.get(0).head()).isEqualTo(lms.ledger().head());
    byte[] bundle = lms.ledger().proof(heard.get(4).id()).toJson().getBytes(StandardCharsets.UTF_8);
    assertThat(ProofVerifier.verify(bundle, keys.getPublic().getEncoded()).valid())
        .isTrue();
  }

  @Test
  void the_key_beside_the_log_stays_the_same() {
    Store store = Stores.memory();
    Lms lms = lms(store);
    save(lms, 0, 1);
    lms.ledger().seal();
    String first = lms.ledger().signedHead().orElseThrow().publicKey();

    Lms again = lms(store);
    save(again, 1, 1);
    again.ledger().seal();

    assertThat(again.ledger().signedHead().orElseThrow().publicKey()).isEqualTo(first);
    assertThat(again.ledger().signedHead().orElseThrow().verifies()).isTrue();
  }

  @Test
  void erasing_a_person_leaves_every_proof_valid() {
    Lms lms = lms(Stores.memory());
    lms.workforce().save(new LearnerId("ann"), LearnerProfile.named("Ann Archer"));
    lms.ledger().seal();
    ProofBundle before = lms.ledger().proof(heard.get(0).id());

    lms.workforce().erase(new LearnerId("ann"));
    lms.ledger().seal();

    assertThat(verify(before).valid()).isTrue();
    ProofBundle after = lms.ledger().proof(heard.get(0).id());
    assertThat(verify(after).valid()).isTrue();
    assertThat(after.entry()).isEqualTo(before.entry()).doesNotContain("Ann");
  }

  private Lms lms(Store store) {
    return Lms.on(store, new InMemoryContentStore(NOON))
        .clock(NOON)
        .listener("test-" + heard.size(), (tenant, events) -> heard.addAll(events))
        .build();
  }

  private static void save(Lms lms, int from, int count) {
    lms.scope().write("test", "", op -> {
      for (int i = from; i < from + count; i++) {
        org.lmskit.workforce.Learners.keyOf(op, new LearnerId("learner-" + i));
      }
      return count;
    });
  }

  private static Verdict verify(ProofBundle bundle) {
    return ProofVerifier.verify(bundle.toJson().getBytes(StandardCharsets.UTF_8));
  }
}
