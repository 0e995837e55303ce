package org.lmskit.xapi.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.AttachmentContent;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.RecordedStatement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.json.StatementResult;
import org.lmskit.xapi.json.StatementWriter;
import org.lmskit.xapi.json.Timestamps;
import org.lmskit.xapi.json.Uuids;
import org.lmskit.xapi.multipart.MultipartReader;
import org.lmskit.xapi.multipart.MultipartStream;

/**
 * The Statement Resource of a store elsewhere.
 *
 * @see "xAPI 1.0.3 Communication 2.1"
 */
final class RemoteStatements {
  private static final String RESOURCE = "/statements";

  private final Transport transport;
  private final StatementReader reader;

  RemoteStatements(Transport transport, StatementReader reader) {
    this.transport = transport;
    this.reader = reader;
  }

  List<UUID> store(StatementBatch batch) {
    String json = array(batch.statements());
    HttpRequest.Builder request = transport.to(RESOURCE, Map.of());
    if (batch.attachments().hasNext()) {
      MultipartStream body = new MultipartStream(json, batch.attachments());
      request.header("Content-Type", body.contentType());
      request.POST(HttpRequest.BodyPublishers.ofInputStream(() -> body));
    } else {
      request.header("Content-Type", "application/json").POST(Transport.text(json));
    }
    return ids(transport.sendOrThrow(request).text());
  }

  private static String array(List<Incoming> statements) {
    StringBuilder json = new StringBuilder(statements.size() * 1_024 + 2).append('[');
    for (Incoming one : statements) {
      if (json.length() > 1) json.append(',');
      json.append(one.json() == null ? StatementWriter.write(one.statement()) : one.json());
    }
    return json.append(']').toString();
  }

  private static List<UUID> ids(String json) {
    List<UUID> ids = new ArrayList<>();
    for (String text : StatementResult.strings(json)) {
      UUID id = Uuids.parse(text);
      if (id == null)
        throw new XapiException(502, "the store answered with an id that is no UUID: " + text);
      ids.add(id);
    }
    return ids;
  }

  Optional<FoundStatement> find(String parameter, UUID id, Presentation presentation) {
    Map<String, @Nullable String> parameters = presentation(presentation);
    parameters.put(parameter, id.toString());
    Transport.Answer answer =
        transport.send(in(presentation, transport.to(RESOURCE, parameters)).GET());
    if (answer.status() == 404) return Optional.empty();
    Parts parts = parts(answer);
    return Optional.of(new FoundStatement(recorded(parts.json), parts.attachments));
  }

  StatementPage query(StatementQuery query) {
    HttpRequest.Builder request = query.cursor() == null
        ? transport.to(RESOURCE, parameters(query))
        : transport.more(query.cursor());
    Parts parts = parts(transport.sendOrThrow(in(query.presentation(), request).GET()));
    StatementResult result = StatementResult.read(parts.json);
    StatementQuery next = result.more().isEmpty() ? null : query.from(result.more());
    return new StatementPage(
        result.statements().stream().map(this::recorded).toList(), next, parts.attachments);
  }

  Instant consistentThrough() {
    HttpRequest.Builder request = transport.to(RESOURCE, Map.of("limit", "1"));
    String text =
        transport.sendOrThrow(request.GET()).header("X-Experience-API-Consistent-Through");
    Instant instant = Timestamps.parse(text);
    if (instant == null) {
      throw new XapiException(502, "the store does not say how far its queries see: " + text);
    }
    return instant;
  }

  private RecordedStatement recorded(String json) {
    return new RecordedStatement(json, reader::statement);
  }

  private static HttpRequest.Builder in(Presentation presentation, HttpRequest.Builder request) {
    if (presentation.languages().isEmpty()) return request;
    return request.header("Accept-Language", String.join(", ", presentation.languages()));
  }

  private static Map<String, @Nullable String> presentation(Presentation presentation) {
    Map<String, @Nullable String> parameters = new LinkedHashMap<>();
    parameters.put("format", presentation.format().id());
    parameters.put("attachments", presentation.attachments() ? "true" : null);
    return parameters;
  }

  private static Map<String, @Nullable String> parameters(StatementQuery query) {
    Map<String, @Nullable String> parameters = presentation(query.presentation());
    parameters.put("agent", query.agent() == null ? null : StatementWriter.write(query.agent()));
    parameters.put("verb", text(query.verb()));
    parameters.put("activity", text(query.activity()));
    parameters.put(
        "registration",
        query.registration() == null ? null : query.registration().toString());
    parameters.put("related_activities", flag(query.relatedActivities()));
    parameters.put("related_agents", flag(query.relatedAgents()));
    parameters.put("since", text(query.since()));
    parameters.put("until", text(query.until()));
    parameters.put("limit", query.limit() == 0 ? null : Integer.toString(query.limit()));
    parameters.put("ascending", flag(query.ascending()));
    return parameters;
  }

  private static @Nullable String text(@Nullable Iri iri) {
    return iri == null ? null : iri.value();
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : Timestamps.format(instant);
  }

  private static @Nullable String flag(boolean value) {
    return value ? "true" : null;
  }

  /** The JSON of an answer and the attachments that came with it. */
  private record Parts(String json, List<AttachmentContent> attachments) {}

  private static Parts parts(Transport.Answer answer) {
    String type = answer.header("Content-Type");
    if (!type.startsWith("multipart/mixed")) return new Parts(answer.text(), List.of());
    try {
      MultipartReader parts = new MultipartReader(
          new ByteArrayInputStream(answer.body()), MultipartReader.boundary(type));
      MultipartReader.Part first = parts.next();
      if (first == null)
        throw new XapiException(502, "the store sent a multipart answer without parts");
      String json = new String(first.body().readAllBytes(), StandardCharsets.UTF_8);
      return new Parts(json, attachments(parts));
    } catch (IOException e) {
      throw new XapiException(502, "the store sent a broken multipart answer", e);
    }
  }

  private static List<AttachmentContent> attachments(MultipartReader parts) throws IOException {
    Map<String, AttachmentContent> found = new HashMap<>();
    for (MultipartReader.Part part = parts.next(); part != null; part = parts.next()) {
      byte[] bytes = part.body().readAllBytes();
      String hash = part.header("x-experience-api-hash");
      String type = part.header("content-type");
      found.putIfAbsent(
          hash,
          new AttachmentContent(hash, type, bytes.length, () -> new ByteArrayInputStream(bytes)));
    }
    return List.copyOf(found.values());
  }
}
