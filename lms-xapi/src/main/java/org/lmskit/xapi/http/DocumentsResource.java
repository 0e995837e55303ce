package org.lmskit.xapi.http;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.http.HttpBody;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.JsonDocuments;
import org.lmskit.xapi.json.StatementWriter;

/**
 * The State, Activity Profile and Agent Profile Resources.
 *
 * @see "xAPI 1.0.3 Communication 2.2, 2.3, 2.6, 2.7, 3.1; IEEE 9274.1.1 4.1.6.2, 4.1.6.5, 4.1.6.6"
 */
final class DocumentsResource implements Resource {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  /** Which of the three resources. */
  enum Kind {
    /** activities/state. */
    STATE("stateId", Set.of("activityId", "agent", "registration", "stateId")),
    /** activities/profile. */
    ACTIVITY_PROFILE("profileId", Set.of("activityId", "profileId")),
    /** agents/profile. */
    AGENT_PROFILE("profileId", Set.of("agent", "profileId"));

    private final String idParameter;
    private final Set<String> parameters;

    Kind(String idParameter, Set<String> parameters) {
      this.idParameter = idParameter;
      this.parameters = parameters;
    }

    DocumentSet set(Parameters parameters) {
      return switch (this) {
        case STATE ->
          new DocumentSet.State(
              parameters.requiredIri("activityId"),
              parameters.requiredActor("agent"),
              parameters.uuid("registration"));
        case ACTIVITY_PROFILE ->
          new DocumentSet.ActivityProfile(parameters.requiredIri("activityId"));
        case AGENT_PROFILE -> new DocumentSet.AgentProfile(parameters.requiredActor("agent"));
      };
    }
  }

  private final Kind kind;

  DocumentsResource(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String methods() {
    return "GET, HEAD, PUT, POST, DELETE";
  }

  @Override
  public HttpResponse answer(Exchange exchange) throws IOException {
    return switch (exchange.request().method()) {
      case "GET" -> get(exchange);
      case "PUT" -> put(exchange);
      case "POST" -> post(exchange);
      case "DELETE" -> delete(exchange);
      default -> throw Resource.methodNotAllowed(exchange.request().method());
    };
  }

  private HttpResponse get(Exchange exchange) {
    Set<String> names = new HashSet<>(kind.parameters);
    names.add("since");
    Parameters parameters = exchange.parameters(names);
    DocumentSet set = kind.set(parameters);
    if (!parameters.has(kind.idParameter)) {
      List<String> ids = exchange.store().documentIds(set, parameters.timestamp("since"));
      return HttpResponse.json(200, StatementWriter.write(ids));
    }
    parameters.timestamp("since");
    DocumentId id = set.document(parameters.required(kind.idParameter));
    Document document = exchange
        .store()
        .findDocument(id)
        .orElseThrow(() -> XapiException.notFound("there is no document " + id.id()));
    return document(exchange, document);
  }

  private static HttpResponse document(Exchange exchange, Document document) {
    String etag = '"' + document.etag() + '"';
    if (EntityTags.isKnown(exchange.request(), document.etag())) {
      return HttpResponse.of(304).withHeader("ETag", etag);
    }
    HttpBody body = HttpBody.of(document.content().bytes());
    return HttpResponse.of(200, document.content().contentType(), body)
        .withHeader("ETag", etag)
        .withHeader("Last-Modified", HTTP_DATE.format(document.updated()));
  }

  private HttpResponse put(Exchange exchange) throws IOException {
    DocumentId id = documentId(exchange);
    Precondition condition =
        EntityTags.precondition(exchange.request(), isConditionRequired(exchange));
    refuseUnconditional(exchange, id, condition);
    Document document = exchange.store().putDocument(id, content(exchange), condition);
    return HttpResponse.of(204).withHeader("ETag", '"' + document.etag() + '"');
  }

  /** xAPI 1.0.3 Communication 3.1 wants a condition for profiles, IEEE 9274.1.1 4.1.4 for all three. */
  private boolean isConditionRequired(Exchange exchange) {
    return kind != Kind.STATE || exchange.version() == XapiVersion.V2_0_0;
  }

  /** xAPI 1.0.3 Communication 2.6, 2.7: who puts a profile sends If-Match or If-None-Match. */
  private void refuseUnconditional(Exchange exchange, DocumentId id, Precondition condition) {
    if (kind == Kind.STATE || exchange.version() != XapiVersion.V1_0_3) return;
    if (condition.ifMatch() != null || condition.ifNoneMatch() != null) return;
    if (exchange.store().findDocument(id).isPresent()) return;
    throw XapiException.badRequest("a profile is put with the header If-Match or If-None-Match");
  }

  private HttpResponse post(Exchange exchange) throws IOException {
    DocumentId id = documentId(exchange);
    DocumentContent content = content(exchange);
    if (content.isJson()) JsonDocuments.requireObject("the content that was sent", content);
    Precondition condition = EntityTags.precondition(exchange.request(), false);
    Document document = exchange.store().mergeDocument(id, content, condition);
    return HttpResponse.of(204).withHeader("ETag", '"' + document.etag() + '"');
  }

  private HttpResponse delete(Exchange exchange) {
    Parameters parameters = exchange.parameters(kind.parameters);
    DocumentSet set = kind.set(parameters);
    if (set instanceof DocumentSet.State state && !parameters.has(kind.idParameter)) {
      exchange.store().deleteDocuments(state);
    } else {
      DocumentId id = set.document(parameters.required(kind.idParameter));
      exchange.store().deleteDocument(id, EntityTags.precondition(exchange.request(), false));
    }
    return HttpResponse.of(204);
  }

  private DocumentId documentId(Exchange exchange) {
    Parameters parameters = exchange.parameters(kind.parameters);
    return kind.set(parameters).document(parameters.required(kind.idParameter));
  }

  private static DocumentContent content(Exchange exchange) throws IOException {
    @Nullable String type = exchange.contentType();
    byte[] bytes = exchange.body(exchange.limits().documentBytes());
    return new DocumentContent(type == null ? "application/octet-stream" : type, bytes);
  }
}
