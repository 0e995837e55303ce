package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.ForwardingStore;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.ConflictException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.lrs.Lrs;

/** What a host has in hand: whose data a credential opens, and a store that does not answer. */
class LrsHttpHostTest {
  private static final String ID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
  private static final String AGENT = "%7B%22mbox%22%3A%22mailto%3Aann%40example.org%22%7D";
  private static final String STATE =
      "/activities/state?activityId=http://e.x/c&stateId=s&agent=" + AGENT;
  private static final List<String> ALL = List.of(
      "/statements",
      "/statements?statementId=" + ID,
      "/statements?agent=" + AGENT + "&related_agents=true",
      "/agents?agent=" + AGENT,
      "/activities?activityId=http://e.x/c",
      "/activities/state?activityId=http://e.x/c&agent=" + AGENT,
      STATE);

  private static LrsHttp lrs(Store store) {
    Lrs lrs = Lrs.on(store, new InMemoryContentStore());
    return LrsHttp.builder(
            caller -> lrs.tenant(caller.tenant()).as(caller.access()),
            BasicAuthenticator.of(credential("acme"), credential("zoo")))
        .build();
  }

  /** The key of a credential is the name of its tenant. */
  private static Credential credential(String name) {
    Access access = Access.all(Agent.account("https://lrs.example/", name));
    return new Credential(
        name,
        SecretHash.of("secret", new SecureRandom(), 10),
        new Caller(new TenantId(name), access));
  }

  private static HttpRequest as(String tenant, HttpRequest request) {
    byte[] pair = (tenant + ":secret").getBytes(StandardCharsets.UTF_8);
    return request
        .withHeader("X-Experience-API-Version", "2.0.0")
        .withHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  private static HttpRequest post(String target, String json) {
    return HttpRequest.of("POST", target)
        .withBody("application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest statement(String verb, String name) {
    return post("/statements", """
        {"id":"%s","actor":{"mbox":"mailto:ann@example.org","name":"%s"},"verb":{"id":"http://e.x/%s"},\
        "object":{"id":"http://e.x/c","definition":{"name":{"en":"%s"}}}}""".formatted(ID, name, verb, name));
  }

  @Test
  void a_credential_opens_the_data_of_its_tenant_alone() throws IOException {
    LrsHttp http = lrs(new InMemoryStore());
    assertThat(http.handle(as("acme", statement("did", "Acme"))).status()).isEqualTo(200);
    assertThat(http.handle(as("acme", post(STATE, "{\"of\":\"Acme\"}"))).status())
        .isEqualTo(204);

    for (String target : ALL) {
      assertThat(text(http.handle(as("zoo", HttpRequest.of("GET", target)))))
          .as(target)
          .doesNotContain("Acme", "\"s\"");
    }
    HttpResponse same = http.handle(as("zoo", statement("saw", "Zoo")));

    assertThat(same.status()).as("an id is one tenant's").isEqualTo(200);
    assertThat(text(http.handle(as("zoo", HttpRequest.of("GET", ALL.get(1))))))
        .contains("http://e.x/saw", "\"name\":\"zoo\"")
        .doesNotContain("http://e.x/did", "acme");
    assertThat(text(http.handle(as("acme", HttpRequest.of("GET", ALL.get(1))))))
        .contains("http://e.x/did", "\"name\":\"acme\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "down"})
  void a_store_that_does_not_answer_is_a_503_that_says_when_to_come_again(String how)
      throws IOException {
    LrsHttp http = lrs(new Broken(how.equals("busy")));

    HttpResponse statement = http.handle(as("acme", statement("did", "Ann")));
    HttpResponse state = http.handle(as("acme", post(STATE, "{}")));

    assertThat(List.of(statement, state)).allSatisfy(answer -> {
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.headers().first("Retry-After")).contains(how.equals("busy") ? "1" : "5");
      assertThat(text(answer)).doesNotContain("secret of the database");
    });
  }

  /** A store in which nothing can be written: others write all the time, or the database is gone. */
  private static final class Broken extends ForwardingStore {
    private final boolean busy;

    Broken(boolean busy) {
      super(new InMemoryStore());
      this.busy = busy;
    }

    @Override
    public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
      throw busy
          ? new ConflictException("secret of the database")
          : new StoreFailureException("secret of the database", null);
    }
  }
}
