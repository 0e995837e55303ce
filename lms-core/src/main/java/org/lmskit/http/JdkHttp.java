package org.lmskit.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs handlers on the JDK's own server, {@code com.sun.net.httpserver}. */
public final class JdkHttp {
  private static final Logger LOG = LoggerFactory.getLogger(JdkHttp.class);
  private static final long NO_BODY = -1;
  private static final long CHUNKED = 0;
  private static final int MOST_PASSED_OVER = 1 << 20;

  private JdkHttp() {}

  /** What to give to {@code server.createContext("/xapi", ...)}; the context's path is the base. */
  public static com.sun.net.httpserver.HttpHandler handler(HttpHandler handler) {
    return exchange -> send(exchange, answer(handler, exchange));
  }

  private static HttpResponse answer(HttpHandler handler, HttpExchange exchange) {
    try {
      return handler.handle(request(exchange));
    } catch (HttpException e) {
      return e.toResponse();
    } catch (IOException | RuntimeException e) {
      // left to itself this server closes the connection without an answer or a log line
      LOG.error("A request failed: {}", exchange.getRequestMethod(), e);
      return HttpResponse.text(500, "internal error");
    }
  }

  private static HttpRequest request(HttpExchange exchange) {
    String context = exchange.getHttpContext().getPath();
    String base = context.endsWith("/") ? context.substring(0, context.length() - 1) : context;
    return new HttpRequest(
        exchange.getRequestMethod().toUpperCase(Locale.ROOT),
        base,
        HttpRequest.pathBelow(base, exchange.getRequestURI().getRawPath()),
        HttpQuery.parse(exchange.getRequestURI().getRawQuery()),
        HttpHeaders.received(exchange.getRequestHeaders()),
        exchange.getRequestBody(),
        new HttpConnection(
            exchange instanceof HttpsExchange,
            exchange.getRemoteAddress().getAddress().getHostAddress()));
  }

  // not in try-with-resources: after a failure the server must cut the connection, not end the body
  private static void send(HttpExchange exchange, HttpResponse response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    response
        .headers()
        .fields()
        .forEach((name, values) -> values.forEach(v -> headers.add(name, v)));
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead && !response.isBodyless()) {
      response.body().length().ifPresent(n -> headers.set("Content-Length", String.valueOf(n)));
    }
    long length = length(response, isHead);
    if (length == NO_BODY) {
      passOver(exchange.getRequestBody()); // this server ends such an exchange with its headers
    }
    exchange.sendResponseHeaders(response.status(), length);
    if (!isHead && !response.isBodyless()) {
      OutputStream out = exchange.getResponseBody();
      response.body().writeTo(out);
      out.flush();
      passOver(exchange.getRequestBody());
    }
    exchange.close();
  }

  /** This server resets a connection with unread bytes, and the client may never see the answer. */
  private static void passOver(InputStream rest) {
    byte[] sink = new byte[8_192];
    int left = MOST_PASSED_OVER;
    try {
      for (int read = 0; read >= 0 && left > 0; left -= read) {
        read = rest.read(sink);
      }
    } catch (IOException e) {
      LOG.debug("Nothing more to pass over: the handler closed the body, or the client is gone", e);
    }
  }

  private static long length(HttpResponse response, boolean isHead) {
    if (isHead || response.isBodyless()) {
      return NO_BODY;
    }
    long length = response.body().length().orElse(CHUNKED);
    return length == 0 && response.body().length().isPresent() ? NO_BODY : length;
  }
}
