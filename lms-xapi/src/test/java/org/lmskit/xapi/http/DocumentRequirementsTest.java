package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.xapi.XapiVersion;

/** What the specification requires of each of the three resources that keep documents. */
class DocumentRequirementsTest {
  private static final String AGENT = "{\"mbox\":\"mailto:ann@example.org\"}";
  private static final String ACTIVITY = "http://e.x/c";
  private static final String REGISTRATION = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
  private static final List<String> METHODS = List.of("GET", "PUT", "POST", "DELETE");

  private final LrsEndpoint lrs = new LrsEndpoint();

  /** A resource, with what tells its documents apart. */
  enum Documents {
    STATE("/activities/state", "stateId", Map.of("activityId", ACTIVITY, "agent", AGENT)),
    ACTIVITY_PROFILE("/activities/profile", "profileId", Map.of("activityId", ACTIVITY)),
    AGENT_PROFILE("/agents/profile", "profileId", Map.of("agent", AGENT));

    private final String path;
    private final String idParameter;
    private final Map<String, String> set;

    Documents(String path, String idParameter, Map<String, String> set) {
      this.path = path;
      this.idParameter = idParameter;
      this.set = set;
    }

    /** The parameters of a document. */
    TreeMap<String, String> parameters(String id) {
      TreeMap<String, String> all = new TreeMap<>(set);
      all.put(idParameter, id);
      return all;
    }

    String document(String id) {
      return target(parameters(id));
    }

    String all() {
      return target(set);
    }

    String target(Map<String, String> parameters) {
      return path
          + parameters.entrySet().stream()
              .map(one ->
                  one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
              .collect(Collectors.joining("&", "?", ""));
    }
  }

  private HttpResponse send(String method, String target, String body) {
    boolean writes = method.equals("PUT") || method.equals("POST");
    return lrs.send(writes ? json(method, target, body) : request(method, target));
  }

  private int status(String method, String target) {
    return send(method, target, "{\"a\":1}").status();
  }

  private void create(String target, String body) {
    HttpRequest request = json("PUT", target, body).withHeader("If-None-Match", "*");
    assertThat(lrs.send(request).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @EnumSource
  void a_document_is_put_read_and_deleted(Documents documents) {
    String target = documents.document("d");

    create(target, "{ \"a\" : 1 }");
    HttpResponse answer = lrs.get(target);

    assertThat(text(answer)).isEqualTo("{ \"a\" : 1 }");
    assertThat(answer.headers().first("Content-Type")).contains("application/json");
    assertThat(answer.headers().first("ETag").orElseThrow()).matches("\"[0-9a-f]{40}\"");
    assertThat(status("DELETE", target)).isEqualTo(204);
    assertThat(status("GET", target)).isEqualTo(404);
  }

  @ParameterizedTest
  @EnumSource
  void a_document_says_when_it_was_last_modified(Documents documents) {
    String target = documents.document("d");
    create(target, "{}");
    ZonedDateTime first = lastModified(target);

    send("POST", target, "{\"a\":1}");

    assertThat(lastModified(target)).isAfterOrEqualTo(first);
  }

  private ZonedDateTime lastModified(String target) {
    String header = lrs.get(target).headers().first("Last-Modified").orElseThrow();
    return ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME);
  }

  @ParameterizedTest
  @EnumSource
  void ids_are_listed_all_or_those_stored_after_an_instant(Documents documents) {
    create(documents.document("one"), "{}");
    create(documents.document("two"), "{}");

    // both may have been stored in the same millisecond
    String[] both = {"[\"one\",\"two\"]", "[\"two\",\"one\"]"};
    assertThat(lrs.read(documents.all())).isIn((Object[]) both);
    assertThat(lrs.read(documents.all() + "&since=2012-01-01T00:00:00Z")).isIn((Object[]) both);
    assertThat(lrs.read(documents.all() + "&since=2999-01-01T00:00:00Z")).isEqualTo("[]");
  }

  @ParameterizedTest
  @EnumSource
  void a_posted_document_is_stored_where_there_was_none(Documents documents) {
    String target = documents.document("d");

    assertThat(send("POST", target, "{\"a\":1}").status()).isEqualTo(204);

    assertThat(lrs.read(target)).isEqualTo("{\"a\":1}");
  }

  @ParameterizedTest
  @EnumSource
  void a_posted_document_is_merged_one_level_deep(Documents documents) {
    String target = documents.document("d");
    create(target, "{\"a\":{\"x\":1},\"b\":2,\"c\":3}");

    assertThat(send("POST", target, "{\"a\":{\"y\":1},\"b\":null,\"d\":4}").status())
        .isEqualTo(204);

    assertThat(lrs.read(target)).isEqualTo("{\"a\":{\"y\":1},\"b\":null,\"c\":3,\"d\":4}");
  }

  @ParameterizedTest
  @EnumSource
  void only_json_objects_are_merged_and_a_refusal_changes_nothing(Documents documents) {
    String object = documents.document("object");
    String list = documents.document("list");
    String plain = documents.document("plain");
    create(object, "{\"a\":1}");
    create(list, "[1]");
    HttpRequest put = request("PUT", plain)
        .withBody("text/plain", new byte[] {65})
        .withHeader("If-None-Match", "*");
    assertThat(lrs.send(put).status()).isEqualTo(204);

    assertThat(send("POST", object, "[1]").status()).isEqualTo(400);
    assertThat(send("POST", object, "{\"a\":").status()).isEqualTo(400);
    assertThat(lrs.send(request("POST", object).withBody("text/plain", new byte[] {65}))
            .status())
        .isEqualTo(400);
    assertThat(send("POST", list, "{\"a\":2}").status()).isEqualTo(400);
    assertThat(send("POST", plain, "{\"a\":2}").status()).isEqualTo(400);
    assertThat(List.of(lrs.read(object), lrs.read(list), lrs.read(plain)))
        .containsExactly("{\"a\":1}", "[1]", "A");
  }

  @ParameterizedTest
  @EnumSource
  void posted_json_that_is_none_is_refused(Documents documents) {
    String target = documents.document("d");

    assertThat(send("POST", target, "{\"a\":1,}").status()).isEqualTo(400);

    assertThat(status("GET", target)).isEqualTo(404);
  }

  static Stream<Arguments> missing() {
    List<Arguments> all = new ArrayList<>();
    for (Documents documents : Documents.values()) {
      for (String method : METHODS) {
        for (String parameter : documents.parameters("d").keySet()) {
          boolean reads = method.equals("GET") && parameter.equals(documents.idParameter);
          boolean deletes = method.equals("DELETE") && parameter.equals("stateId");
          if (!reads && !deletes) all.add(arguments(documents, method, parameter));
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("missing")
  void without_a_required_parameter_nothing_is_done(
      Documents documents, String method, String parameter) {
    Map<String, String> rest = documents.parameters("d");
    rest.remove(parameter);

    assertThat(status(method, documents.target(rest))).isEqualTo(400);
  }

  static Stream<Arguments> malformed() {
    List<Arguments> all = new ArrayList<>();
    for (String method : METHODS) {
      for (Documents documents : Documents.values()) {
        if (documents.set.containsKey("agent")) {
          for (String agent : List.of("ann", "{", "{}", "[]", "{\"mbox\":\"ann\"}")) {
            all.add(arguments(documents, method, "agent", agent));
          }
        }
        if (documents.set.containsKey("activityId")) {
          all.add(arguments(documents, method, "activityId", "course"));
        }
        all.add(arguments(documents, method, "Since", "2026-05-01T12:00:00Z"));
        all.add(arguments(documents, method, "limit", "1"));
      }
      all.add(arguments(Documents.STATE, method, "registration", "1"));
    }
    for (Documents documents : Documents.values()) {
      all.add(arguments(documents, "GET", "since", "yesterday"));
      all.add(arguments(documents, "GET", "since", "2026-05-01"));
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void a_parameter_that_is_malformed_or_unknown_is_refused(
      Documents documents, String method, String parameter, String value) {
    Map<String, String> parameters = documents.parameters("d");
    parameters.put(parameter, value);

    assertThat(status(method, documents.target(parameters))).isEqualTo(400);
  }

  @Test
  void a_state_of_a_registration_is_put_merged_read_and_deleted_apart() {
    String without = Documents.STATE.document("s");
    String with = without + "&registration=" + REGISTRATION;
    create(without, "{\"a\":1}");

    assertThat(send("PUT", with, "{\"b\":1}").status()).isEqualTo(204);
    assertThat(send("POST", with, "{\"c\":1}").status()).isEqualTo(204);
    assertThat(lrs.read(with)).isEqualTo("{\"b\":1,\"c\":1}");
    assertThat(lrs.read(Documents.STATE.all() + "&registration=" + REGISTRATION))
        .isEqualTo("[\"s\"]");
    assertThat(status("DELETE", with)).isEqualTo(204);

    assertThat(status("GET", with)).isEqualTo(404);
    assertThat(lrs.read(without)).isEqualTo("{\"a\":1}");
  }

  @Test
  void all_states_of_a_registration_are_deleted_together() {
    String registration = "&registration=" + REGISTRATION;
    create(Documents.STATE.document("other"), "{}");
    create(Documents.STATE.document("one") + registration, "{}");
    create(Documents.STATE.document("two") + registration, "{}");

    assertThat(status("DELETE", Documents.STATE.all() + registration)).isEqualTo(204);

    assertThat(lrs.read(Documents.STATE.all())).isEqualTo("[\"other\"]");
  }

  static Stream<Arguments> changes() {
    return Stream.of(Documents.values())
        .flatMap(documents -> Stream.of("PUT", "POST", "DELETE")
            .flatMap(method -> Stream.of(XapiVersion.values())
                .map(version -> arguments(documents, method, version))));
  }

  @ParameterizedTest
  @MethodSource("changes")
  void a_document_is_changed_only_if_its_etag_matches(
      Documents documents, String method, XapiVersion version) {
    String target = documents.document("d");
    create(target, "{\"a\":1}");
    String etag = lrs.get(target).headers().first("ETag").orElseThrow();

    assertThat(change(method, target, version, '"' + "0".repeat(40) + '"')).isEqualTo(412);
    assertThat(lrs.read(target)).isEqualTo("{\"a\":1}");
    assertThat(change(method, target, version, etag)).isEqualTo(204);

    if (method.equals("DELETE")) assertThat(status("GET", target)).isEqualTo(404);
    else assertThat(lrs.read(target)).isEqualTo("{\"a\":2}");
  }

  private int change(String method, String target, XapiVersion version, String etag) {
    return lrs.send(json(method, target, "{\"a\":2}")
            .withHeader(XapiVersion.HEADER, version.text())
            .withHeader("If-Match", etag))
        .status();
  }

  @ParameterizedTest
  @EnumSource
  void a_document_is_created_only_if_there_is_none(Documents documents) {
    String target = documents.document("d");
    create(target, "{\"a\":1}");

    HttpResponse again =
        lrs.send(json("PUT", target, "{\"a\":2}").withHeader("If-None-Match", "*"));

    assertThat(again.status()).isEqualTo(412);
    assertThat(lrs.read(target)).isEqualTo("{\"a\":1}");
  }

  static Stream<Arguments> conditions() {
    return Stream.of(
        arguments(Documents.STATE, XapiVersion.V2_0_0),
        arguments(Documents.ACTIVITY_PROFILE, XapiVersion.V2_0_0),
        arguments(Documents.AGENT_PROFILE, XapiVersion.V2_0_0),
        arguments(Documents.ACTIVITY_PROFILE, XapiVersion.V1_0_3),
        arguments(Documents.AGENT_PROFILE, XapiVersion.V1_0_3));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void whoever_replaces_without_a_condition_gets_409_and_is_told_why(
      Documents documents, XapiVersion version) {
    String target = documents.document("d");
    create(target, "{\"a\":1}");

    HttpResponse answer =
        lrs.send(json("PUT", target, "{\"a\":2}").withHeader(XapiVersion.HEADER, version.text()));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(text(answer)).contains("If-Match");
    assertThat(lrs.read(target)).isEqualTo("{\"a\":1}");
  }
}
