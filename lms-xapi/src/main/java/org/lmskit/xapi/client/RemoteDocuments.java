package org.lmskit.xapi.client;

import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentContent;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.json.StatementResult;
import org.lmskit.xapi.json.StatementWriter;
import org.lmskit.xapi.json.Timestamps;

/**
 * The document resources of a store elsewhere.
 *
 * @see "xAPI 1.0.3 Communication 2.2, 3.1"
 */
final class RemoteDocuments {
  private final Transport transport;

  RemoteDocuments(Transport transport) {
    this.transport = transport;
  }

  Optional<Document> find(DocumentId id) {
    Transport.Answer answer = transport.send(to(id).GET());
    return answer.status() == 404 ? Optional.empty() : Optional.of(document(id, answer));
  }

  private static Document document(DocumentId id, Transport.Answer answer) {
    String type = answer.header("Content-Type");
    DocumentContent content =
        new DocumentContent(type.isEmpty() ? "application/octet-stream" : type, answer.body());
    Instant updated = Refused.date(answer.header("Last-Modified"));
    String etag = bare(answer.header("ETag"));
    return new Document(
        id.id(),
        content,
        updated == null ? Instant.EPOCH : updated,
        etag.isEmpty() ? Document.etagOf(content) : etag);
  }

  private static String bare(String etag) {
    String strong = etag.startsWith("W/") ? etag.substring(2) : etag;
    return strong.replace("\"", "");
  }

  List<String> ids(DocumentSet set, @Nullable Instant since) {
    Map<String, @Nullable String> parameters = parameters(set);
    parameters.put("since", since == null ? null : Timestamps.format(since));
    return StatementResult.strings(
        transport.sendOrThrow(transport.to(resource(set), parameters).GET()).text());
  }

  Document put(DocumentId id, DocumentContent content, Precondition condition) {
    transport.sendOrThrow(
        conditional(to(id), condition, content).PUT(Transport.bytes(content.bytes())));
    return written(id);
  }

  Document merge(DocumentId id, DocumentContent content, Precondition condition) {
    transport.sendOrThrow(
        conditional(to(id), condition, content).POST(Transport.bytes(content.bytes())));
    return written(id);
  }

  /** The document as the store keeps it now; others may have changed it since. */
  private Document written(DocumentId id) {
    return find(id)
        .orElseThrow(
            () -> XapiException.notFound("the document " + id.id() + " was deleted by another"));
  }

  void delete(DocumentId id, Precondition condition) {
    transport.send(conditions(to(id), condition).DELETE());
  }

  void deleteAll(DocumentSet.State set) {
    transport.sendOrThrow(transport.to(resource(set), parameters(set)).DELETE());
  }

  private HttpRequest.Builder to(DocumentId id) {
    Map<String, @Nullable String> parameters = parameters(id.set());
    parameters.put(id.set() instanceof DocumentSet.State ? "stateId" : "profileId", id.id());
    return transport.to(resource(id.set()), parameters);
  }

  private static String resource(DocumentSet set) {
    return '/' + set.resource();
  }

  private static Map<String, @Nullable String> parameters(DocumentSet set) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    if (set instanceof DocumentSet.State state) {
      UUID registration = state.registration();
      parameters.put("activityId", state.activity().value());
      parameters.put("agent", StatementWriter.write(state.agent()));
      parameters.put("registration", registration == null ? null : registration.toString());
    } else if (set instanceof DocumentSet.ActivityProfile profile) {
      parameters.put("activityId", profile.activity().value());
    } else if (set instanceof DocumentSet.AgentProfile profile) {
      parameters.put("agent", StatementWriter.write(profile.agent()));
    }
    return parameters;
  }

  private static HttpRequest.Builder conditional(
      HttpRequest.Builder request, Precondition condition, DocumentContent content) {
    return conditions(request, condition).header("Content-Type", content.contentType());
  }

  private static HttpRequest.Builder conditions(
      HttpRequest.Builder request, Precondition condition) {
    if (condition.ifMatch() != null) request.header("If-Match", tags(condition.ifMatch()));
    if (condition.ifNoneMatch() != null)
      request.header("If-None-Match", tags(condition.ifNoneMatch()));
    return request;
  }

  private static String tags(Set<String> etags) {
    return etags.stream()
        .map(etag -> etag.equals(Precondition.ANY) ? etag : '"' + etag + '"')
        .collect(Collectors.joining(", "));
  }
}
