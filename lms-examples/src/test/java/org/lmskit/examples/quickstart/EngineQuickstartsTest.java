package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small mains on courses, people, enrollments and paths say what the guide says that they do. */
class EngineQuickstartsTest {
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(console, true, StandardCharsets.UTF_8);

  private List<String> lines() {
    return console.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void a_course_is_published_in_versions() {
    PublishCourse.run(out);

    assertThat(lines())
        .containsExactly(
            "WARNING COURSE-009 units/alarms",
            "published version 1",
            "MAPPING_REQUIRED [EQUIVALENT alarms, NEW -> exits]",
            "would record 1 event",
            "published version 2");
  }

  @Test
  void the_organisation_is_known_on_any_day() throws IOException {
    TellTheOrganisation.run(out);

    assertThat(lines().get(0)).startsWith("CSV-004 people.csv:4").contains("Asia/Tokio");
    assertThat(lines().subList(1, 7))
        .containsExactly(
            "accepted 5, refused 0",
            "hired on 2026-05-18",
            "managers 1",
            "in the warehouse 2",
            "groups [first-aid]",
            "groups in June []");
  }

  @Test
  void learners_come_into_courses_in_several_ways() {
    EnrollLearners.run(out);

    assertThat(lines())
        .containsExactly(
            "ann asks: WAITING",
            "ann: COMPLETED",
            "enrolled 1000",
            "again: 1000 are already",
            "ben still needs 0");
  }

  @Test
  void a_path_opens_step_by_step() {
    OnboardingPath.run(out);

    assertThat(lines())
        .containsExactly(
            "Safety induction: SATISFIED, due 2026-05-21",
            "Data protection: LOCKED, due 2026-06-01",
            "1/2, ACTIVE",
            "NOT_YET_AVAILABLE 2026-05-25",
            "Safety induction: SATISFIED, due 2026-05-21",
            "Data protection: SATISFIED, due 2026-06-01",
            "2/2, COMPLETED");
  }
}
