package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.XapiVersion;

/** What the specification requires of the Statement Resource. */
class StatementResourceRequirementsTest {
  private static final String ID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
  private static final String OTHER = "6690e6c9-3ef0-4ed3-8b37-000000000000";
  private static final String REGISTRATION = "0123abcd-3ef0-4ed3-8b37-000000000001";
  private static final String AGENT = encoded("{\"mbox\":\"mailto:ann@example.org\"}");
  private static final String VERSION = XapiVersion.HEADER;
  private static final String CONSISTENT = "X-Experience-API-Consistent-Through";

  /** Every parameter with which statements are filtered and presented, with a value that fits. */
  private static final Map<String, String> FILTERS = Map.ofEntries(
      Map.entry("agent", AGENT),
      Map.entry("verb", "http://e.x/did"),
      Map.entry("activity", "http://e.x/c"),
      Map.entry("registration", REGISTRATION),
      Map.entry("related_activities", "true"),
      Map.entry("related_agents", "true"),
      Map.entry("since", "2012-06-01T19:09:13.245Z"),
      Map.entry("until", "2999-06-01T19:09:13.245Z"),
      Map.entry("limit", "1"),
      Map.entry("ascending", "true"));

  private final LrsEndpoint lrs = new LrsEndpoint();

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String statement(String id) {
    return "{\"id\":\"" + id + "\",\"actor\":{\"mbox\":\"mailto:ann@example.org\"},"
        + "\"verb\":{\"id\":\"http://e.x/did\"},\"object\":{\"id\":\"http://e.x/c\"},"
        + "\"context\":{\"registration\":\"" + REGISTRATION + "\"}}";
  }

  private static String voiding(String id, String target) {
    return statement(id)
        .replace("http://e.x/did", "http://adlnet.gov/expapi/verbs/voided")
        .replace(
            "{\"id\":\"http://e.x/c\"}",
            "{\"objectType\":\"StatementRef\",\"id\":\"" + target + "\"}");
  }

  @Test
  void put_stores_a_statement_under_the_id_of_its_parameter() {
    HttpResponse answer = lrs.send(json(
        "PUT",
        "/statements?statementId=" + ID,
        statement(ID).replace("\"id\":\"" + ID + "\",", "")));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(lrs.read("/statements?statementId=" + ID)).contains("\"id\":\"" + ID + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/statements", "/statements?statementId=1", "/statements?statementId=" + OTHER})
  void put_without_the_id_of_its_statement_is_refused(String target) {
    assertThat(lrs.send(json("PUT", target, statement(ID))).status()).isEqualTo(400);
    assertThat(lrs.read("/statements")).startsWith("{\"statements\":[],");
  }

  @Test
  void post_answers_with_the_ids_given_or_made() {
    String made = text(
        lrs.send(json("POST", "/statements", statement(ID).replace("\"id\":\"" + ID + "\",", ""))));

    assertThat(made).matches("\\[\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"]");
    assertThat(text(lrs.send(json("POST", "/statements", statement(ID)))))
        .isEqualTo("[\"" + ID + "\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST"})
  void another_statement_under_a_known_id_changes_nothing(String method) {
    lrs.store(statement(ID));
    String target = method.equals("PUT") ? "/statements?statementId=" + ID : "/statements";
    String stored = lrs.read("/statements?statementId=" + ID);

    HttpResponse answer = lrs.send(json(method, target, statement(ID).replace("/did", "/undid")));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(lrs.read("/statements?statementId=" + ID)).isEqualTo(stored);
  }

  @Test
  void a_batch_with_one_broken_statement_stores_none() {
    String broken = statement(OTHER).replace("http://e.x/did", "did");

    HttpResponse answer =
        lrs.send(json("POST", "/statements", "[" + statement(ID) + "," + broken + "]"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(lrs.read("/statements")).startsWith("{\"statements\":[],\"more\":\"\"");
  }

  @Test
  void what_the_store_adds_are_timestamps_in_utc_and_timestamp_is_stored_where_none_came() {
    lrs.store(statement(ID));
    lrs.store(statement(OTHER)
        .replace("\"actor\"", "\"timestamp\":\"2999-01-01T00:00:00.123Z\",\"actor\""));

    String text = lrs.read("/statements?statementId=" + ID);

    String stored = text.replaceAll(".*\"stored\":\"([^\"]*)\".*", "$1");
    assertThat(stored).endsWith("Z").satisfies(Instant::parse);
    assertThat(text).contains("\"timestamp\":\"" + stored + "\"");
    assertThat(lrs.read("/statements?statementId=" + OTHER))
        .contains("\"timestamp\":\"2999-01-01T00:00:00.123Z\"");
  }

  static List<String> filters() {
    return FILTERS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void statements_are_found_by_every_filter(String filter) {
    lrs.store(statement(ID));

    HttpResponse answer = lrs.get("/statements?" + filter + "=" + FILTERS.get(filter));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.headers().first("Content-Type")).contains("application/json");
    assertThat(answer.headers().first(CONSISTENT).orElseThrow()).satisfies(Instant::parse);
    assertThat(text(answer)).startsWith("{\"statements\":[{").contains(ID, "\"more\":\"");
  }

  @ParameterizedTest
  @CsvSource({
    "agent,%7B%22mbox%22%3A%22mailto%3Abob%40example.org%22%7D",
    "verb,http://e.x/undid",
    "activity,http://e.x/d",
    "registration," + ID,
    "since,2999-01-01T00:00:00Z",
    "until,2012-01-01T00:00:00Z"
  })
  void what_a_filter_does_not_match_is_not_found(String filter, String value) {
    lrs.store(statement(ID));

    assertThat(lrs.read("/statements?" + filter + "=" + value))
        .isEqualTo("{\"statements\":[],\"more\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://E.x/did", "http://e.x/%2564id", "http://e.x/did/", "HTTP://e.x/did"})
  void iris_are_compared_letter_by_letter(String verb) {
    lrs.store(statement(ID));

    assertThat(lrs.read("/statements?verb=" + verb)).startsWith("{\"statements\":[],");
  }

  static Stream<Arguments> exclusions() {
    return Stream.of("statementId", "voidedStatementId")
        .flatMap(id -> filters().stream().map(filter -> arguments(id, filter)));
  }

  @ParameterizedTest
  @MethodSource("exclusions")
  void a_single_statement_is_not_filtered(String id, String filter) {
    lrs.store(statement(ID));

    HttpResponse answer =
        lrs.get("/statements?" + id + "=" + ID + "&" + filter + "=" + FILTERS.get(filter));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().first(CONSISTENT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids", "exact", "canonical"})
  void one_or_many_statements_come_in_every_format(String format) {
    lrs.store(statement(ID));

    assertThat(lrs.read("/statements?format=" + format + "&statementId=" + ID))
        .startsWith("{")
        .contains("http://e.x/c");
    assertThat(lrs.read("/statements?format=" + format))
        .startsWith("{\"statements\":[{")
        .contains("http://e.x/c");
  }

  @Test
  void a_voided_statement_is_found_by_its_own_parameter_alone() {
    String referring = statement("6690e6c9-3ef0-4ed3-8b37-000000000002")
        .replace(
            "{\"id\":\"http://e.x/c\"}", "{\"objectType\":\"StatementRef\",\"id\":\"" + ID + "\"}")
        .replace("http://e.x/did", "http://e.x/liked");
    lrs.store(statement(ID));
    lrs.store(referring);
    lrs.store(voiding(OTHER, ID));

    assertThat(lrs.get("/statements?statementId=" + ID).status()).isEqualTo(404);
    assertThat(lrs.read("/statements?voidedStatementId=" + ID)).contains("\"id\":\"" + ID + "\"");
    assertThat(lrs.get("/statements?voidedStatementId=" + OTHER).status()).isEqualTo(404);
    assertThat(lrs.read("/statements?verb=http://e.x/did"))
        .doesNotContain("\"id\":\"http://e.x/did\"")
        .contains("http://e.x/liked", OTHER);
  }

  @Test
  void attachments_come_only_when_they_are_asked_for() {
    byte[] bytes = "x".getBytes(StandardCharsets.UTF_8);
    String hash = Sha256.of(bytes).hex();
    String sent = LrsHttpTest.withAttachment("x", hash);
    String headers = "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + hash;
    assertThat(lrs.send(LrsHttpTest.multipart(sent, headers, "x")).status()).isEqualTo(200);

    for (String one : List.of("/statements?", "/statements?statementId=" + ID + "&")) {
      assertThat(type(one + "attachments=false")).isEqualTo("application/json");
      assertThat(type(one + "attachments=true")).startsWith("multipart/mixed");
    }
  }

  private String type(String target) {
    return lrs.get(target).headers().first("Content-Type").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | {S}",
        "multipart/form-data; boundary=B | --B~Content-Type: application/json~~{S}~--B~{H}~~x~--B--~",
        "multipart/mixed | --B~Content-Type: application/json~~{S}~--B~{H}~~x~--B--~",
        "multipart/mixed; boundary=B | Content-Type: application/json~~{S}~--B~{H}~~x~--B--~",
        "multipart/mixed; boundary=B | --B~Content-Type: application/json~~{S}~{H}~~x~--B--~",
        "multipart/mixed; boundary=B | --B~Content-Type: text/plain~~{S}~--B~{H}~~x~--B--~",
        "multipart/mixed; boundary=B | --B~{H}~~x~--B~Content-Type: application/json~~{S}~--B--~",
        "multipart/mixed; boundary=B | --B~Content-Type: application/json~~{S}~--B~X-Experience-API-Hash: HASH~~x~--B--~",
        "multipart/mixed; boundary=B | --B~Content-Type: application/json~~{S}~--B~Content-Transfer-Encoding: binary~~x~--B--~",
        "multipart/mixed; boundary=B | --B~Content-Type: application/json~~{S}~--B~{H}~~x~--B~Content-Transfer-Encoding: binary~X-Experience-API-Hash: 00~~y~--B--~",
        "application/json | {S}",
      })
  void statements_whose_attachments_do_not_come_as_they_must_are_refused(String type, String body) {
    String hash = Sha256.of("x".getBytes(StandardCharsets.UTF_8)).hex();
    String sent = body.replace(
            "{H}", "Content-Transfer-Encoding: binary~X-Experience-API-Hash: HASH")
        .replace("HASH", hash)
        .replace("~", "\r\n")
        .replace("{S}", LrsHttpTest.withAttachment("x", hash));

    HttpResponse answer = lrs.send(
        request("POST", "/statements").withBody(type, sent.getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(lrs.read("/statements")).startsWith("{\"statements\":[],");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "agent=%7B%22mbox%22%3A%22ann%22%7D",
        "verb=did",
        "activity=course",
        "registration=1",
        "since=2026-05-01",
        "until=yesterday",
        "limit=one",
        "related_agents=1",
        "related_activities=no",
        "ascending=TRUE",
        "attachments=1",
        "format=Exact",
        "statementId=1",
        "voidedStatementId=1"
      })
  void a_value_that_a_statement_could_not_have_is_refused(String parameter) {
    assertThat(lrs.get("/statements?" + parameter).status()).isEqualTo(400);
  }

  @Test
  void a_statement_keeps_the_version_under_which_it_came() {
    lrs.store(statement(ID).replace("\"actor\"", "\"version\":\"1.0.0\",\"actor\""));
    HttpRequest newer = json("POST", "/statements", statement(OTHER)).withHeader(VERSION, "2.0.0");
    assertThat(lrs.send(newer).status()).isEqualTo(200);

    assertThat(lrs.read("/statements?statementId=" + ID)).contains("\"version\":\"1.0.0\"");
    assertThat(lrs.read("/statements?statementId=" + OTHER)).contains("\"version\":\"2.0.0\"");
  }
}
