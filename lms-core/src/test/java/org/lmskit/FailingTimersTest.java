package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationEvent.RenewalWindowOpened;
import org.lmskit.certification.CertificationEvent.TimeDriven;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.lmskit.workforce.Learners;

/** What fails when it becomes due stops only what depends on it, is not lost, and is told. */
class FailingTimersTest {
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final TenantId FIRST = new TenantId("a");
  private static final TenantId SECOND = new TenantId("b");

  private final Set<LearnerKey> broken = new HashSet<>();
  private Runnable slowness = () -> {};

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void a_timer_that_fails_stops_nobody_else_and_comes_when_it_can(TestStore kind) {
    try (Store store = kind.open()) {
      TestLms test = new TestLms(store);
      Lms lms = test.builder().module(fragile()).build();
      Lms first = certified(lms.tenant(FIRST), "ann", "ben");
      certified(lms.tenant(SECOND), "carla");
      broken.add(keyOf(test, "ann"));
      test.heard.clear();
      test.time.set(Instant.parse("2027-06-01T08:00:00Z"));

      AdvanceReport report = lms.advance();

      assertThat(told(test, "ann")).isEmpty();
      assertThat(told(test, "ben"))
          .containsExactly("RenewalWindowOpened", "CertificationExpired", "GraceEnded");
      assertThat(told(test, "carla")).isEqualTo(told(test, "ben"));
      assertThat(report.seenTo()).isEqualTo(6);
      assertThat(report.isClean()).isFalse();
      assertThat(report.failures()).hasSize(1);
      assertThat(report.failures().get(0).tenant()).isEqualTo(FIRST);
      assertThat(report.failures().get(0).work()).startsWith("timer certification:");
      assertThat(report.failures().get(0).problemOrNull())
          .isEqualTo(IllegalStateException.class.getName());
      assertThat(lms.health().failures()).isEqualTo(report.failures());
      assertThat(lms.health().isIdle()).isFalse();

      assertThat(lms.advance().failures()).extracting(Health.Failure::tries).containsExactly(2);
      broken.clear();
      assertThat(first.advance().isClean()).isTrue();
      assertThat(told(test, "ann")).isEqualTo(told(test, "ben"));
      assertThat(lms.health().failures()).isEmpty();
      assertThat(lms.health().isIdle()).isTrue();
    }
  }

  @Test
  void a_dry_run_of_what_becomes_due_tells_what_fails_and_writes_nothing() {
    TestLms test = new TestLms();
    Lms lms = test.builder().module(fragile()).build();
    Lms first = certified(lms.tenant(FIRST), "ann", "ben");
    certified(lms.tenant(SECOND), "carla");
    broken.add(keyOf(test, "ann"));
    test.time.set(Instant.parse("2027-06-01T08:00:00Z"));

    DryRun<AdvanceReport> dry = first.dryRun(Lms::advance);

    assertThat(dry.result().seenTo()).isEqualTo(3);
    assertThat(dry.result().failures()).hasSize(1);
    assertThat(dry.events()).hasSize(3).allMatch(event -> event instanceof TimeDriven);
    assertThat(lms.health().failures()).isEmpty();
    assertThat(first.dryRun(Lms::health).result()).isEqualTo(lms.health());
  }

  @Test
  void a_tenant_whose_timer_fails_slowly_takes_no_time_from_others_when_it_is_tried_again() {
    TestLms test = new TestLms();
    slowness = () -> test.pass(Duration.ofHours(1));
    Lms lms = test.builder().module(fragile()).build();
    certified(lms.tenant(FIRST), "ann", "ben");
    certified(lms.tenant(SECOND), "carla");
    broken.add(keyOf(test, "ann"));
    test.time.set(Instant.parse("2027-06-01T08:00:00Z"));
    lms.advance(Duration.ofMinutes(30));

    lms.advance(Duration.ofMinutes(30));

    assertThat(told(test, "carla"))
        .containsExactly("RenewalWindowOpened", "CertificationExpired", "GraceEnded");
    assertThat(told(test, "ben")).isEqualTo(told(test, "carla"));
    assertThat(lms.health().failures()).extracting(Health.Failure::tries).containsExactly(2);
  }

  @Test
  void a_listener_that_fails_is_shown_until_it_takes_what_it_is_told() {
    TestLms test = new TestLms();
    boolean[] deaf = {true};
    Lms lms = test.builder()
        .listener("mail", (tenant, events) -> {
          if (deaf[0]) {
            throw new IllegalStateException("no mail server");
          }
        })
        .build();

    certified(lms, "ann");

    assertThat(lms.health().failures())
        .containsExactly(new Health.Failure(TenantId.DEFAULT, "listener mail", 1, null));
    deaf[0] = false;
    test.time.set(Instant.parse("2026-04-01T08:00:00Z"));
    lms.deliver();
    assertThat(lms.health().failures()).isEmpty();
  }

  private LmsModule fragile() {
    return new LmsModule(
        new Kinds("fragile", List.of(), getClass().getClassLoader()),
        List.of(),
        reactions -> reactions.on(RenewalWindowOpened.class, (event, op) -> {
          if (broken.contains(event.learner())) {
            slowness.run();
            throw new IllegalStateException("broken");
          }
        }));
  }

  private static Lms certified(Lms lms, String... learners) {
    lms.certifications()
        .publish(Certification.of(
                FORKLIFT.value(), "Forklift", Period.ofMonths(12), LocalDate.parse("2020-01-01"))
            .basis(ExpiryBasis.expiry())
            .renewalWindow(Period.ofDays(60))
            .grace(Period.ofDays(30)));
    for (String learner : learners) {
      lms.certifications().complete(new LearnerId(learner), FORKLIFT, Path.PRIMARY);
    }
    return lms;
  }

  private static LearnerKey keyOf(TestLms test, String learner) {
    return test.store.tenants().stream()
        .flatMap(tenant ->
            test
                .store
                .read(tenant, reader -> Learners.findKey(reader, new LearnerId(learner)))
                .stream())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> told(TestLms test, String learner) {
    LearnerKey key = keyOf(test, learner);
    return test.heard.stream()
        .filter(event -> event instanceof TimeDriven && event.learners().contains(key))
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }
}
