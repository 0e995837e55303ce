package org.lmskit.examples.academy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.lmskit.examples.Main;

/** The command {@code academy} as a process of its own, to be killed. */
final class AcademyProcess implements AutoCloseable {
  private static final String READY = "Academy ready at ";

  private final Process process;
  private final String url;

  private AcademyProcess(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it and waits until it says that it is ready; port 0 is any free one. */
  static AcademyProcess start(Path data, int port) throws IOException {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "academy",
            "--port",
            String.valueOf(port),
            "--data",
            data.toString())
        .redirectErrorStream(true)
        .start();
    return new AcademyProcess(process, awaitReady(process));
  }

  private static String awaitReady(Process process) throws IOException {
    StringBuilder said = new StringBuilder();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith(READY)) {
        return line.substring(READY.length());
      }
      said.append(line).append('\n');
    }
    throw new IOException("academy ended before it was ready: " + said);
  }

  /** Where its pages are, such as {@code http://127.0.0.1:8080/}. */
  String url() {
    return url;
  }

  int port() {
    return Integer.parseInt(url.replaceAll(".*:(\\d+)/", "$1"));
  }

  /** SIGKILL: no shutdown hook runs, nothing is flushed. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Ends it in order. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
