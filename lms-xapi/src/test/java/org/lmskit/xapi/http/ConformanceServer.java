package org.lmskit.xapi.http;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.concurrent.Executors;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.http.JdkHttp;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.lrs.Lrs;

/** An empty store on the JDK's server, for ADL's conformance suite: {@code PORT KEY SECRET}. */
public final class ConformanceServer {
  private ConformanceServer() {}

  /** Serves until it is stopped. */
  public static void main(String[] args) throws Exception {
    Lrs lrs = Lrs.on(new InMemoryStore(), new InMemoryContentStore());
    Access access = Access.all(Agent.account("https://lmskit.example/", args[1]));
    SecretHash hash = SecretHash.of(args[2], new SecureRandom(), 1_000);
    Credential credential = new Credential(args[1], hash, new Caller(TenantId.DEFAULT, access));
    LrsHttp http = LrsHttp.builder(
            caller -> lrs.tenant(caller.tenant()).as(caller.access()),
            BasicAuthenticator.of(credential))
        .build();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
    HttpServer server = HttpServer.create(address, 0);
    server.setExecutor(Executors.newFixedThreadPool(8));
    server.createContext("/xapi", JdkHttp.handler(http));
    server.start();
    System.out.println("LRS ready at http://127.0.0.1:" + server.getAddress().getPort() + "/xapi");
  }
}
