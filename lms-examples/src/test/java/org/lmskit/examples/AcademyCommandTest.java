package org.lmskit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.examples.cli.AcademyCommand;
import picocli.CommandLine;

class AcademyCommandTest {
  private final StringWriter said = new StringWriter();

  @TempDir
  Path data;

  @Test
  void a_port_that_is_none_is_refused_as_wrong_usage() {
    assertThat(run("99999")).isEqualTo(2);

    assertThat(said.toString()).contains("a port is 0 to 65535, not 99999");
  }

  @Test
  void a_port_that_is_taken_is_a_failure_and_not_a_wait() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      assertThat(run(String.valueOf(taken.getLocalPort()))).isEqualTo(1);
    }

    assertThat(said.toString()).startsWith("Port already in use.").doesNotContain("\tat ");
  }

  private int run(String port) {
    CommandLine command = new CommandLine(new AcademyCommand());
    command.setErr(new PrintWriter(said, true));
    command.setExecutionExceptionHandler((failure, line, parsed) -> {
      line.getErr().println(failure.getMessage());
      return 1;
    });
    return command.execute("--port", port, "--data", data.toString());
  }
}
