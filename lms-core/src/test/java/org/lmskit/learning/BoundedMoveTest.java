package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.AdvanceReport;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.TestStore;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.contract.Stores;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.progress.PathEvent.PathMigrated;
import org.lmskit.store.Store;

/** However many learners a new version moves or trains again, no transaction grows with them, and all are reached. */
class BoundedMoveTest {
  private static final int MANY = 2_050;
  private static final LocalDate TODAY = LocalDate.parse("2026-03-03");

  private Store store = Stores.memory();
  private TestLms test = new TestLms(store);
  private Lms lms = test.start();
  private Course first = test.fireSafety();
  private Course second = first.withTitle(Text.of("Second"));

  private void on(TestStore kind) {
    store = kind.open();
    test = new TestLms(store);
    lms = test.start();
    first = test.fireSafety();
    second = first.withTitle(Text.of("Second"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private List<LearnerId> enrolled(int many) {
    List<LearnerId> learners =
        IntStream.range(0, many).mapToObj(i -> new LearnerId("l" + i)).toList();
    lms.catalog().publish(first);
    lms.enrollments().enrollAll(FIRE_SAFETY, learners);
    test.pass(Duration.ofDays(1));
    test.heard.clear();
    return learners;
  }

  private int version(LearnerId learner) {
    return lms.enrollments().findOpen(learner, FIRE_SAFETY).orElseThrow().version();
  }

  /** What was moved, when and by which day, whatever the order. */
  private static List<String> moves(List<LmsEvent> events) {
    return events.stream()
        .filter(event -> event instanceof EnrollmentMigrated || event instanceof PathMigrated)
        .map(event -> event.learners() + " " + event.effectiveOn() + " " + event.occurredAt())
        .sorted()
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"MEMORY,0", "MEMORY,1", "SQLITE,0", "SQLITE,1", "POSTGRESQL,0", "POSTGRESQL,1"})
  void all_who_are_behind_move_in_parts_as_a_dry_run_says_at_once(TestStore kind, int days) {
    on(kind);
    List<LearnerId> learners = enrolled(MANY);
    LearnerId last = learners.get(MANY - 1);
    VersionPlan plan = VersionPlan.propose(first, second).effective(TODAY.plusDays(days));
    List<LmsEvent> dry = lms.dryRun(l -> {
          l.catalog().publish(second, plan);
          return true;
        })
        .events();

    lms.catalog().publish(second, plan);

    assertThat(moves(dry)).hasSize(days == 0 ? MANY : 0);
    assertThat(moves(test.heard)).hasSize(days == 0 ? 1_000 : 0);
    assertThat(version(last)).isEqualTo(1);
    test.pass(Duration.ofDays(days));
    EnrollmentId begun =
        lms.enrollments().findOpen(last, FIRE_SAFETY).orElseThrow().id();
    lms.attempts().start(begun, new UnitId("u1"));
    assertThat(version(last)).isEqualTo(2); // whom a call changes has moved before, whoever waits

    AdvanceReport report = test.start().advance(); // as after a crash
    test.pass(Duration.ofMinutes(1));
    lms.deliver();

    assertThat(report.isClean()).isTrue();
    assertThat(moves(test.heard)).hasSize(MANY).doesNotHaveDuplicates();
    assertThat(learners).allMatch(learner -> version(learner) == 2);
    assertThat(lms.health().isIdle()).isTrue();
    if (days == 0) {
      assertThat(moves(test.heard)).isEqualTo(moves(dry));
    }
  }

  @ParameterizedTest
  @EnumSource(TestStore.class)
  void a_sunset_moves_in_parts(TestStore kind) {
    on(kind);
    List<LearnerId> learners = enrolled(1_050);
    lms.catalog()
        .publish(
            second, VersionPlan.propose(first, second).keepNotStarted().sunset(TODAY.plusDays(9)));
    test.pass(Duration.ofDays(20));
    assertThat(moves(test.heard)).isEmpty();

    lms.advance();

    assertThat(moves(test.heard)).hasSize(1_050).allMatch(move -> move.contains("2026-03-12"));
    assertThat(learners).allMatch(learner -> version(learner) == 2);
  }

  /** Had she stayed behind, nothing would train her again: nobody looks at earlier versions later. */
  @Test
  void a_publication_sees_first_to_a_sunset_whose_day_has_come() {
    LearnerId ann = enrolled(1).get(0);
    EnrollmentId open =
        lms.enrollments().findOpen(ann, FIRE_SAFETY).orElseThrow().id();
    lms.attempts().record(open, new UnitId("u1"), List.of(new Fact.Completion()), test.time.get());
    Course shorter = first.withUnits(first.units().subList(0, 1));
    lms.catalog()
        .publish(
            shorter,
            VersionPlan.propose(first, shorter).keepNotStarted().sunset(TODAY.plusDays(1)));
    test.pass(Duration.ofDays(3));
    Course third = shorter.withTitle(Text.of("Third"));

    lms.catalog()
        .publish(third, VersionPlan.propose(shorter, third).keepNotStarted().retrainingCompleted());
    lms.advance();

    assertThat(lms.enrollments().of(ann, TestLms.ALL).items())
        .extracting(Enrollment::version, Enrollment::state)
        .containsExactlyInAnyOrder(
            tuple(2, EnrollmentState.COMPLETED), tuple(3, EnrollmentState.ACTIVE));
  }

  @Test
  void learners_on_a_path_move_in_parts() {
    moveOnPath(TestStore.MEMORY);
  }

  /** Whoever begins a path does so in a transaction of his own. */
  @Tag("long")
  @ParameterizedTest
  @EnumSource(value = TestStore.class, mode = EnumSource.Mode.EXCLUDE, names = "MEMORY")
  void learners_on_a_path_move_in_parts_in_databases(TestStore kind) {
    moveOnPath(kind);
  }

  private void moveOnPath(TestStore kind) {
    on(kind);
    List<LearnerId> learners = enrolled(1_050);
    LearningPath path =
        LearningPath.of("path", "Path").step("a", "A", Subject.course(FIRE_SAFETY.value()));
    LearningPath next = path.withTitle(Text.of("Second"));
    lms.paths().publish(path);
    learners.forEach(learner -> lms.pathEnrollments().enroll(learner, new PathId("path")));

    lms.paths().publish(next, PathPlan.propose(path, next).sunset(TODAY));

    assertThat(moves(test.heard)).hasSize(1_000);
    lms.advance();
    assertThat(moves(test.heard)).hasSize(1_050).doesNotHaveDuplicates();
    assertThat(lms.health().isIdle()).isTrue();
  }
}
