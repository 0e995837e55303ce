package org.lmskit.xapi.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.lmskit.http.HttpHeaders;
import org.lmskit.http.HttpQuery;
import org.lmskit.http.HttpRequest;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;

/**
 * The alternate request syntax of 1.0.x: a POST whose form holds the parameters, headers and content of
 * another request, for old browsers.
 *
 * @see "xAPI 1.0.3 Communication 1.3"
 */
final class AlternateRequest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");
  private static final Set<String> HEADERS = Set.of(
      "authorization",
      "x-experience-api-version",
      "content-type",
      "content-length",
      "if-match",
      "if-none-match",
      "accept",
      "accept-language");

  private AlternateRequest() {}

  static boolean isOne(HttpRequest request) {
    if (!request.method().equals("POST") || request.query().first("method").isEmpty()) return false;
    String version = request.header(XapiVersion.HEADER).orElse("");
    return XapiVersion.named(version) != XapiVersion.V2_0_0;
  }

  /** The request that is meant. */
  static HttpRequest taken(HttpRequest request, int limit) throws IOException {
    String method = request.query().first("method").orElse("");
    if (request.query().parameters().size() > 1) {
      throw XapiException.badRequest(
          "with the parameter method, all other parameters belong in the form");
    }
    if (!METHODS.contains(method)) throw XapiException.badRequest("there is no method " + method);
    if (!request.contentType().orElse("").equals(FORM)) {
      throw XapiException.badRequest("with the parameter method, the body is " + FORM);
    }
    HttpQuery form = HttpQuery.parse(Gzip.unpacked(request).readText(limit));
    return meant(request, method, form);
  }

  private static HttpRequest meant(HttpRequest request, String method, HttpQuery form) {
    List<HttpQuery.Parameter> parameters = new ArrayList<>();
    TreeMap<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(request.headers().fields());
    headers.remove("Content-Length");
    headers.remove("Content-Encoding");
    headers.put("Content-Type", List.of("application/json"));
    byte[] content = new byte[0];
    for (HttpQuery.Parameter parameter : form.parameters()) {
      if (parameter.name().equals("content")) {
        content = parameter.value().getBytes(StandardCharsets.UTF_8);
      } else if (HEADERS.contains(parameter.name().toLowerCase(java.util.Locale.ROOT))) {
        headers.put(parameter.name(), List.of(parameter.value()));
      } else {
        parameters.add(parameter);
      }
    }
    headers.put("Content-Length", List.of(Integer.toString(content.length)));
    return new HttpRequest(
        method,
        request.base(),
        request.path(),
        new HttpQuery(parameters),
        checked(headers),
        new ByteArrayInputStream(content),
        request.connection());
  }

  private static HttpHeaders checked(TreeMap<String, List<String>> headers) {
    try {
      return new HttpHeaders(headers);
    } catch (IllegalArgumentException e) {
      throw new XapiException(400, "a header in the form is broken: " + e.getMessage(), e);
    }
  }
}
