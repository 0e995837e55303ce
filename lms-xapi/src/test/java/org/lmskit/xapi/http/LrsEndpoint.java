package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Scope;
import org.lmskit.xapi.lrs.Lrs;

/** An empty store behind {@link LrsHttp}, with one credential for each scope. */
final class LrsEndpoint {
  private static final SecretHash SECRET = SecretHash.of("secret", new SecureRandom(), 10);

  final Lrs lrs = Lrs.on(new InMemoryStore(), new InMemoryContentStore());
  final HttpHandler http;

  LrsEndpoint() {
    this(HttpLimits.DEFAULT, handler -> handler);
  }

  /** @param way how requests reach the handler */
  LrsEndpoint(HttpLimits limits, UnaryOperator<HttpHandler> way) {
    Authenticator authenticator = BasicAuthenticator.of(java.util.Arrays.stream(Scope.values())
        .map(LrsEndpoint::credential)
        .toArray(Credential[]::new));
    http = way.apply(
        LrsHttp.builder(caller -> lrs.tenant(caller.tenant()).as(caller.access()), authenticator)
            .limits(limits)
            .build());
  }

  private static Credential credential(Scope scope) {
    Access access = new Access(Agent.account("https://lrs.example/", scope.id()), Set.of(scope));
    return new Credential(scope.id(), SECRET, new Caller(TenantId.DEFAULT, access));
  }

  static HttpRequest request(String method, String target) {
    return as(Scope.ALL, HttpRequest.of(method, target))
        .withHeader("X-Experience-API-Version", "1.0.3");
  }

  static HttpRequest json(String method, String target, String body) {
    return request(method, target)
        .withBody("application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  static HttpRequest as(Scope scope, HttpRequest request) {
    String pair = scope.id() + ":secret";
    return request.withHeader(
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
  }

  HttpResponse send(HttpRequest request) {
    try {
      return http.handle(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpResponse get(String target) {
    return send(request("GET", target));
  }

  /** What is at an address, which must be there. */
  String read(String target) {
    HttpResponse answer = get(target);
    assertThat(answer.status()).isEqualTo(200);
    return text(answer);
  }

  /** Stores a statement, which must be taken. */
  void store(String statement) {
    assertThat(send(json("POST", "/statements", statement)).status()).isEqualTo(200);
  }

  static String text(HttpResponse response) {
    try {
      return new String(response.body().bytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
