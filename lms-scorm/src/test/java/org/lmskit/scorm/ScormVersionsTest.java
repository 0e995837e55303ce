package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.scorm.ScormEngine.ANN;
import static org.lmskit.scorm.ScormEngine.FIRE_SAFETY;
import static org.lmskit.scorm.ScormEngine.NOW;
import static org.lmskit.scorm.ScormEngine.TODAY;
import static org.lmskit.scorm.ScormEngine.U1;
import static org.lmskit.scorm.ScormEngine.course;
import static org.lmskit.scorm.ScormEngine.zip;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.UnitContent;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.LearningReason;
import org.lmskit.model.LearnerId;
import org.lmskit.model.RejectedException;

/** A changed package makes a new version; who moves, and when, is a policy that can be tried first. */
class ScormVersionsTest {
  private static final LearnerId BEN = new LearnerId("ben");
  private static final LearnerId CID = new LearnerId("cid");

  @TempDir
  Path folder;

  private final ScormEngine engine = new ScormEngine();
  private ScormPackage first;
  private ScormPackage second;
  private Enrollment waiting;
  private Enrollment working;
  private Enrollment done;

  @BeforeEach
  void twoVersionsAndThreeLearners() {
    first = engine.scorm.importPackage(zip(folder, "one")).packageOrThrow();
    second = engine.scorm.importPackage(zip(folder, "two")).packageOrThrow();
    engine.lms.catalog().publish(course(first));
    waiting = engine.lms.enrollments().enroll(ANN, FIRE_SAFETY);
    working = engine.lms.enrollments().enroll(BEN, FIRE_SAFETY);
    done = engine.lms.enrollments().enroll(CID, FIRE_SAFETY);
    engine.scorm.launch(working.id(), U1);
    Launch launch = engine.scorm.launch(done.id(), U1);
    engine.call(launch, 1, "cmi.core.lesson_status", "completed");
  }

  private VersionPlan plan() {
    return VersionPlan.propose(course(first), course(second));
  }

  private Enrollment reload(Enrollment enrollment) {
    return engine.lms.enrollments().find(enrollment.id()).orElseThrow();
  }

  private List<Integer> versions() {
    return List.of(
        reload(waiting).version(), reload(working).version(), reload(done).version());
  }

  private String launched(Enrollment enrollment) {
    var launch = engine.scorm.launch(enrollment.id(), U1);
    return engine.scorm.view(launch.id()).content().id();
  }

  @Test
  void course_with_a_package_that_nobody_imported_is_a_finding_and_refused() {
    Course course = Course.of("c", "C").unit("u1", "Unit", UnitContent.of("scorm", "no-such"));

    assertThat(engine.lms.catalog().check(course))
        .extracting(problem -> problem.severity() + " " + problem.code() + " " + problem.location())
        .containsExactly("ERROR COURSE-012 units/u1");
    assertThatThrownBy(() -> engine.lms.catalog().publish(course))
        .isInstanceOfSatisfying(RejectedException.class, e -> {
          assertThat(e.reason()).isEqualTo(LearningReason.CONTENT_UNKNOWN);
          assertThat(e.details()).containsEntry("content", "no-such");
        });
    assertThat(engine.lms.catalog().check(course(first))).isEmpty();
  }

  @Test
  void a_changed_package_is_another_package_and_the_first_one_stays() {
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(engine.scorm.find(first.id())).contains(first);
    assertThat(first.find("a.html")).isNotEqualTo(second.find("a.html"));
  }

  @Test
  void never_keeps_everybody_on_the_version_they_were_enrolled_on() {
    engine.lms.catalog().publish(course(second), plan().keepNotStarted());

    assertThat(versions()).containsExactly(1, 1, 1);
    assertThat(launched(waiting)).isEqualTo(first.id());
    assertThat(launched(working)).isEqualTo(first.id());
  }

  @Test
  void when_not_started_moves_those_alone() {
    engine.lms.catalog().publish(course(second), plan());

    assertThat(versions()).containsExactly(2, 1, 1);
    assertThat(launched(waiting)).isEqualTo(second.id());
    assertThat(launched(working)).isEqualTo(first.id());
  }

  @Test
  void when_completed_opens_a_new_cycle_on_the_new_version() {
    Clock tomorrow = Clock.fixed(NOW.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    Lms.on(engine.store, engine.content)
        .module(Scorm.MODULE)
        .clock(tomorrow)
        .build()
        .catalog()
        .publish(course(second), plan().keepNotStarted().retrainingCompleted());

    assertThat(versions()).containsExactly(1, 1, 1);
    assertThat(reload(done).state()).isEqualTo(EnrollmentState.COMPLETED);
    Enrollment again = engine.lms.enrollments().findOpen(CID, FIRE_SAFETY).orElseThrow();
    assertThat(again.version()).isEqualTo(2);
    assertThat(launched(again)).isEqualTo(second.id());
  }

  @Test
  void always_moves_those_in_progress_too_and_their_attempt_on_the_old_content_ends() {
    engine.lms.catalog().publish(course(second), plan().sunset(TODAY));

    assertThat(versions()).containsExactly(2, 2, 1);
    assertThat(launched(working)).isEqualTo(second.id());
    assertThat(reload(working).unit(U1).completed()).isFalse();
  }

  @Test
  void what_would_change_can_be_read_before_it_does() {
    var what = engine.lms.dryRun(l -> l.catalog().publish(course(second), plan().sunset(TODAY)));

    assertThat(what.events().stream()
            .filter(EnrollmentMigrated.class::isInstance)
            .map(e -> ((EnrollmentMigrated) e).of().enrollment()))
        .containsExactlyInAnyOrder(waiting.id(), working.id());
    assertThat(versions()).containsExactly(1, 1, 1);

    engine.lms.catalog().publish(course(second), plan().sunset(TODAY));

    assertThat(what.events()).extracting(LmsEvent::getClass).hasSizeGreaterThan(2);
    assertThat(versions()).containsExactly(2, 2, 1);
  }
}
