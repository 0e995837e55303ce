package org.lmskit.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.TestLms.ALL;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.Lms;
import org.lmskit.LmsModule;
import org.lmskit.TestLms;
import org.lmskit.catalog.CatalogEvent.CourseVersionPublished;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.ScorePolicy;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.event.LmsEvent;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.learning.TestContent.Say;
import org.lmskit.model.LearnerId;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Score;
import org.lmskit.model.UnitId;

/** Enrollments and attempts follow from their events alone, byte for byte. */
class ReplayTest {
  private final Map<Integer, CourseVersion> versions = new TreeMap<>();
  private final Map<String, Enrollment> enrollments = new TreeMap<>();
  private final Map<String, Attempt> attempts = new TreeMap<>();

  @Property(tries = 25)
  void replay_of_a_random_history_gives_the_stored_records(@ForAll long seed) {
    versions.clear();
    enrollments.clear();
    attempts.clear();
    TestLms test = new TestLms();
    Lms lms =
        test.builder().module(LmsModule.of(TestContent.KINDS, TestContent.TYPE)).build();
    live(test, lms, new Random(seed));

    test.heard.forEach(this::replay);

    List<String> stored = new ArrayList<>();
    List<String> replayed = new ArrayList<>();
    for (Enrollment enrollment : lms.enrollments().of(FIRE_SAFETY, ALL).items()) {
      stored.add(Enrollment.KIND.write(enrollment));
      replayed.add(Enrollment.KIND.write(enrollments.get(enrollment.id().value())));
      for (Attempt attempt : lms.attempts().of(enrollment.id(), ALL).items()) {
        stored.add(Attempt.KIND.write(attempt));
        replayed.add(Attempt.KIND.write(attempts.get(attempt.id().value())));
      }
    }
    assertThat(replayed).isEqualTo(stored).hasSizeGreaterThan(1);
  }

  private void replay(LmsEvent event) {
    if (event instanceof CourseVersionPublished published) {
      versions.put(published.version().number(), published.version());
    } else if (event instanceof EnrollmentOpened opened) {
      enrollments.put(
          opened.enrollment().value(),
          Enrollment.opened(opened, versions.get(opened.of().version())));
    } else if (event instanceof EnrollmentMigrated moved) {
      enrollments.computeIfPresent(
          moved.enrollment().value(),
          (id, old) ->
              EnrollmentFold.migrated(old, moved, versions.get(moved.of().version())));
    } else if (event instanceof LearningEvent learning) {
      enrollments.computeIfPresent(
          learning.enrollment().value(), (id, old) -> EnrollmentFold.after(old, learning));
    }
    if (event instanceof AttemptStarted started) {
      attempts.put(started.at().attempt().value(), AttemptFold.started(started));
    } else if (event instanceof AttemptEvent inAttempt) {
      attempts.computeIfPresent(
          inAttempt.at().attempt().value(), (id, old) -> AttemptFold.after(old, inAttempt));
    }
  }

  private static Course course(int version) {
    Course course = Course.of("fire-safety", "Fire safety " + version);
    for (int i = 0; i < 3; i++) {
      UnitContent content = UnitContent.of("test", i == version % 3 ? "v" + version : "same");
      course = course.unit(Unit.of("u" + i, "Unit " + i, content)
          .withScorePolicy(ScorePolicy.values()[i])
          .withMaxAttempts(i == 2 ? 3 : 0));
    }
    return course;
  }

  private static void live(TestLms test, Lms lms, Random random) {
    lms.catalog().publish(course(1));
    lms.enrollments().enroll(new LearnerId("l0"), FIRE_SAFETY);
    int version = 1;
    for (int step = 0; step < 40; step++) {
      test.pass(Duration.ofMinutes(random.nextInt(600)));
      try {
        if (random.nextInt(15) == 0) {
          version++;
          publish(test, lms, version, random);
        } else {
          act(test, lms, random);
        }
      } catch (RejectedException e) {
        assertThat(e.reason()).isInstanceOf(LearningReason.class);
      }
    }
  }

  private static void publish(TestLms test, Lms lms, int version, Random random) {
    VersionPlan plan = VersionPlan.propose(course(version - 1), course(version));
    LocalDate today = LocalDate.ofInstant(test.time.get(), test.clock().getZone());
    VersionPlan dated = random.nextBoolean() ? plan.sunset(today.minusDays(1)) : plan;
    lms.catalog()
        .publish(course(version), random.nextBoolean() ? dated.retrainingCompleted() : dated);
  }

  private static void act(TestLms test, Lms lms, Random random) {
    LearnerId learner = new LearnerId("l" + random.nextInt(3));
    var open = lms.enrollments().findOpen(learner, FIRE_SAFETY);
    if (open.isEmpty()) {
      lms.enrollments().enroll(learner, FIRE_SAFETY);
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> lms.enrollments().withdraw(open.get().id(), "");
      case 1 -> lms.enrollments().suspend(open.get().id(), "");
      case 2 -> lms.enrollments().resume(open.get().id());
      default ->
        lms.attempts()
            .open(
                open.get().id(),
                new UnitId("u" + random.nextInt(3)),
                TestContent.TYPE,
                new Say(facts(test, random), false));
    }
  }

  private static List<Fact> facts(TestLms test, Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      facts.add(
          switch (random.nextInt(6)) {
            case 0 -> new Fact.Completion();
            case 1 -> new Fact.Success(random.nextBoolean());
            case 2 -> new Fact.Progress(BigDecimal.valueOf(random.nextInt(11), 1));
            case 3 -> new Fact.Score(Score.ofScaled(BigDecimal.valueOf(random.nextInt(101), 2)));
            case 4 ->
              new Fact.Time(test.time.get().minusSeconds(random.nextInt(900)), test.time.get());
            default -> new Fact.End();
          });
    }
    return facts;
  }
}
