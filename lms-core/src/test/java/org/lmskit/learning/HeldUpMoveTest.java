package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ANN;
import static org.lmskit.TestLms.BEN;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.AdvanceReport;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationEvent.RenewalWindowOpened;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.Operation;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.model.LearnerId;
import org.lmskit.model.TenantId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.progress.PathEvent.PathMigrated;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.lmskit.workforce.Learners;

/** One learner for whom something fails stays behind alone when a version's day comes, and follows when he can. */
class HeldUpMoveTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final CertificationId FORKLIFT = new CertificationId("forklift");

  private final Set<LearnerId> unmovable = new HashSet<>();
  private final Set<LearnerId> uncertified = new HashSet<>();
  private TestLms test = new TestLms();
  private Lms lms = test.start();

  private void on(Store store) {
    test = new TestLms(store);
    lms = test.builder().module(fragile()).build();
  }

  /** A module that fails for some learners. */
  private LmsModule fragile() {
    return new LmsModule(
        new Kinds("fragile", List.of(), getClass().getClassLoader()),
        List.of(),
        reactions -> reactions
            .on(RenewalWindowOpened.class, (event, op) -> requireNone(event, uncertified, op))
            .on(PathMigrated.class, (event, op) -> requireNone(event, unmovable, op))
            .on(EnrollmentMigrated.class, (event, op) -> requireNone(event, unmovable, op)));
  }

  private static void requireNone(LmsEvent event, Set<LearnerId> broken, Operation op) {
    if (broken.stream()
        .anyMatch(id ->
            Learners.findKey(op.tx(), id).filter(event.learners()::contains).isPresent())) {
      throw new IllegalStateException("broken");
    }
  }

  private Course enrolled(List<LearnerId> learners) {
    Course first = test.fireSafety();
    lms.catalog().publish(first);
    lms.enrollments().enrollAll(FIRE_SAFETY, learners);
    return first;
  }

  private int version(LearnerId learner) {
    return lms.enrollments().findOpen(learner, FIRE_SAFETY).orElseThrow().version();
  }

  /** The days on which somebody moved. */
  private List<LocalDate> moves() {
    List<LocalDate> days = test.heard.stream()
        .filter(event -> event instanceof EnrollmentMigrated || event instanceof PathMigrated)
        .map(LmsEvent::effectiveOn)
        .toList();
    test.heard.clear();
    return days;
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void whoever_cannot_be_moved_on_a_sunset_stays_alone_and_is_told(TestStore kind) {
    try (Store store = kind.open()) {
      on(store);
      Course first = enrolled(List.of(ANN, BEN, new LearnerId("carla")));
      Course second = first.withTitle(Text.of("Second"));
      LocalDate sunset = TODAY.plusDays(9);
      lms.catalog()
          .publish(second, VersionPlan.propose(first, second).keepNotStarted().sunset(sunset));
      unmovable.add(ANN);
      test.pass(Duration.ofDays(20));

      AdvanceReport report = lms.advance();

      assertThat(moves()).containsExactly(sunset, sunset);
      assertThat(version(BEN)).isEqualTo(2);
      assertThat(version(ANN)).isEqualTo(1);
      assertThat(report.failures())
          .singleElement()
          .satisfies(one -> assertThat(one.work()).endsWith("/" + key(ANN)));
      assertThat(lms.health().failures()).isEqualTo(report.failures());

      assertThat(lms.advance().failures())
          .singleElement()
          .satisfies(one -> assertThat(one.tries()).isEqualTo(2));
      unmovable.clear();
      assertThat(lms.advance().isClean()).isTrue();
      assertThat(moves()).containsExactly(sunset);
      assertThat(version(ANN)).isEqualTo(2);
      assertThat(lms.health().isIdle()).isTrue();
    }
  }

  @Test
  void whoever_waits_for_something_earlier_that_fails_moves_after_it_and_others_do_not_wait() {
    on(new InMemoryStore());
    lms.certifications()
        .publish(Certification.of(
                FORKLIFT.value(), "Forklift", Period.ofMonths(12), LocalDate.parse("2020-01-01"))
            .basis(ExpiryBasis.expiry())
            .renewalWindow(Period.ofDays(60)));
    lms.certifications().complete(ANN, FORKLIFT, Path.PRIMARY);
    Course first = enrolled(List.of(ANN, BEN));
    Course second = first.withTitle(Text.of("Second"));
    LocalDate sunset = TODAY.plusMonths(11);
    lms.catalog()
        .publish(second, VersionPlan.propose(first, second).keepNotStarted().sunset(sunset));
    uncertified.add(ANN);
    test.pass(Duration.ofDays(340));

    assertThat(lms.advance().failures())
        .singleElement()
        .satisfies(one -> assertThat(one.work()).startsWith("timer certification:"));
    assertThat(moves()).containsExactly(sunset);
    assertThat(version(ANN)).isEqualTo(1);

    uncertified.clear();
    assertThat(lms.advance().isClean()).isTrue();
    assertThat(test.heard)
        .extracting(event -> (Object) event.getClass())
        .containsSubsequence(RenewalWindowOpened.class, EnrollmentMigrated.class);
    assertThat(moves()).containsExactly(sunset);
    assertThat(lms.health().isIdle()).isTrue();
  }

  @Test
  void a_version_takes_effect_for_all_others_part_by_part() {
    on(new InMemoryStore());
    List<LearnerId> learners =
        IntStream.range(0, 2_050).mapToObj(i -> new LearnerId("l" + i)).toList();
    Course first = enrolled(learners);
    Course second = first.withTitle(Text.of("Second"));
    LocalDate day = TODAY.plusDays(3);
    lms.catalog().publish(second, VersionPlan.propose(first, second).effective(day));
    unmovable.addAll(Set.of(learners.get(7), learners.get(2_007)));
    test.pass(Duration.ofDays(5));

    assertThat(lms.advance().failures()).hasSize(2);

    assertThat(moves()).hasSize(2_048).containsOnly(day);
    unmovable.clear();
    assertThat(lms.advance().isClean()).isTrue();
    assertThat(moves()).containsExactly(day, day);
    assertThat(learners).allMatch(learner -> version(learner) == 2);
    assertThat(lms.health().isIdle()).isTrue();
  }

  @Test
  void whoever_cannot_be_moved_on_a_path_stays_alone() {
    on(new InMemoryStore());
    enrolled(List.of());
    LearningPath path =
        LearningPath.of("path", "Path").step("a", "A", Subject.course(FIRE_SAFETY.value()));
    LearningPath next = path.withTitle(Text.of("Second"));
    lms.paths().publish(path);
    List.of(ANN, BEN).forEach(learner -> lms.pathEnrollments().enroll(learner, new PathId("path")));
    LocalDate sunset = TODAY.plusDays(9);
    lms.paths().publish(next, PathPlan.propose(path, next).keepNotStarted().sunset(sunset));
    unmovable.add(BEN);
    test.pass(Duration.ofDays(20));

    assertThat(lms.advance().failures()).hasSize(1);

    assertThat(moves()).containsExactly(sunset);
    unmovable.clear();
    lms.advance();
    assertThat(moves()).containsExactly(sunset);
  }

  private String key(LearnerId learner) {
    return test.store.read(
        TenantId.DEFAULT,
        reader -> Learners.findKey(reader, learner).orElseThrow().value());
  }
}
