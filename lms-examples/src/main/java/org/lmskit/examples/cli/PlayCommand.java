package org.lmskit.examples.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.lmskit.examples.play.PlaySession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Plays SCORM packages without a browser. */
@Command(
    name = "play",
    description = "Plays SCORM packages without a browser: JSON lines on stdin and stdout.",
    footerHeading = "%nLines to begin with:%n",
    footer = {
      "{\"open\":\"course.zip\",\"learner\":\"ada\"}",
      "{\"nav\":\"start\"}",
      "{\"call\":\"Initialize\",\"args\":[\"\"]}",
      "{\"state\":true}"
    })
public final class PlayCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    new PlaySession(Clock.systemUTC()).run(System.in, spec.commandLine().getOut());
    return 0;
  }
}
