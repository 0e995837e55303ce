package org.lmskit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @ParameterizedTest
  @CsvSource({
    "frobnicate,'','(see lms-examples --help)'",
    "inspect,'','(see lms-examples inspect --help)'",
    "play,course.zip,'(see lms-examples play --help)'",
    "play,--loud,'(see lms-examples play --help)'"
  })
  void wrong_words_are_wrong_usage_and_the_help_that_tells_more_is_named(
      String command, String argument, String hint) {
    String[] words = argument.isEmpty() ? new String[] {command} : new String[] {command, argument};

    assertThat(run(words)).isEqualTo(2);

    assertThat(out.size()).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).strip()).hasLineCount(1).endsWith(hint);
  }

  @Test
  void play_shows_its_first_lines() {
    run("play", "--help");

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .contains("{\"open\":\"course.zip\",\"learner\":\"ada\"}", "{\"nav\":\"start\"}");
  }

  @Test
  void an_argument_that_begins_with_an_at_sign_is_a_file_and_no_list_of_arguments(
      @TempDir Path folder) throws IOException {
    Path list = Files.writeString(folder.resolve("list"), "--help");

    assertThat(run("inspect", "@" + list)).isEqualTo(1);

    assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"file\":\"@" + list + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"play", "inspect"})
  void answers_that_nobody_takes_end_the_command(String command) {
    PrintStream closed = new PrintStream(OutputStream.nullOutputStream(), false) {
      @Override
      public boolean checkError() {
        return true;
      }
    };
    InputStream formerIn = System.in;
    System.setIn(new ByteArrayInputStream("\n\n".getBytes(StandardCharsets.UTF_8)));
    try {
      int status = command.equals("play")
          ? run(closed, command)
          : run(closed, command, "gone.zip", "gone too.zip");

      assertThat(status).isEqualTo(1);
    } finally {
      System.setIn(formerIn);
    }
    assertThat(err.toString(StandardCharsets.UTF_8).lines().toList())
        .endsWith("the answer cannot be written");
  }

  private int run(String... args) {
    return run(new PrintStream(out, true, StandardCharsets.UTF_8), args);
  }

  private int run(PrintStream stdout, String... args) {
    PrintStream formerOut = System.out;
    PrintStream formerErr = System.err;
    System.setOut(stdout);
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      return Main.run(args);
    } finally {
      System.setOut(formerOut);
      System.setErr(formerErr);
    }
  }
}
