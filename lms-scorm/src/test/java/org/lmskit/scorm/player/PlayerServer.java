package org.lmskit.scorm.player;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Serves the player's resources under {@code /player/} and whatever a test adds, on loopback. */
public final class PlayerServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Starts on a free port. */
  public PlayerServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/player/", PlayerServer::resource);
    server.start();
  }

  /** Answers requests below a path. */
  public void on(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  /** Serves a page. */
  public void page(String path, String html) {
    on(path, exchange -> reply(exchange, 200, "text/html; charset=utf-8", html));
  }

  /** The address of a path on this machine. */
  public String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** The same server as another origin. */
  public String otherOrigin(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  private static void resource(HttpExchange exchange) throws IOException {
    var name = exchange.getRequestURI().getPath().substring("/player/".length());
    try (InputStream in =
        PlayerServer.class.getResourceAsStream("/org/lmskit/scorm/player/" + name)) {
      if (in == null) {
        reply(exchange, 404, "text/plain", "no " + name);
        return;
      }
      var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      reply(exchange, 200, type(name), text);
    }
  }

  private static String type(String name) {
    return name.endsWith(".js")
        ? "text/javascript; charset=utf-8"
        : name.endsWith(".css")
            ? "text/css; charset=utf-8"
            : name.endsWith(".json") ? "application/json" : "text/html; charset=utf-8";
  }

  /** Answers a request. */
  public static void reply(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    boolean hasBody = bytes.length > 0 && !exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, hasBody ? bytes.length : -1);
    if (hasBody) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
