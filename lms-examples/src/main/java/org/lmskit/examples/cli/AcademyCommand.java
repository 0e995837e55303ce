package org.lmskit.examples.cli;

import io.javalin.Javalin;
import java.util.concurrent.Callable;
import org.lmskit.examples.academy.Academy;
import org.lmskit.examples.academy.AcademyServer;
import org.lmskit.examples.academy.Upkeep;
import org.lmskit.examples.web.WebServer;
import org.lmskit.scorm.http.LaunchLinks;
import org.lmskit.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the reference host. */
@Command(name = "academy", description = "Serves Academy, the reference host, on 127.0.0.1.")
public final class AcademyCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Mixin
  private DataOptions data;

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "P",
      converter = PortNumber.class,
      description = "Port on 127.0.0.1 (default: ${DEFAULT-VALUE}); 0 for any free one.")
  private int port;

  @Override
  public Integer call() {
    try (Store store = data.openStore(Academy.kinds())) {
      Academy academy = Academy.on(store, data.openContent());
      try (Upkeep upkeep = Upkeep.of(academy.lms())) {
        serve(academy);
      }
    }
    return 0;
  }

  private void serve(Academy academy) {
    Javalin server = AcademyServer.of(academy, LaunchLinks.withKey(data.linkKey()));
    server.start("127.0.0.1", port);
    spec.commandLine().getOut().println("Academy ready at http://127.0.0.1:" + server.port() + "/");
    WebServer.awaitShutdown(server);
  }
}
