package org.lmskit.examples.quickstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.http.JdkHttp;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.AdlVocabulary;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.client.XapiClient;
import org.lmskit.xapi.http.BasicAuthenticator;
import org.lmskit.xapi.http.Caller;
import org.lmskit.xapi.http.Credential;
import org.lmskit.xapi.http.LrsHttp;
import org.lmskit.xapi.http.SecretHash;
import org.lmskit.xapi.lrs.Lrs;

/** One record store, reached in the process and over HTTP through the same interface. */
public final class RecordStatements {
  private static final Agent ANN = Agent.mbox("ann@example.org").named("Ann");
  private static final Activity COURSE = Activity.of("https://acme.example/courses/fire-safety");

  private RecordStatements() {}

  /**
   * Tells the story on the console.
   *
   * @throws IOException if no port on this machine is free
   */
  public static void main(String[] args) throws IOException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException {
    Lrs lrs = Lrs.on(new InMemoryStore(), new InMemoryContentStore(Clock.systemUTC()));
    lrs.store(new Statement(ANN, AdlVocabulary.LAUNCHED, COURSE));

    HttpServer server = serve(lrs);
    try {
      URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/xapi");
      LearningRecordStore remote =
          XapiClient.to(endpoint).basic("key", "secret").build();
      remote.store(new Statement(ANN, AdlVocabulary.COMPLETED, COURSE));
      tell("over HTTP", remote, out);
    } finally {
      server.stop(0);
    }
    tell("in the process", lrs, out);
  }

  static HttpServer serve(Lrs lrs) throws IOException {
    Caller tool =
        new Caller(TenantId.DEFAULT, Access.all(Agent.account("https://acme.example/", "key")));
    Credential credential =
        new Credential("key", SecretHash.of("secret", new SecureRandom()), tool);
    LrsHttp handler = LrsHttp.builder(
            caller -> lrs.tenant(caller.tenant()).as(caller.access()),
            BasicAuthenticator.of(credential))
        .build();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/xapi", JdkHttp.handler(handler));
    server.start();
    return server;
  }

  private static void tell(String where, LearningRecordStore store, PrintStream out) {
    StatementQuery query = StatementQuery.builder().agent(ANN).ascending(true).build();
    store
        .query(query)
        .statements()
        .forEach(recorded -> out.println(
            where + ": " + recorded.statement().verb().id().value().replaceFirst(".*/", "")));
  }
}
