package org.lmskit.examples.cli;

import io.javalin.Javalin;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.lmskit.Lms;
import org.lmskit.examples.web.WebServer;
import org.lmskit.model.TenantId;
import org.lmskit.store.Store;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.http.BasicAuthenticator;
import org.lmskit.xapi.http.Caller;
import org.lmskit.xapi.http.Credential;
import org.lmskit.xapi.http.LrsHttp;
import org.lmskit.xapi.http.SecretHash;
import org.lmskit.xapi.lrs.Lrs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Serves the Learning Record Store alone. */
@Command(name = "lrs", description = "Serves an xAPI Learning Record Store at /xapi.")
public final class LrsCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Mixin
  private DataOptions data;

  @Option(
      names = "--port",
      required = true,
      paramLabel = "P",
      converter = PortNumber.class,
      description = "Port on 127.0.0.1; 0 for any free one.")
  private int port;

  @Option(names = "--key", required = true, paramLabel = "K", description = "Basic user name.")
  private String key;

  @Option(names = "--secret", required = true, paramLabel = "S", description = "Basic password.")
  private String secret;

  @Override
  public Integer call() {
    // RFC 7617 2: a user-id with a colon cannot be sent
    if (key.isBlank() || key.contains(":")) {
      throw new ParameterException(spec.commandLine(), "--key is a name without a colon");
    }
    try (Store store = data.openStore(Lms.KINDS, Lrs.KINDS)) {
      serve(Lrs.on(store, data.openContent()));
    }
    return 0;
  }

  private void serve(Lrs lrs) {
    LrsHttp handler = LrsHttp.builder(
            caller -> lrs.tenant(caller.tenant()).as(caller.access()), keys())
        .build();
    Javalin server = WebServer.create(config -> WebServer.mount(config, "/xapi", handler));
    server.start("127.0.0.1", port);
    spec.commandLine().getOut().println("LRS ready at http://127.0.0.1:" + server.port() + "/xapi");
    WebServer.awaitShutdown(server);
  }

  private BasicAuthenticator keys() {
    Agent authority = Agent.account("http://127.0.0.1/", key);
    Caller caller = new Caller(TenantId.DEFAULT, Access.all(authority));
    return BasicAuthenticator.of(
        new Credential(key, SecretHash.of(secret, new SecureRandom()), caller));
  }
}
