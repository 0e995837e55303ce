package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.store.InMemoryStore;

class TakeACourseTest {
  @TempDir
  Path folder;

  @Test
  void the_story_ends_with_a_completed_course_and_its_statements() throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();

    TakeACourse.run(
        SamplePackage.FIRE_SAFETY.zipInto(folder),
        new PrintStream(console, true, StandardCharsets.UTF_8));

    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .startsWith(
            "imported Fire safety", "the last call answered true", "COMPLETED with 85 points")
        .contains(
            "stated: registered",
            "stated: launched",
            "stated: initialized",
            "stated: completed",
            "stated: passed",
            "stated: terminated");
  }

  @Test
  void what_the_readme_shows_gives_a_launch() throws IOException {
    String launch = EmbedInFiveLines.launch(
        new InMemoryStore(),
        new InMemoryContentStore(Clock.systemUTC()),
        SamplePackage.FIRE_SAFETY.zipInto(folder));

    assertThat(launch).isNotEmpty();
  }
}
