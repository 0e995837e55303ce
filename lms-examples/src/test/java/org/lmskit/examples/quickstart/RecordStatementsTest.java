package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RecordStatementsTest {
  @Test
  void both_ways_lead_to_the_same_statements() throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();

    RecordStatements.run(new PrintStream(console, true, StandardCharsets.UTF_8));

    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "over HTTP: launched",
            "over HTTP: completed",
            "in the process: launched",
            "in the process: completed");
  }
}
