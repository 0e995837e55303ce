package org.lmskit.xapi.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.lmskit.http.HttpBody;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpHeaders;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;

/**
 * Hands requests on to a server, over real HTTP. A body without {@code Content-Length} is sent in chunks.
 *
 * @param address of the base
 */
record OverHttp(URI address) implements HttpHandler {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Override
  public HttpResponse handle(HttpRequest request) throws IOException {
    java.net.http.HttpRequest.Builder sent = java.net.http.HttpRequest.newBuilder(uri(request))
        .timeout(Duration.ofSeconds(20))
        .method(request.method(), body(request));
    request.headers().fields().forEach((name, values) -> {
      if (!name.equalsIgnoreCase("Content-Length")) values.forEach(v -> sent.header(name, v));
    });
    try {
      var answer = CLIENT.send(sent.build(), BodyHandlers.ofByteArray());
      return new HttpResponse(
          answer.statusCode(), new HttpHeaders(answer.headers().map()), HttpBody.of(answer.body()));
    } catch (InterruptedException e) {
      throw (IOException) new InterruptedIOException("interrupted").initCause(e);
    }
  }

  private URI uri(HttpRequest request) {
    try {
      String path = new URI(null, null, address.getPath() + request.path(), null).getRawPath();
      String query = request.query().toString();
      return address.resolve(query.isEmpty() ? path : path + "?" + query);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(request.path(), e);
    }
  }

  private static BodyPublisher body(HttpRequest request) throws IOException {
    byte[] bytes = request.body().readAllBytes();
    if (bytes.length == 0) return BodyPublishers.noBody();
    BodyPublisher whole = BodyPublishers.ofByteArray(bytes);
    return request.contentLength().isPresent() ? whole : BodyPublishers.fromPublisher(whole);
  }
}
