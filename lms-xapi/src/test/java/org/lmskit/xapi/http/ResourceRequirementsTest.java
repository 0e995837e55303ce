package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.XapiVersion;

/** What the specification requires of requests, and of the Statement, Agents, Activities and About Resources. */
class ResourceRequirementsTest {
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

  private static final List<String> TARGETS = List.of(
      "/statements",
      "/agents?agent=" + AGENT,
      "/activities?activityId=http://e.x/c",
      "/activities/state?activityId=http://e.x/c&agent=" + AGENT,
      "/activities/profile?activityId=http://e.x/c",
      "/agents/profile?agent=" + AGENT);

  private final LrsEndpoint lrs = new LrsEndpoint();

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String statement(String id) {
    return "{\"id\":\"" + id + "\",\"actor\":{\"mbox\":\"mailto:ann@example.org\"},"
        + "\"verb\":{\"id\":\"http://e.x/did\"},\"object\":{\"id\":\"http://e.x/c\"},"
        + "\"context\":{\"registration\":\"" + REGISTRATION + "\"}}";
  }

  private static String voiding(String id, String target) {
    return statement(id)
        .replace("http://e.x/did", "http://adlnet.gov/expapi/verbs/voided")
        .replace("{\"id\":\"http://e.x/c\"}", "{\"objectType\":\"StatementRef\",\"id\":\"" + target + "\"}");
  }

  private HttpResponse get(String target) {
    return lrs.send(request("GET", target));
  }

  private String read(String target) {
    HttpResponse answer = get(target);
    assertThat(answer.status()).isEqualTo(200);
    return text(answer);
  }

  private void store(String statement) {
    assertThat(lrs.send(json("POST", "/statements", statement)).status()).isEqualTo(200);
  }

  @Test
  void put_stores_a_statement_under_the_id_of_its_parameter() {
    HttpResponse answer = lrs.send(json(
        "PUT", "/statements?statementId=" + ID, statement(ID).replace("\"id\":\"" + ID + "\",", "")));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(read("/statements?statementId=" + ID)).contains("\"id\":\"" + ID + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/statements", "/statements?statementId=1", "/statements?statementId=" + OTHER})
  void put_without_the_id_of_its_statement_is_refused(String target) {
    assertThat(lrs.send(json("PUT", target, statement(ID))).status()).isEqualTo(400);
    assertThat(read("/statements")).startsWith("{\"statements\":[],");
  }

  @Test
  void post_answers_with_the_ids_given_or_made() {
    String made = text(lrs.send(json("POST", "/statements", statement(ID).replace("\"id\":\"" + ID + "\",", ""))));

    assertThat(made).matches("\\[\"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\"]");
    assertThat(text(lrs.send(json("POST", "/statements", statement(ID))))).isEqualTo("[\"" + ID + "\"]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "POST"})
  void another_statement_under_a_known_id_changes_nothing(String method) {
    store(statement(ID));
    String target = method.equals("PUT") ? "/statements?statementId=" + ID : "/statements";
    String stored = read("/statements?statementId=" + ID);

    HttpResponse answer = lrs.send(json(method, target, statement(ID).replace("/did", "/undid")));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(read("/statements?statementId=" + ID)).isEqualTo(stored);
  }

  @Test
  void a_batch_with_one_broken_statement_stores_none() {
    String broken = statement(OTHER).replace("http://e.x/did", "did");

    HttpResponse answer =
        lrs.send(json("POST", "/statements", "[" + statement(ID) + "," + broken + "]"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(read("/statements")).startsWith("{\"statements\":[],\"more\":\"\"");
  }

  @Test
  void what_the_store_adds_are_timestamps_in_utc_and_timestamp_is_stored_where_none_came() {
    store(statement(ID));
    store(statement(OTHER).replace("\"actor\"", "\"timestamp\":\"2999-01-01T00:00:00.123Z\",\"actor\""));

    String text = read("/statements?statementId=" + ID);

    String stored = text.replaceAll(".*\"stored\":\"([^\"]*)\".*", "$1");
    assertThat(stored).endsWith("Z").satisfies(Instant::parse);
    assertThat(text).contains("\"timestamp\":\"" + stored + "\"");
    assertThat(read("/statements?statementId=" + OTHER))
        .contains("\"timestamp\":\"2999-01-01T00:00:00.123Z\"");
  }

  static List<String> filters() {
    return FILTERS.keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("filters")
  void statements_are_found_by_every_filter(String filter) {
    store(statement(ID));

    HttpResponse answer = get("/statements?" + filter + "=" + FILTERS.get(filter));

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
    store(statement(ID));

    assertThat(read("/statements?" + filter + "=" + value))
        .isEqualTo("{\"statements\":[],\"more\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://E.x/did", "http://e.x/%2564id", "http://e.x/did/", "HTTP://e.x/did"})
  void iris_are_compared_letter_by_letter(String verb) {
    store(statement(ID));

    assertThat(read("/statements?verb=" + verb)).startsWith("{\"statements\":[],");
  }

  static Stream<Arguments> exclusions() {
    return Stream.of("statementId", "voidedStatementId")
        .flatMap(id -> filters().stream().map(filter -> arguments(id, filter)));
  }

  @ParameterizedTest
  @MethodSource("exclusions")
  void a_single_statement_is_not_filtered(String id, String filter) {
    store(statement(ID));

    HttpResponse answer =
        get("/statements?" + id + "=" + ID + "&" + filter + "=" + FILTERS.get(filter));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().first(CONSISTENT)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ids", "exact", "canonical"})
  void one_or_many_statements_come_in_every_format(String format) {
    store(statement(ID));

    assertThat(read("/statements?format=" + format + "&statementId=" + ID)).startsWith("{").contains("http://e.x/c");
    assertThat(read("/statements?format=" + format)).startsWith("{\"statements\":[{").contains("http://e.x/c");
  }

  @Test
  void a_voided_statement_is_found_by_its_own_parameter_alone() {
    String referring = statement("6690e6c9-3ef0-4ed3-8b37-000000000002")
        .replace("{\"id\":\"http://e.x/c\"}", "{\"objectType\":\"StatementRef\",\"id\":\"" + ID + "\"}")
        .replace("http://e.x/did", "http://e.x/liked");
    store(statement(ID));
    store(referring);
    store(voiding(OTHER, ID));

    assertThat(get("/statements?statementId=" + ID).status()).isEqualTo(404);
    assertThat(read("/statements?voidedStatementId=" + ID)).contains("\"id\":\"" + ID + "\"");
    assertThat(get("/statements?voidedStatementId=" + OTHER).status()).isEqualTo(404);
    assertThat(read("/statements?verb=http://e.x/did"))
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
    return get(target).headers().first("Content-Type").orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
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
    String sent = body.replace("{H}", "Content-Transfer-Encoding: binary~X-Experience-API-Hash: HASH")
        .replace("HASH", hash)
        .replace("~", "\r\n")
        .replace("{S}", LrsHttpTest.withAttachment("x", hash));

    HttpResponse answer = lrs.send(request("POST", "/statements")
        .withBody(type, sent.getBytes(StandardCharsets.UTF_8)));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(read("/statements")).startsWith("{\"statements\":[],");
  }

  @ParameterizedTest
  @FieldSource("TARGETS")
  void head_is_get_without_its_body(String target) {
    store(statement(ID));
    HttpResponse get = get(target);

    HttpResponse head = lrs.send(request("HEAD", target));

    assertThat(head.status()).isEqualTo(get.status()).isEqualTo(200);
    assertThat(head.headers().first("Content-Type")).isEqualTo(get.headers().first("Content-Type"));
    assertThat(head.headers().first(VERSION)).contains("1.0.3");
  }

  @ParameterizedTest
  @FieldSource("TARGETS")
  void every_resource_wants_a_version_it_knows_and_answers_with_one(String target) {
    HttpRequest bare = LrsEndpoint.as(org.lmskit.xapi.Scope.ALL, HttpRequest.of("GET", target));

    assertThat(lrs.send(bare).status()).isEqualTo(400);
    assertThat(lrs.send(bare.withHeader(VERSION, "0.9.5")).status()).isEqualTo(400);
    assertThat(lrs.send(bare).headers().first(VERSION)).isPresent();
    for (String version : List.of("1.0.0", "1.0.1", "1.0.2", "1.0.3")) {
      HttpResponse answer = lrs.send(bare.withHeader(VERSION, version));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers().first(VERSION)).contains("1.0.3");
    }
    assertThat(lrs.send(bare.withHeader(VERSION, "2.0.0")).headers().first(VERSION))
        .contains("2.0.0");
  }

  @ParameterizedTest
  @FieldSource("TARGETS")
  void every_resource_wants_credentials_and_takes_basic_ones(String target) {
    HttpRequest none = HttpRequest.of("GET", target).withHeader(VERSION, "1.0.3");
    String wrong = Base64.getEncoder().encodeToString("all:wrong".getBytes(StandardCharsets.UTF_8));

    assertThat(lrs.send(none).status()).isEqualTo(401);
    assertThat(lrs.send(none.withHeader("Authorization", "Basic " + wrong)).status())
        .isEqualTo(401);
    assertThat(get(target).status()).isEqualTo(200);
  }

  static Stream<Arguments> parameters() {
    Stream<Arguments> filters = Stream.concat(
            filters().stream(), Stream.of("statementId", "voidedStatementId", "format", "attachments"))
        .map(name -> arguments("/statements?", name));
    return Stream.concat(
        filters,
        Stream.of(
            arguments("/agents?", "agent"),
            arguments("/activities?", "activityId"),
            arguments(TARGETS.get(3) + "&", "stateId"),
            arguments(TARGETS.get(4) + "&", "profileId"),
            arguments(TARGETS.get(5) + "&", "profileId")));
  }

  @ParameterizedTest
  @MethodSource("parameters")
  void a_parameter_in_another_case_is_none(String target, String name) {
    String other = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);

    assertThat(get(target + other + "=1").status()).isEqualTo(400);
    assertThat(get(target + "unknown=1").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "agent=%7B%22mbox%22%3A%22ann%22%7D", "verb=did", "activity=course", "registration=1",
    "since=2026-05-01", "until=yesterday", "limit=one", "related_agents=1", "related_activities=no",
    "ascending=TRUE", "attachments=1", "format=Exact", "statementId=1", "voidedStatementId=1"
  })
  void a_value_that_a_statement_could_not_have_is_refused(String parameter) {
    assertThat(get("/statements?" + parameter).status()).isEqualTo(400);
  }

  @Test
  void a_statement_keeps_the_version_under_which_it_came() {
    store(statement(ID).replace("\"actor\"", "\"version\":\"1.0.0\",\"actor\""));
    HttpRequest newer = json("POST", "/statements", statement(OTHER)).withHeader(VERSION, "2.0.0");
    assertThat(lrs.send(newer).status()).isEqualTo(200);

    assertThat(read("/statements?statementId=" + ID)).contains("\"version\":\"1.0.0\"");
    assertThat(read("/statements?statementId=" + OTHER)).contains("\"version\":\"2.0.0\"");
  }

  @Test
  void a_person_has_every_property_as_a_list() {
    for (String who : List.of(
        "\"name\":\"Ann\",\"mbox\":\"mailto:ann@example.org\"",
        "\"mbox_sha1sum\":\"0123456789abcdef0123456789abcdef01234567\"",
        "\"openid\":\"http://e.x/ann\"",
        "\"account\":{\"homePage\":\"http://e.x\",\"name\":\"ann\"}")) {
      store(statement(OTHER).replace(OTHER, java.util.UUID.nameUUIDFromBytes(who.getBytes(StandardCharsets.UTF_8)).toString())
          .replace("\"mbox\":\"mailto:ann@example.org\"", who));
    }

    assertThat(read("/agents?agent=" + AGENT))
        .isEqualTo("{\"objectType\":\"Person\",\"name\":[\"Ann\"],\"mbox\":[\"mailto:ann@example.org\"]}");
    assertThat(read("/agents?agent=" + encoded("{\"mbox_sha1sum\":\"0123456789abcdef0123456789abcdef01234567\"}")))
        .contains("\"mbox_sha1sum\":[\"0123456789abcdef0123456789abcdef01234567\"]");
    assertThat(read("/agents?agent=" + encoded("{\"openid\":\"http://e.x/ann\"}")))
        .contains("\"openid\":[\"http://e.x/ann\"]");
    assertThat(read("/agents?agent=" + encoded("{\"account\":{\"homePage\":\"http://e.x\",\"name\":\"ann\"}}")))
        .contains("\"account\":[{\"homePage\":\"http://e.x\",\"name\":\"ann\"}]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/agents", "/agents?agent=ann", "/agents?agent=%7B%7D", "/activities", "/activities?activityId=course"})
  void nobody_and_nothing_is_not_looked_up(String target) {
    assertThat(get(target).status()).isEqualTo(400);
  }

  @Test
  void an_activity_has_all_that_statements_said_of_it() {
    store(statement(ID).replace("\"http://e.x/c\"", "\"http://e.x/c\",\"definition\":{\"name\":{\"en\":\"C\"},\"type\":\"http://e.x/t\"}"));
    store(statement(OTHER).replace("\"http://e.x/c\"", "\"http://e.x/c\",\"definition\":{\"name\":{\"de\":\"K\"},\"moreInfo\":\"http://e.x/m\"}"));

    assertThat(read("/activities?activityId=http://e.x/c"))
        .contains("\"en\":\"C\"", "\"de\":\"K\"", "\"type\":\"http://e.x/t\"", "\"moreInfo\":\"http://e.x/m\"");
  }

  @Test
  void about_lists_the_versions() {
    HttpResponse answer = lrs.send(HttpRequest.of("GET", "/about"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).contains("\"version\":[\"1.0.0\",\"1.0.1\",\"1.0.2\",\"1.0.3\",\"2.0.0\"]");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "/agents | GET | agent={A} | 200",
    "/activities | GET | activityId=http%3A%2F%2Fe.x%2Fc | 200",
    "/activities/state | PUT | activityId=http%3A%2F%2Fe.x%2Fc&agent={A}&stateId=s&content=%7B%7D | 204",
    "/activities/state | POST | activityId=http%3A%2F%2Fe.x%2Fc&agent={A}&stateId=s&content=%7B%7D | 204",
    "/activities/state | DELETE | activityId=http%3A%2F%2Fe.x%2Fc&agent={A}&stateId=s | 204",
    "/activities/profile | PUT | activityId=http%3A%2F%2Fe.x%2Fc&profileId=p&content=%7B%7D&If-None-Match=* | 204",
    "/agents/profile | PUT | agent={A}&profileId=p&content=%7B%7D&If-None-Match=* | 204",
    "/statements | GET | limit=1 | 200",
  })
  void a_form_can_hold_a_request_to_every_resource_under_1_0(String path, String method, String form, int status) {
    HttpRequest sent = request("POST", path + "?method=" + method)
        .withBody("application/x-www-form-urlencoded", form.replace("{A}", AGENT).getBytes(StandardCharsets.UTF_8));

    assertThat(lrs.send(sent).status()).isEqualTo(status);
    assertThat(lrs.send(json("POST", path + "?method=" + method, "{}").withHeader(VERSION, "2.0.0")).status())
        .isIn(400, 405);
  }
}
