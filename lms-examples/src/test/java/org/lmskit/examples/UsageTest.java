package org.lmskit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says to those who do not know it. */
@ResourceLock(Resources.SYSTEM_OUT)
@ResourceLock(Resources.SYSTEM_ERR)
class UsageTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"academy", "lrs", "inspect", "play", "verify-proof"})
  void every_command_tells_its_options(String command) {
    assertThat(run(command, "--help")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("Usage: lms-examples " + command);
    assertThat(err.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"99999,k", "-1,k", "8080x,k", "0,a:b", "0,''"})
  void lrs_refuses_ports_and_keys_that_cannot_be_served_in_one_line(String port, String key) {
    assertThat(run("lrs", "--port=" + port, "--key=" + key, "--secret=s")).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8).strip())
        .hasLineCount(1)
        .doesNotContain("Exception");
  }

  @Test
  void wrong_words_are_wrong_usage() {
    assertThat(run("frobnicate")).isEqualTo(2);
    assertThat(run("inspect")).isEqualTo(2);

    assertThat(out.size()).isZero();
  }

  private int run(String... args) {
    PrintStream formerOut = System.out;
    PrintStream formerErr = System.err;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return Main.run(args);
    } finally {
      System.setOut(formerOut);
      System.setErr(formerErr);
    }
  }
}
