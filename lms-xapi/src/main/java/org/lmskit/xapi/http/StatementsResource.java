package org.lmskit.xapi.http;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.Reading;
import org.lmskit.xapi.json.StatementWriter;
import org.lmskit.xapi.json.Timestamps;
import org.lmskit.xapi.multipart.MultipartReader;

/**
 * The Statement Resource.
 *
 * @see "xAPI 1.0.3 Communication 2.1; IEEE 9274.1.1 4.1.6.1"
 */
final class StatementsResource implements Resource {
  private static final String CONSISTENT_THROUGH = "X-Experience-API-Consistent-Through";
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  @Override
  public String methods() {
    return "GET, HEAD, PUT, POST";
  }

  /** Every answer says how far queries see, refusals too (xAPI 1.0.3 Communication 2.1.3). */
  @Override
  public HttpResponse answer(Exchange exchange) throws IOException {
    return outcome(exchange)
        .withHeader(CONSISTENT_THROUGH, Timestamps.format(exchange.store().consistentThrough()));
  }

  private static HttpResponse outcome(Exchange exchange) throws IOException {
    try {
      return switch (exchange.request().method()) {
        case "GET" -> get(exchange);
        case "PUT" -> put(exchange);
        case "POST" -> post(exchange);
        default -> throw Resource.methodNotAllowed(exchange.request().method());
      };
    } catch (XapiException e) {
      return Refusal.of(e);
    } catch (HttpException e) {
      return Refusal.of(e);
    }
  }

  private static HttpResponse put(Exchange exchange) throws IOException {
    Parameters parameters = exchange.parameters(Set.of("statementId"));
    parameters.required("statementId");
    UUID id = parameters.uuid("statementId");
    Received received = receive(exchange);
    if (!received.reading.single())
      throw XapiException.badRequest("PUT stores one statement, not a list");
    Incoming only = received.reading.statementsOrThrow().get(0);
    if (only.id() != null && !only.id().equals(id)) {
      throw XapiException.badRequest(
          "the statement has the id " + only.id() + ", the parameter says " + id);
    }
    Statement statement = only.statement();
    if (id != null) statement = statement.withId(id);
    store(exchange, List.of(new Incoming(statement, only.json())), received);
    return HttpResponse.of(204);
  }

  private static HttpResponse post(Exchange exchange) throws IOException {
    exchange.parameters(Set.of());
    Received received = receive(exchange);
    List<UUID> ids = store(exchange, received.reading.statementsOrThrow(), received);
    return HttpResponse.json(
        200, StatementWriter.write(ids.stream().map(UUID::toString).toList()));
  }

  /** Statements without a version get that of the exchange (xAPI 1.0.3 Data 2.4.10). */
  private static List<UUID> store(Exchange exchange, List<Incoming> statements, Received received) {
    String version = exchange.version() == XapiVersion.V1_0_3 ? "1.0.0" : "2.0.0";
    List<Incoming> versioned = new ArrayList<>(statements.size());
    for (Incoming one : statements) {
      boolean named = one.statement().version() != null;
      versioned.add(named ? one : new Incoming(one.statement().withVersion(version), one.json()));
    }
    return exchange
        .store()
        .store(new StatementBatch(versioned, received.attachments(versioned, exchange)));
  }

  /** The JSON of a request, and its further parts, which are not read yet. */
  private record Received(Reading reading, @Nullable MultipartReader parts) {
    Iterator<AttachmentPart> attachments(List<Incoming> statements, Exchange exchange) {
      if (parts == null) return List.<AttachmentPart>of().iterator();
      return new ReceivedAttachments(parts, statements, exchange.limits().attachments());
    }
  }

  private static Received receive(Exchange exchange) throws IOException {
    int limit = exchange.limits().statementBytes();
    if (exchange.isBodyOf("application/json")) {
      return new Received(exchange.reader().read(exchange.body(limit)), null);
    }
    if (!exchange.isBodyOf("multipart/mixed")) {
      throw XapiException.badRequest(
          "statements come as application/json or multipart/mixed, not " + exchange.contentType());
    }
    HttpRequest request = Gzip.unpacked(exchange.request());
    MultipartReader parts = new MultipartReader(
        request.body(), MultipartReader.boundary(request.header("Content-Type").orElse("")));
    MultipartReader.Part first = parts.next();
    if (first == null || !isJson(first)) {
      throw XapiException.badRequest("the first part of multipart/mixed is application/json");
    }
    byte[] json = first.body().readNBytes(limit + 1);
    if (json.length > limit)
      throw XapiException.tooLarge("the statements are larger than " + limit + " bytes");
    return new Received(exchange.reader().read(json), parts);
  }

  private static boolean isJson(MultipartReader.Part part) {
    return part.header("content-type")
        .split(";", 2)[0]
        .strip()
        .equalsIgnoreCase("application/json");
  }

  private static HttpResponse get(Exchange exchange) {
    StatementParameters parameters = new StatementParameters(exchange);
    Presentation presentation = parameters.presentation();
    UUID id = parameters.statementId();
    if (id != null) return one(exchange, exchange.store().find(id, presentation), presentation, id);
    UUID voided = parameters.voidedStatementId();
    if (voided != null)
      return one(exchange, exchange.store().findVoided(voided, presentation), presentation, voided);
    return page(exchange, exchange.store().query(parameters.query(presentation)), presentation);
  }

  private static HttpResponse one(
      Exchange exchange, Optional<FoundStatement> found, Presentation presentation, UUID id) {
    FoundStatement statement = found.orElseThrow(
        () -> XapiException.notFound("there is no such statement with the id " + id));
    String json = statement.statement().json();
    HttpResponse response = presentation.attachments()
        ? MultipartAnswer.of(json, statement.attachments())
        : HttpResponse.json(200, json);
    Instant stored = statement.statement().statement().stored();
    return stored == null
        ? response
        : response.withHeader("Last-Modified", HTTP_DATE.format(stored));
  }

  private static HttpResponse page(
      Exchange exchange, StatementPage page, Presentation presentation) {
    StringBuilder json =
        new StringBuilder(64 + page.statements().size() * 1_600).append("{\"statements\":[");
    for (int i = 0; i < page.statements().size(); i++) {
      if (i > 0) json.append(',');
      json.append(page.statements().get(i).json());
    }
    json.append("],\"more\":")
        .append(StatementParameters.more(exchange, page.next()))
        .append('}');
    return presentation.attachments()
        ? MultipartAnswer.of(json.toString(), page.attachments())
        : HttpResponse.json(200, json.toString());
  }
}
