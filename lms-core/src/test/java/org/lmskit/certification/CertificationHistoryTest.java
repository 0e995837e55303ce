package org.lmskit.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.certification.Given.FORKLIFT;
import static org.lmskit.certification.Given.day;
import static org.lmskit.certification.TestCertifications.ANA;
import static org.lmskit.certification.TestCertifications.DMITRI;
import static org.lmskit.certification.TestCertifications.ID;
import static org.lmskit.certification.TestCertifications.STORES;
import static org.lmskit.certification.TestCertifications.timeDriven;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.event.LmsEvent;
import org.lmskit.ledger.ProofVerifier;
import org.lmskit.model.LearnerId;
import org.lmskit.store.Store;

/** What is known of a past day, told in whatever order, proven and rebuilt from events. */
class CertificationHistoryTest {
  private final TestCertifications test = new TestCertifications();

  @ParameterizedTest
  @MethodSource(STORES)
  void a_past_state_is_answered_as_it_was_known_and_proven(Supplier<Store> stores) {
    test.with(stores, lms -> {
      test.history(lms);
      Certifications c = lms.certifications();

      assertThat(state(c, DMITRI, "2026-04-05", "2026-05-09T23:59:59Z")).isEqualTo("IN_GRACE");
      assertThat(state(c, DMITRI, "2026-04-05", "2026-05-10T12:00:00Z")).isEqualTo("CERTIFIED");
      assertThat(state(c, DMITRI, "2026-04-15", "2026-05-09T23:59:59Z")).isEqualTo("EXPIRED");
      assertThat(state(c, DMITRI, "2026-04-15", "2026-05-10T12:00:00Z")).isEqualTo("CERTIFIED");
      assertThat(state(c, DMITRI, "2026-03-20", "2026-05-10T12:00:00Z")).isEqualTo("IN_GRACE");
      assertThat(state(c, ANA, "2026-02-19", "2026-03-01T00:00:00Z")).isEqualTo("RENEWAL_DUE");
      assertThat(state(c, ANA, "2026-05-31", "2026-07-01T00:00:00Z")).isEqualTo("CERTIFIED");
      assertThat(state(c, ANA, "2026-06-01", "2026-06-01T09:59:59Z")).isEqualTo("CERTIFIED");
      assertThat(state(c, ANA, "2026-06-01", "2026-06-01T10:00:00Z")).isEqualTo("REVOKED");
      assertThat(c.statusOn(DMITRI, ID, day("2026-04-05")).validUntil())
          .contains(day("2027-04-02"));

      lms.ledger().seal();
      Certificate certificate = c.certificate(DMITRI, ID).orElseThrow();
      String bundle = lms.ledger().proof(certificate.code()).toJson();
      ProofVerifier.Verdict verdict = ProofVerifier.verify(bundle.getBytes(StandardCharsets.UTF_8));
      assertThat(verdict.valid()).as(verdict.reason()).isTrue();
      assertThat(verdict.entry())
          .contains(
              "\"type\":\"CertificationRenewed\"", "\"effectiveOn\":\"2026-04-02\"", "\"policy\":1")
          .doesNotContain("dmitri");
      assertThat(certificate.title()).isEqualTo("Forklift safety");
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void events_that_were_emitted_stay_when_a_late_record_arrives(Supplier<Store> stores) {
    test.with(stores, lms -> {
      test.history(lms);

      assertThat(timeDriven(lms, DMITRI))
          .containsExactly(
              "RenewalWindowOpened 2026-01-09",
              "CertificationExpired 2026-03-10",
              "GraceEnded 2026-04-09");
      test.at("2027-12-31T00:00:00Z");
      lms.advance();
      assertThat(timeDriven(lms, DMITRI))
          .endsWith(
              "RenewalWindowOpened 2027-02-01",
              "CertificationExpired 2027-04-02",
              "GraceEnded 2027-05-02");
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void the_order_of_arrival_does_not_change_where_a_learner_stands(Supplier<Store> stores) {
    test.with(stores, lms -> {
      lms.certifications().publish(FORKLIFT);
      test.at("2028-01-01T00:00:00Z");
      List<Consumer<LearnerId>> facts = new ArrayList<>();
      for (String on : List.of("2024-03-10", "2025-02-10", "2026-01-15", "2027-03-20")) {
        facts.add(learner -> lms.certifications().complete(learner, ID, Path.PRIMARY, day(on)));
      }
      List<CertificationHistory> histories = new ArrayList<>();
      for (int seed = 0; seed < 6; seed++) {
        LearnerId learner = new LearnerId("order-" + seed);
        Collections.shuffle(facts, new Random(seed));
        facts.forEach(fact -> fact.accept(learner));
        facts.forEach(fact -> fact.accept(learner));
        histories.add(lms.certifications().history(learner, ID));
      }

      assertThat(histories).allSatisfy(one -> {
        assertThat(one.facts()).hasSize(4);
        assertThat(one.awards()).isEqualTo(histories.get(0).awards());
      });
    });
  }

  @ParameterizedTest
  @MethodSource(STORES)
  void the_events_alone_rebuild_every_record_byte_for_byte(Supplier<Store> stores) {
    test.with(stores, lms -> {
      test.history(lms);

      Map<String, CertificationRecord> rebuilt = new TreeMap<>();
      CertificationPolicies policies = new CertificationPolicies(ID, List.of());
      for (LmsEvent event : test.heard) {
        if (event instanceof CertificationEvent.OfLearner of) {
          CertificationRecord empty = CertificationRecord.empty(of.learner(), of.certification());
          rebuilt.merge(empty.id(), empty.after(of), (old, first) -> old.after(of));
        } else if (event instanceof PolicyPublished published) {
          policies = policies.after(published);
        }
      }

      for (CertificationRecord one : rebuilt.values()) {
        String stored = lms.scope()
            .read(
                "test",
                "",
                r -> r.find(CertificationRecord.KIND, one.id()).orElseThrow().body());
        assertThat(CertificationRecord.KIND.write(one)).isEqualTo(stored);
      }
      String stored = lms.scope()
          .read(
              "test",
              "",
              r -> r.find(CertificationPolicies.KIND, "forklift").orElseThrow().body());
      assertThat(rebuilt).hasSize(2);
      assertThat(CertificationPolicies.KIND.write(policies)).isEqualTo(stored);
    });
  }

  private static String state(Certifications c, LearnerId learner, String day, String asKnownAt) {
    return c.statusOn(learner, ID, day(day), Instant.parse(asKnownAt)).state().name();
  }
}
