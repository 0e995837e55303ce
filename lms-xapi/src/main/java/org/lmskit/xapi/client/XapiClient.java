package org.lmskit.xapi.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.About;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.Person;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.json.StatementWriter;

/**
 * A Learning Record Store elsewhere, over HTTP. Immutable and thread-safe. Every method blocks; a store
 * that cannot be reached is an {@link org.lmskit.xapi.XapiException} with the status 503, one that does
 * not answer as the specification says one with 502. Use {@link Outbox} to lose nothing when that happens.
 *
 * <pre>{@code
 * XapiClient lrs = XapiClient.to(URI.create("https://lrs.example/xapi")).basic(key, secret).build();
 * lrs.store(new Statement(Agent.mbox("ann@example.org"), verb, Activity.of("https://acme.example/course")));
 * }</pre>
 */
public final class XapiClient implements LearningRecordStore {
  private final Transport transport;
  private final RemoteStatements statements;
  private final RemoteDocuments documents;
  private final StatementReader reader;

  private XapiClient(Builder builder) {
    HttpClient http = builder.http;
    if (http == null)
      http = HttpClient.newBuilder().connectTimeout(builder.timeout).build();
    // statements that were stored under 2.0 may come back in an exchange of 1.0.3
    reader = new StatementReader(XapiVersion.V2_0_0);
    transport = new Transport(builder, http);
    statements = new RemoteStatements(transport, reader);
    documents = new RemoteDocuments(transport);
  }

  /**
   * Starts building a client.
   *
   * @param endpoint the address of the store, below which {@code /statements} is
   */
  public static Builder to(URI endpoint) {
    return new Builder(endpoint);
  }

  /** Collects what a client needs. Not thread-safe. */
  public static final class Builder {
    final URI endpoint;
    XapiVersion version = XapiVersion.V1_0_3;

    @Nullable
    String authorization;

    Duration timeout = Duration.ofSeconds(30);
    int maxAnswer = 256 << 20;
    private @Nullable HttpClient http;

    private Builder(URI endpoint) {
      if (endpoint.getScheme() == null || endpoint.getAuthority() == null) {
        throw new IllegalArgumentException("not an absolute address: " + endpoint);
      }
      String text = endpoint.toString();
      this.endpoint = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** The key and secret of HTTP Basic. */
    public Builder basic(String key, String secret) {
      byte[] pair = (key + ':' + secret).getBytes(StandardCharsets.UTF_8);
      return authorization("Basic " + Base64.getEncoder().encodeToString(pair));
    }

    /** The Authorization header, for any other scheme. */
    public Builder authorization(String header) {
      authorization = header;
      return this;
    }

    /** The version under which requests are exchanged; 1.0.3, which every store speaks, without this. */
    public Builder version(XapiVersion value) {
      version = value;
      return this;
    }

    /** How long a connection and a request may take; 30 seconds without this. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /** The largest answer in bytes, attachments included; 256 MiB without this. */
    public Builder maxAnswer(int bytes) {
      maxAnswer = bytes;
      return this;
    }

    /** The host's own HTTP client, for proxies, certificates and executors. */
    public Builder http(HttpClient client) {
      http = client;
      return this;
    }

    /** The client. */
    public XapiClient build() {
      return new XapiClient(this);
    }
  }

  @Override
  public List<UUID> store(StatementBatch batch) {
    return statements.store(batch);
  }

  @Override
  public Optional<FoundStatement> find(UUID id, Presentation presentation) {
    return statements.find("statementId", id, presentation);
  }

  @Override
  public Optional<FoundStatement> findVoided(UUID id, Presentation presentation) {
    return statements.find("voidedStatementId", id, presentation);
  }

  @Override
  public StatementPage query(StatementQuery query) {
    return statements.query(query);
  }

  @Override
  public Instant consistentThrough() {
    return statements.consistentThrough();
  }

  @Override
  public Optional<Document> findDocument(DocumentId id) {
    return documents.find(id);
  }

  @Override
  public List<String> documentIds(DocumentSet set, @Nullable Instant since) {
    return documents.ids(set, since);
  }

  @Override
  public Document putDocument(DocumentId id, DocumentContent content, Precondition condition) {
    return documents.put(id, content, condition);
  }

  @Override
  public Document mergeDocument(DocumentId id, DocumentContent content, Precondition condition) {
    return documents.merge(id, content, condition);
  }

  @Override
  public void deleteDocument(DocumentId id, Precondition condition) {
    documents.delete(id, condition);
  }

  @Override
  public void deleteDocuments(DocumentSet.State set) {
    documents.deleteAll(set);
  }

  @Override
  public Activity activity(Iri id) {
    return reader.activity(get("/activities", Map.of("activityId", id.value())));
  }

  @Override
  public Person person(Agent agent) {
    return reader.person(get("/agents", Map.of("agent", StatementWriter.write(agent))));
  }

  @Override
  public About about() {
    return reader.about(get("/about", Map.of()));
  }

  private String get(String resource, Map<String, @Nullable String> parameters) {
    return transport.sendOrThrow(transport.to(resource, parameters).GET()).text();
  }
}
