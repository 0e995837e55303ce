package org.lmskit.examples;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.lmskit.examples.cli.AcademyCommand;
import org.lmskit.examples.cli.InspectCommand;
import org.lmskit.examples.cli.LrsCommand;
import org.lmskit.examples.cli.PlayCommand;
import org.lmskit.examples.cli.VerifyProofCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: {@code academy} without arguments. All text is UTF-8; errors are one line. */
@Command(
    name = "lms-examples",
    description = "Runs LMSKit: a reference host, an LRS, and tools for SCORM packages.",
    subcommands = {
      AcademyCommand.class,
      InspectCommand.class,
      LrsCommand.class,
      PlayCommand.class,
      VerifyProofCommand.class
    })
public final class Main {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Shows this help, or that of a command.")
  private boolean help;

  private Main() {}

  /** Runs one command and exits with its status: 0 if all went well, 1 if not, 2 for wrong usage. */
  public static void main(String[] args) {
    int status = run(args.length == 0 ? new String[] {"academy"} : args);
    if (status != 0) {
      System.exit(status);
    }
  }

  static int run(String... args) {
    CommandLine commands = new CommandLine(new Main());
    commands.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    commands.setExpandAtFiles(false); // names of files may begin so
    commands.setExecutionExceptionHandler((failure, command, parsed) -> fail(command, failure));
    commands.setParameterExceptionHandler(
        (failure, arguments) -> misused(failure.getCommandLine(), failure));
    return commands.execute(args);
  }

  private static int misused(CommandLine command, Exception failure) {
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(oneLine(failure) + " (see " + name + " --help)");
    return 2;
  }

  private static int fail(CommandLine command, Exception failure) {
    command.getErr().println(oneLine(failure));
    return 1;
  }

  private static String oneLine(Exception failure) {
    String message = failure.getMessage();
    return (message == null ? failure.getClass().getSimpleName() : message)
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
