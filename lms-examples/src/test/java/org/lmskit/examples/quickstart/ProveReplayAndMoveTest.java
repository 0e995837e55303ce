package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProveReplayAndMoveTest {
  @Test
  void the_story_leaves_nothing_behind() {
    ByteArrayOutputStream console = new ByteArrayOutputStream();

    ProveReplayAndMove.run(new PrintStream(console, true, StandardCharsets.UTF_8));

    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "enrolling would record 1 event, and wrote Optional.empty",
            "replayed 3 events into an empty store",
            "the log has 4 entries, and knows nobody's name: Optional.empty",
            "moved all of it: true, with the same head: true",
            "left behind: 0 entries");
  }
}
