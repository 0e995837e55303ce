package org.lmskit.examples.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lines of the protocol as bytes: in one process, and of the command as others start it. */
class PlayCommandTest {
  @TempDir
  private Path folder;

  @Test
  void every_line_has_one_answer_however_it_ends_and_however_long_it_is() throws IOException {
    byte[] huge = new byte[PlaySession.LONGEST_LINE + 1];
    Arrays.fill(huge, (byte) ' ');
    var lines = new ByteArrayOutputStream();
    lines.writeBytes("{\"state\":true}\r\n\n".getBytes(StandardCharsets.UTF_8));
    lines.writeBytes(huge);
    lines.writeBytes("\n{\"state\":true}".getBytes(StandardCharsets.UTF_8));
    var out = new StringWriter();

    new PlaySession(Clock.systemUTC())
        .run(new ByteArrayInputStream(lines.toByteArray()), new PrintWriter(out));

    assertThat(out.toString().lines())
        .hasSize(4)
        .allMatch(line -> line.startsWith("{\"failure\":\""))
        .element(2)
        .asString()
        .contains("a line longer than 16777216 bytes");
  }

  @Test
  void command_speaks_utf8_whatever_the_locale_is_and_ends_with_its_input() throws Exception {
    TestPackage.write(
        Path.of(URI.create(folder.toUri() + "k%C3%BCrs.zip")),
        TestPackage.scorm2004("ORG-é", TestPackage.item("Ä", "") + TestPackage.item("B", "")));
    String requests =
        "{\"open\":\"" + folder + "/kürs.zip\",\"learner\":\"ü\"}\n{\"nav\":\"start\"}\n"
            + "{\"call\":\"Initialize\",\"args\":[\"\"]}\n"
            + "{\"call\":\"GetValue\",\"args\":[\"cmi.learner_id\"]}\n";
    Process process = java("play");

    process.getOutputStream().write(requests.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
    assertThat(process.getErrorStream().readAllBytes()).isEmpty();
    assertThat(out.lines().toList())
        .hasSize(4)
        .startsWith("{\"opened\":\"ORG-é\"}")
        .endsWith("{\"result\":\"ü\",\"error\":\"0\"}");
    assertThat(out).contains("\"delivered\":\"Ä\"");
  }

  @Test
  void wrong_usage_is_told_in_one_line() throws Exception {
    Process process = java("play", "--loud");
    process.getOutputStream().close();

    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(err.lines()).hasSize(1);
  }

  private static Process java(String... args) throws IOException {
    var command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        "org.lmskit.examples.Main"));
    command.addAll(List.of(args));
    var builder = new ProcessBuilder(command);
    builder.environment().put("LC_ALL", "C");
    return builder.start();
  }
}
