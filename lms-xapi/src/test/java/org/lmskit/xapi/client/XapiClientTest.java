package org.lmskit.xapi.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.HttpServers;
import org.lmskit.http.HttpHandler;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Person;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.RecordedStatement;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.Verb;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.http.BasicAuthenticator;
import org.lmskit.xapi.http.Caller;
import org.lmskit.xapi.http.Credential;
import org.lmskit.xapi.http.LrsHttp;
import org.lmskit.xapi.http.SecretHash;
import org.lmskit.xapi.lrs.Lrs;

class XapiClientTest {
  private static final Agent ANN = Agent.mbox("ann@example.org").named("Ann \"A\" \u00e4");
  private static final Verb DID = Verb.of("http://e.x/did", "did");
  private static final Activity COURSE =
      Activity.of("http://e.x/c?a=b&c=\u00e4", "Course", "http://e.x/type");
  private static final UUID ID = UUID.fromString("6690e6c9-3ef0-4ed3-8b37-7f3964730bee");

  private HttpServers.Running server;

  @BeforeEach
  void start() throws Exception {
    Lrs lrs = Lrs.on(store(), new InMemoryContentStore())
        .tenant(new TenantId("tenant-" + UUID.randomUUID()));
    Credential credential = new Credential(
        "key",
        SecretHash.of("secret", new SecureRandom(), 10),
        new Caller(TenantId.DEFAULT, Access.all(Agent.mbox("lrs@e.x"))));
    serve(LrsHttp.builder(caller -> lrs.as(caller.access()), BasicAuthenticator.of(credential))
        .build());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  /** What the server runs on. */
  HttpServers adapter() {
    return HttpServers.JDK;
  }

  /** What the server keeps its records in; each test has a tenant of its own. */
  Store store() {
    return new InMemoryStore();
  }

  private void serve(HttpHandler handler) throws Exception {
    server = adapter().start("/xapi", handler);
  }

  private void serveInstead(HttpHandler handler) throws Exception {
    server.close();
    serve(handler);
  }

  private XapiClient client(XapiVersion version) {
    URI endpoint = URI.create(server.address() + "/");
    return XapiClient.to(endpoint)
        .basic("key", "secret")
        .version(version)
        .timeout(Duration.ofSeconds(20))
        .build();
  }

  private XapiClient client() {
    return client(XapiVersion.V1_0_3);
  }

  @ParameterizedTest
  @EnumSource(XapiVersion.class)
  void what_is_stored_is_found_again(XapiVersion version) {
    Statement sent = Statement.builder(ANN, DID, COURSE)
        .id(ID)
        .timestamp(Instant.parse("2026-05-01T10:00:00.123Z"))
        .build();

    assertThat(client(version).store(sent)).isEqualTo(ID);

    Statement found = client(version).find(ID).orElseThrow().statement();
    assertThat(found.withVersion("x"))
        .usingRecursiveComparison()
        .ignoringFields("stored", "authority", "version")
        .isEqualTo(sent);
    assertThat(found.stored()).isNotNull();
    assertThat(client(version).find(UUID.fromString("00000000-0000-4000-8000-000000000000")))
        .isEmpty();
  }

  @Test
  void voided_statements_are_found_only_as_such() {
    XapiClient lrs = client();
    lrs.store(Statement.builder(ANN, DID, COURSE).id(ID).build());
    lrs.store(Statement.voiding(ANN, ID));

    assertThat(lrs.find(ID)).isEmpty();
    assertThat(lrs.findVoided(ID, Presentation.EXACT)).isPresent();
  }

  @Test
  void pages_follow_each_other_with_every_filter() {
    XapiClient lrs = client();
    Context context = Context.builder().registration(ID).build();
    lrs.store(java.util.Collections.nCopies(
        5, Statement.builder(ANN, DID, COURSE).context(context).build()));
    StatementQuery query = StatementQuery.builder()
        .agent(ANN)
        .verb(DID.id())
        .activity(COURSE.id())
        .registration(ID)
        .relatedAgents(true)
        .relatedActivities(true)
        .since(Instant.EPOCH)
        .until(Instant.parse("2999-01-01T00:00:00Z"))
        .ascending(true)
        .limit(2)
        .build();

    StatementPage first = lrs.query(query);
    StatementPage second = lrs.query(first.next());
    StatementPage third = lrs.query(second.next());

    assertThat(List.of(first, second, third))
        .extracting(page -> page.statements().size())
        .containsExactly(2, 2, 1);
    assertThat(third.next()).isNull();
    assertThat(List.of(first, second, third))
        .flatExtracting(StatementPage::statements)
        .extracting(RecordedStatement::json)
        .doesNotHaveDuplicates();
  }

  @Test
  void attachments_travel_both_ways() throws IOException {
    byte[] bytes = "first\r\n--second".getBytes(StandardCharsets.UTF_8);
    Attachment attachment = new Attachment(
        Iri.of("http://e.x/u"),
        LanguageMap.of("en", "d"),
        LanguageMap.NONE,
        "text/plain",
        bytes.length,
        Sha256.of(bytes).hex(),
        null);
    Statement statement =
        Statement.builder(ANN, DID, COURSE).id(ID).attachment(attachment).build();

    client()
        .store(new StatementBatch(
            List.of(Incoming.of(statement)),
            List.of(AttachmentPart.of(attachment, bytes)).iterator()));

    FoundStatement found =
        client().find(ID, Presentation.EXACT.withAttachments()).orElseThrow();
    assertThat(found.attachments())
        .singleElement()
        .satisfies(one -> assertThat(one.open().readAllBytes()).isEqualTo(bytes));
    assertThat(found.statement().statement().attachments()).containsExactly(attachment);
    assertThat(client()
            .query(StatementQuery.builder()
                .presentation(Presentation.EXACT.withAttachments())
                .build())
            .attachments())
        .hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(XapiVersion.class)
  void documents_are_written_with_concurrency_control(XapiVersion version) {
    XapiClient lrs = client(version);
    for (DocumentSet set : List.of(
        new DocumentSet.State(COURSE.id(), ANN, ID),
        new DocumentSet.ActivityProfile(COURSE.id()),
        new DocumentSet.AgentProfile(ANN))) {
      DocumentId id = set.document("a b/\u00e4");
      Document first =
          lrs.putDocument(id, DocumentContent.json("{\"a\":1}"), Precondition.IF_ABSENT);

      assertThat(lrs.findDocument(id)).contains(first);
      assertThat(lrs.mergeDocument(id, DocumentContent.json("{\"b\":2}"), Precondition.NONE)
              .content()
              .text())
          .isEqualTo("{\"a\":1,\"b\":2}");
      assertThatThrownBy(() ->
              lrs.putDocument(id, DocumentContent.json("{}"), Precondition.ifMatch(first.etag())))
          .isInstanceOfSatisfying(
              XapiException.class, e -> assertThat(e.status()).isEqualTo(412));
      assertThat(lrs.documentIds(set, Instant.EPOCH)).containsExactly("a b/\u00e4");
      lrs.deleteDocument(id, Precondition.NONE);
      assertThat(lrs.findDocument(id)).isEmpty();
    }
  }

  @Test
  void all_states_are_deleted_together() {
    DocumentSet.State set = new DocumentSet.State(COURSE.id(), ANN, null);
    client()
        .putDocument(
            set.document("s"),
            new DocumentContent("text/plain", new byte[] {1, 0, -1}),
            Precondition.NONE);

    assertThat(client().findDocument(set.document("s")).orElseThrow().content().bytes())
        .containsExactly(1, 0, -1);
    client().deleteDocuments(set);

    assertThat(client().documentIds(set, null)).isEmpty();
  }

  @Test
  void activities_persons_and_the_store_itself_can_be_looked_up() {
    client().store(new Statement(ANN, DID, COURSE));

    assertThat(client().activity(COURSE.id())).isEqualTo(COURSE);
    assertThat(client().person(ANN)).isEqualTo(Person.of(ANN));
    assertThat(client().about().versions()).contains("1.0.3", "2.0.0");
    assertThat(client().consistentThrough()).isAfter(Instant.EPOCH);
  }

  @Test
  void refusals_are_typed() {
    client().store(Statement.builder(ANN, DID, COURSE).id(ID).build());

    assertThatThrownBy(() -> client()
            .store(Statement.builder(ANN, Verb.of("http://e.x/other", "o"), COURSE)
                .id(ID)
                .build()))
        .isInstanceOfSatisfying(XapiException.class, e -> assertThat(e.status()).isEqualTo(409));
  }

  @Test
  void a_busy_store_says_how_long_to_wait() throws Exception {
    serveInstead(request -> HttpResponse.text(429, "slow down").withHeader("Retry-After", "7"));

    assertThatThrownBy(() -> client().store(new Statement(ANN, DID, COURSE)))
        .isInstanceOfSatisfying(XapiException.class, e -> {
          assertThat(e.status()).isEqualTo(429);
          assertThat(e.isTemporary()).isTrue();
          assertThat(e.retryAfter()).isEqualTo(Duration.ofSeconds(7));
        });
  }

  @Test
  void a_store_that_asks_for_years_is_left_alone_for_a_day() throws Exception {
    for (String asked :
        List.of("86401", "999999999", "99999999999999999999", "Thu, 01 Jan 2099 00:00:00 GMT")) {
      serveInstead(request -> HttpResponse.text(503, "later")
          .withHeader("Retry-After", asked)
          .withHeader("Date", "Fri, 01 May 2026 10:00:00 GMT"));

      assertThatThrownBy(() -> client().store(new Statement(ANN, DID, COURSE)))
          .as(asked)
          .isInstanceOfSatisfying(
              XapiException.class, e -> assertThat(e.retryAfter()).isEqualTo(Duration.ofDays(1)));
    }
  }

  @Test
  void a_store_that_cannot_be_reached_is_a_503() throws Exception {
    XapiClient lrs = client();
    server.close();

    assertThatThrownBy(lrs::about)
        .isInstanceOfSatisfying(XapiException.class, e -> assertThat(e.status()).isEqualTo(503));
  }

  @Test
  void a_redirection_is_no_answer() throws Exception {
    serveInstead(request ->
        HttpResponse.text(302, "log in first").withHeader("Location", "https://portal.example/"));
    DocumentId id = new DocumentSet.AgentProfile(ANN).document("p");

    for (ThrowingCallable call : List.<ThrowingCallable>of(
        () -> client().findDocument(id),
        () -> client().deleteDocument(id, Precondition.NONE),
        () -> client().find(ID, Presentation.EXACT),
        () -> client().store(new Statement(ANN, DID, COURSE)))) {
      assertThatThrownBy(call)
          .isInstanceOf(XapiException.class)
          .hasMessageContaining("302 and leads to https://portal.example/");
    }
  }

  @Test
  void nonsense_is_a_502_and_credentials_stay_with_the_store() throws Exception {
    serveInstead(request -> HttpResponse.json(
        200,
        request.method().equals("GET")
            ? "{\"statements\":[],\"more\":\"http://evil.example/\"}"
            : "nonsense"));
    StatementQuery elsewhere = client().query(StatementQuery.ALL).next();

    assertThatThrownBy(() -> client().query(elsewhere))
        .isInstanceOfSatisfying(XapiException.class, e -> assertThat(e.status()).isEqualTo(502));
    assertThatThrownBy(() -> client().store(new Statement(ANN, DID, COURSE)))
        .isInstanceOfSatisfying(XapiException.class, e -> assertThat(e.status()).isEqualTo(502));
  }
}
