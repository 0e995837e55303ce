package org.lmskit.xapi.http;

import java.util.Set;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;

/** Lets pages of other origins call the store (Fetch standard, CORS protocol). */
final class Cors {
  private static final String ANY = "*";
  private static final String EXPOSED =
      "ETag, Last-Modified, X-Experience-API-Version, X-Experience-API-Consistent-Through, Retry-After";
  private static final String ACCEPTED =
      "Authorization, Content-Type, Content-Encoding, If-Match, If-None-Match, Accept-Language,"
          + " X-Experience-API-Version";

  private final Set<String> origins;

  Cors(Set<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  HttpResponse preflight(HttpRequest request) {
    return allow(request, HttpResponse.of(204))
        .withHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, DELETE, OPTIONS")
        .withHeader("Access-Control-Allow-Headers", ACCEPTED)
        .withHeader("Access-Control-Max-Age", "86400");
  }

  HttpResponse allow(HttpRequest request, HttpResponse response) {
    String origin = request.header("Origin").orElse("");
    boolean any = origins.contains(ANY);
    if (!any && !origins.contains(origin)) return response;
    return response
        .withHeader("Access-Control-Allow-Origin", any ? ANY : origin)
        .withHeader("Access-Control-Expose-Headers", EXPOSED);
  }
}
