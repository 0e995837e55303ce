package org.lmskit.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.TestLms.FIRE_SAFETY;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.model.TenantId;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.PathPlan;
import org.lmskit.path.PathVersion;
import org.lmskit.store.Kind;

/** What holds of the versions of courses and of learning paths alike. */
class VersionsTest {
  private static final int MANY =
      340; // with three owners of timers each, more than one query takes

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();
  private final Course course = test.fireSafety();
  private final LearningPath path =
      LearningPath.of("path", "Path").step("a", "A", Subject.course(FIRE_SAFETY.value()));

  private CourseVersion publish(Course before, String title) {
    Course next = before.withTitle(Text.of(title));
    return lms.catalog().publish(next, VersionPlan.propose(before, next));
  }

  private PathVersion publish(LearningPath before, String title) {
    LearningPath next = before.withTitle(Text.of(title));
    return lms.paths().publish(next, PathPlan.propose(before, next));
  }

  @Test
  void a_course_can_have_many_versions() {
    CourseVersion newest = lms.catalog().publish(course);

    for (int number = 2; number <= MANY; number++) {
      newest = publish(newest.course(), "Version " + number);
    }

    assertThat(newest.number()).isEqualTo(MANY);
    assertThat(lms.catalog().find(FIRE_SAFETY)).contains(newest);
  }

  @Test
  void a_path_can_have_many_versions() {
    lms.catalog().publish(course);
    PathVersion newest = lms.paths().publish(path);

    for (int number = 2; number <= MANY; number++) {
      newest = publish(newest.path(), "Version " + number);
    }

    assertThat(newest.number()).isEqualTo(MANY);
    assertThat(lms.paths().find(path.id())).contains(newest);
  }

  @Test
  void a_course_whose_newest_version_is_lost_does_not_begin_anew() {
    lms.catalog().publish(course);
    CourseVersion lost = publish(course, "Second");
    delete(CourseVersion.KIND, lost);

    assertThatThrownBy(() -> publish(course, "Third")).isInstanceOf(NoSuchElementException.class);

    assertThat(lms.catalog().find(FIRE_SAFETY, 1).orElseThrow().course()).isEqualTo(course);
    assertThat(lms.catalog().courses(TestLms.ALL).items())
        .singleElement()
        .satisfies(entry -> assertThat(entry.versions()).hasSize(2));
  }

  @Test
  void a_path_whose_only_version_is_lost_does_not_begin_anew() {
    lms.catalog().publish(course);
    PathVersion lost = lms.paths().publish(path);
    delete(PathVersion.KIND, lost);

    assertThatThrownBy(() -> lms.paths().publish(path.withTitle(Text.of("Anew"))))
        .isInstanceOf(NoSuchElementException.class);

    assertThat(lms.paths().find(new PathId("path"), 1)).isEmpty();
  }

  private <V extends Published> void delete(Kind<V> kind, V version) {
    test.store.write(TenantId.DEFAULT, test.time.get(), tx -> {
      tx.delete(tx.find(kind, version.key()).orElseThrow());
      return version;
    });
  }
}
