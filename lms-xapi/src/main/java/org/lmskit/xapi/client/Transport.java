package org.lmskit.xapi.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;

/** Sends requests to a store and turns refusals into exceptions. */
final class Transport {
  private final HttpClient http;
  private final URI endpoint;
  private final XapiVersion version;
  private final @Nullable String authorization;
  private final Duration timeout;
  private final int maxAnswer;

  Transport(XapiClient.Builder builder, HttpClient http) {
    this.http = http;
    endpoint = builder.endpoint;
    version = builder.version;
    authorization = builder.authorization;
    timeout = builder.timeout;
    maxAnswer = builder.maxAnswer;
  }

  /** An answer whose body was read and unpacked. */
  record Answer(int status, java.net.http.HttpHeaders headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** A request to a resource; parameters that are null are left out. */
  HttpRequest.Builder to(String resource, Map<String, @Nullable String> parameters) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    parameters.forEach((name, value) -> {
      if (value != null) query.add(name + '=' + URLEncoder.encode(value, StandardCharsets.UTF_8));
    });
    return prepared(URI.create(endpoint + resource + query));
  }

  /**
   * A request to the next page.
   *
   * @throws XapiException 502 if the IRL leads to another server, which must not see the credentials
   */
  HttpRequest.Builder more(String irl) {
    try {
      URI next = endpoint.resolve(irl);
      if (isSameOrigin(next)) return prepared(next);
    } catch (IllegalArgumentException e) {
      throw new XapiException(502, "the store's more is not an address: " + irl, e);
    }
    throw new XapiException(502, "the store's more leads elsewhere: " + irl);
  }

  private boolean isSameOrigin(URI other) {
    return endpoint.getScheme().equalsIgnoreCase(other.getScheme())
        && endpoint.getAuthority().equalsIgnoreCase(String.valueOf(other.getAuthority()));
  }

  private HttpRequest.Builder prepared(URI address) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address)
        .timeout(timeout)
        .header(XapiVersion.HEADER, version.text())
        .header("Accept-Encoding", "gzip");
    if (authorization != null) request.header("Authorization", authorization);
    return request;
  }

  static BodyPublisher bytes(byte[] bytes) {
    return HttpRequest.BodyPublishers.ofByteArray(bytes);
  }

  static BodyPublisher text(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  /** The answer, if it is no refusal; or if it is 404, which many callers expect. */
  Answer send(HttpRequest.Builder request) {
    Answer answer = exchange(request.build());
    if (answer.status < 300 || answer.status == 404) return answer;
    throw answer.status < 400 ? Refused.redirected(answer) : Refused.of(answer);
  }

  /** The answer, if it is no refusal. */
  Answer sendOrThrow(HttpRequest.Builder request) {
    Answer answer = send(request);
    if (answer.status == 404) throw Refused.of(answer);
    return answer;
  }

  private Answer exchange(HttpRequest request) {
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        return new Answer(response.statusCode(), response.headers(), read(response, body));
      }
    } catch (IOException e) {
      throw new XapiException(503, "the store at " + endpoint + " cannot be reached: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new XapiException(503, "the request was interrupted", e);
    }
  }

  private byte[] read(HttpResponse<InputStream> response, InputStream body) throws IOException {
    byte[] sent = limited(body.readNBytes(maxAnswer + 1));
    boolean packed =
        response.headers().firstValue("Content-Encoding").orElse("").equalsIgnoreCase("gzip");
    if (!packed || sent.length == 0) return sent;
    try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(sent))) {
      return limited(unpacked.readNBytes(maxAnswer + 1));
    }
  }

  private byte[] limited(byte[] bytes) {
    if (bytes.length <= maxAnswer) return bytes;
    throw new XapiException(
        502, "the answer is larger than " + maxAnswer + " bytes: ask for less at once");
  }
}
