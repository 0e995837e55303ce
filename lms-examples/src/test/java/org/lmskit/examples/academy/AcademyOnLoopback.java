package org.lmskit.examples.academy;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Clock;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.scorm.http.LaunchLinks;
import org.lmskit.store.InMemoryStore;

/** Academy in memory on a free port, and a visitor who keeps cookies and follows redirects. */
final class AcademyOnLoopback implements AutoCloseable {
  private final Javalin server;
  private final HttpClient visitor = HttpClient.newBuilder()
      .cookieHandler(new CookieManager())
      .followRedirects(Redirect.NORMAL)
      .build();

  AcademyOnLoopback() {
    Academy academy = Academy.on(new InMemoryStore(), new InMemoryContentStore(Clock.systemUTC()));
    LaunchLinks links = LaunchLinks.withRandomKey(new SecureRandom());
    server = AcademyServer.of(academy, links).start("127.0.0.1", 0);
  }

  int port() {
    return server.port();
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return send(request, BodyHandlers.ofString());
  }

  <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    return visitor.send(request, body);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  /** Sends a form: {@code name=value&...}. */
  HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
    return send(request(path)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form))
        .build());
  }

  @Override
  public void close() {
    server.stop();
  }
}
