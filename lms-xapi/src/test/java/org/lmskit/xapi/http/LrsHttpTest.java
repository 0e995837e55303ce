package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.Scope;
import org.lmskit.xapi.json.JsonLimits;

class LrsHttpTest {
  static final String ID = "6690e6c9-3ef0-4ed3-8b37-7f3964730bee";
  private static final String CORE =
      "\"actor\":{\"mbox\":\"mailto:ann@example.org\"},\"verb\":{\"id\":\"http://e.x/did\"},\"object\":{\"id\":\"http://e.x/c\"}";
  private static final String AGENT = encoded("{\"mbox\":\"mailto:ann@example.org\"}");
  static final String STATE = "/activities/state?activityId=http://e.x/c&agent=" + AGENT;
  static final String PROFILE = "/agents/profile?agent=" + AGENT + "&profileId=p";

  LrsEndpoint lrs;

  @BeforeEach
  void open() throws Exception {
    lrs = endpoint(HttpLimits.DEFAULT);
  }

  /** An empty store behind these limits; here its handler is called directly. */
  LrsEndpoint endpoint(HttpLimits limits) throws Exception {
    return new LrsEndpoint(limits, handler -> handler);
  }

  /** The base of the handler's addresses. */
  String base() {
    return "";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String statement(String id, String more) {
    return "{\"id\":\"" + id + "\"," + CORE + more + "}";
  }

  int status(HttpRequest request) {
    return lrs.send(request).status();
  }

  private String get(String target) {
    HttpResponse response = lrs.send(request("GET", target));
    assertThat(response.status()).isEqualTo(200);
    return text(response);
  }

  @Test
  void a_statement_comes_back_to_the_letter_with_what_the_store_sets() {
    String sent = statement(ID, " ,\n \"result\":{\"score\":{\"raw\":1.10e0}}");

    assertThat(status(json("PUT", "/statements?statementId=" + ID, sent))).isEqualTo(204);

    HttpResponse answer = lrs.send(request("GET", "/statements?statementId=" + ID));
    assertThat(text(answer))
        .startsWith(sent.substring(0, sent.length() - 1))
        .contains("\"stored\":", "\"timestamp\":", "\"version\":\"1.0.0\"", "\"name\":\"all\"");
    assertThat(answer.headers().first("Last-Modified")).isPresent();
    assertThat(answer.headers().first("X-Experience-API-Consistent-Through")).isPresent();
    assertThat(answer.headers().first("X-Experience-API-Version")).contains("1.0.3");
  }

  @Test
  void a_batch_is_answered_with_its_ids_in_order() {
    String other = "6690e6c9-3ef0-4ed3-8b37-000000000000";

    HttpResponse answer = lrs.send(
        json("POST", "/statements", "[" + statement(ID, "") + "," + statement(other, "") + "]"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).isEqualTo("[\"" + ID + "\",\"" + other + "\"]");
  }

  @Test
  void a_refusal_lists_every_problem_with_its_pointer() {
    HttpResponse answer = lrs.send(json("POST", "/statements", "{\"actor\":{},\"verb\":1}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer))
        .contains(
            "\"location\":\"/actor\"",
            "\"location\":\"/verb\"",
            "XAPI-ACTOR-003",
            "XAPI-JSON-006",
            "Data 2.2");
    assertThat(answer.headers().first("X-Experience-API-Consistent-Through")).isPresent();
  }

  @Test
  void pages_go_on_where_more_says() {
    for (int i = 0; i < 5; i++) {
      assertThat(status(json("POST", "/statements", "{" + CORE + "}"))).isEqualTo(200);
    }

    String first = get("/statements?limit=2&ascending=true&verb=" + encoded("http://e.x/did"));
    String second = get(more(first));
    String third = get(more(second));

    assertThat(first.split("\"stored\"")).hasSize(3);
    assertThat(second.split("\"stored\"")).hasSize(3);
    assertThat(third.split("\"stored\"")).hasSize(2);
    assertThat(more(third)).isEmpty();
  }

  /** Where the next page is, below the base; empty if there is none. */
  private String more(String page) {
    Matcher matcher =
        Pattern.compile("\"more\":\"(?:([^\"]*?)(/statements[^\"]*))?\"").matcher(page);
    assertThat(matcher.find()).isTrue();
    if (matcher.group(2) == null) return "";
    assertThat(matcher.group(1)).isEqualTo(base());
    return matcher.group(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/statements?foo=1",
        "/statements?StatementId=" + ID,
        "/statements?statementId=1",
        "/statements?statementId=" + ID + "&limit=1",
        "/statements?statementId=" + ID + "&voidedStatementId=" + ID,
        "/statements?limit=-1",
        "/statements?limit=1&limit=2",
        "/statements?ascending=yes",
        "/statements?since=yesterday",
        "/statements?verb=did",
        "/statements?agent=ann",
        "/statements?agent=%7B%22objectType%22%3A%22Group%22%2C%22member%22%3A%5B%5D%7D",
        "/statements?format=short",
        "/statements?cursor=nothing",
        "/agents",
        "/agents?agent=1",
        "/activities",
        "/activities?activityId=c",
        "/activities/state?activityId=http://e.x/c",
        "/activities/profile?profileId=p",
        "/agents/profile?profileId=p",
      })
  void wrong_parameters_are_refused_with_400(String target) {
    assertThat(status(request("GET", target))).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "1.0.3,200,1.0.3",
    "1.0,200,1.0.3",
    "1.0.9,200,1.0.3",
    "2.0.0,200,2.0.0",
    "0.95,400,2.0.0",
    "1.1,400,2.0.0",
    "x,400,2.0.0"
  })
  void the_version_is_negotiated(String sent, int status, String answered) {
    HttpResponse answer =
        lrs.send(request("GET", "/statements").withHeader("X-Experience-API-Version", sent));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers().first("X-Experience-API-Version")).contains(answered);
  }

  @Test
  void about_needs_neither_version_nor_credentials() {
    HttpResponse answer = lrs.send(HttpRequest.of("GET", "/about"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer)).contains("\"1.0.3\"", "\"2.0.0\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic YWxsOndyb25n", "Basic ???", "Bearer x", "Basic", ""})
  void wrong_credentials_are_answered_with_401(String header) {
    HttpResponse answer =
        lrs.send(request("GET", "/statements").withHeader("Authorization", header));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().first("WWW-Authenticate")).isPresent();
  }

  @Test
  void read_mine_shows_only_what_the_same_authority_stored() {
    lrs.send(json("PUT", "/statements?statementId=" + ID, statement(ID, "")));

    HttpResponse answer = lrs.send(LrsEndpoint.as(
        Scope.STATEMENTS_READ_MINE, request("GET", "/statements?statementId=" + ID)));

    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/nothing,404",
    "GET,/statements/,404",
    "DELETE,/statements,405",
    "POST,/agents,405",
    "PATCH,/activities/state,405",
    "POST,/about,405"
  })
  void what_does_not_exist_is_said(String method, String target, int status) {
    assertThat(status(request(method, target))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE,/statements,'GET, HEAD, PUT, POST'",
    "PATCH,/agents/profile,'GET, HEAD, PUT, POST, DELETE'",
    "PUT,/activities,'GET, HEAD'",
    "DELETE,/about,'GET, HEAD'"
  })
  void a_method_that_a_resource_lacks_is_refused_with_those_it_has(
      String method, String target, String allowed) {
    HttpResponse answer = lrs.send(request(method, target));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().first("Allow")).contains(allowed);
  }

  @Test
  void a_document_is_guarded_by_its_etag() {
    assertThat(status(json("PUT", PROFILE, "{}"))).isEqualTo(400);
    assertThat(status(json("PUT", PROFILE, "{\"a\":1}").withHeader("If-None-Match", "*")))
        .isEqualTo(204);
    String etag = lrs.send(request("GET", PROFILE)).headers().first("ETag").orElseThrow();

    assertThat(etag).matches("\"[0-9a-f]{40}\"");
    assertThat(status(json("PUT", PROFILE, "{}"))).isEqualTo(409);
    assertThat(status(json("PUT", PROFILE, "{}").withHeader("If-None-Match", "*")))
        .isEqualTo(412);
    assertThat(status(json("PUT", PROFILE, "{}").withHeader("If-Match", "\"1\"")))
        .isEqualTo(412);
    assertThat(status(json("PUT", PROFILE, "{}").withHeader("If-Match", "\"1\", " + etag)))
        .isEqualTo(204);
    assertThat(status(request("DELETE", PROFILE).withHeader("If-Match", etag))).isEqualTo(412);
    assertThat(status(request("DELETE", PROFILE))).isEqualTo(204);
    assertThat(status(request("GET", PROFILE))).isEqualTo(404);
  }

  @Test
  void a_known_document_is_not_sent_again() {
    lrs.send(json("PUT", STATE + "&stateId=s", "{}"));
    String etag =
        lrs.send(request("GET", STATE + "&stateId=s")).headers().first("ETag").orElseThrow();

    assertThat(status(request("GET", STATE + "&stateId=s").withHeader("If-None-Match", etag)))
        .isEqualTo(304);
  }

  @Test
  void a_state_may_be_overwritten_under_1_0_and_needs_a_condition_under_2_0() {
    String target = STATE + "&stateId=s";

    assertThat(status(json("PUT", target, "{}"))).isEqualTo(204);
    assertThat(status(json("PUT", target, "{}"))).isEqualTo(204);
    assertThat(status(json("PUT", target, "{}").withHeader("X-Experience-API-Version", "2.0.0")))
        .isEqualTo(409);
  }

  @Test
  void posted_json_is_merged_and_anything_else_is_refused() {
    String target = STATE + "&stateId=s";
    lrs.send(json("POST", target, "{\"a\":{\"x\":1},\"b\":1.10}"));

    assertThat(status(json("POST", target, "{\"a\":{\"y\":2}}"))).isEqualTo(204);

    assertThat(get(target)).isEqualTo("{\"a\":{\"y\":2},\"b\":1.10}");
    assertThat(status(json("POST", target, "[1]"))).isEqualTo(400);
    assertThat(status(json("POST", target, "{"))).isEqualTo(400);
    assertThat(status(request("POST", target).withBody("text/plain", new byte[] {65})))
        .isEqualTo(400);
  }

  @Test
  void states_are_listed_and_deleted_together() {
    lrs.send(json("PUT", STATE + "&stateId=one", "{}"));
    lrs.send(json("PUT", STATE + "&stateId=two&registration=" + ID, "{}"));

    assertThat(get(STATE)).contains("\"one\"", "\"two\"");
    assertThat(get(STATE + "&registration=" + ID)).isEqualTo("[\"two\"]");
    assertThat(get(STATE + "&since=2999-01-01T00:00:00Z")).isEqualTo("[]");
    assertThat(status(request("DELETE", STATE))).isEqualTo(204);
    assertThat(get(STATE)).isEqualTo("[]");
  }

  @Test
  void agents_and_activities_can_be_looked_up() {
    lrs.send(json(
        "POST",
        "/statements",
        "{"
            + CORE.replace(
                "\"http://e.x/c\"", "\"http://e.x/c\",\"definition\":{\"name\":{\"en\":\"C\"}}")
            + "}"));

    assertThat(get("/agents?agent=" + AGENT))
        .isEqualTo("{\"objectType\":\"Person\",\"mbox\":[\"mailto:ann@example.org\"]}");
    assertThat(get("/activities?activityId=http://e.x/c"))
        .contains("\"objectType\":\"Activity\"", "\"name\":{\"en\":\"C\"}");
    assertThat(get("/activities?activityId=http://e.x/unknown"))
        .isEqualTo("{\"objectType\":\"Activity\",\"id\":\"http://e.x/unknown\"}");
  }

  @Test
  void head_is_answered_like_get() {
    assertThat(status(request("HEAD", "/statements"))).isEqualTo(200);
    assertThat(status(request("HEAD", "/about"))).isEqualTo(200);
    assertThat(status(request("HEAD", PROFILE))).isEqualTo(404);
  }

  @Test
  void a_form_can_hold_another_request_under_1_0() {
    String form = "statementId=" + ID + "&content=" + encoded(statement(ID, ""))
        + "&Content-Type=application%2Fjson";

    assertThat(status(form("/statements?method=PUT", form))).isEqualTo(204);
    assertThat(status(form("/statements?method=GET", "statementId=" + ID))).isEqualTo(200);
    assertThat(status(form("/statements?method=PUT&statementId=" + ID, form))).isEqualTo(400);
    assertThat(status(form("/statements?method=PATCH", form))).isEqualTo(400);
    assertThat(status(json("POST", "/statements?method=PUT", "{}"))).isEqualTo(400);
    assertThat(status(form("/statements?method=GET", "X-Experience-API-Version=0.8")))
        .isEqualTo(400);
    assertThat(status(form("/statements?method=GET", "If-Match=%0A"))).isEqualTo(400);
    assertThat(status(
            form("/statements?method=GET", "").withHeader("X-Experience-API-Version", "2.0.0")))
        .isEqualTo(400);
  }

  private static HttpRequest form(String target, String body) {
    return request("POST", target)
        .withBody("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void attachments_travel_both_ways() {
    String bytes = "one\r\n--two\r\n";
    String hash = Sha256.of(bytes.getBytes(StandardCharsets.UTF_8)).hex();
    String sent = withAttachment(bytes, hash);

    assertThat(status(multipart(
            sent,
            "Content-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                + hash,
            bytes)))
        .isEqualTo(200);

    HttpResponse answer =
        lrs.send(request("GET", "/statements?attachments=true&statementId=" + ID));
    assertThat(answer.headers().first("Content-Type").orElseThrow())
        .startsWith("multipart/mixed; boundary=");
    assertThat(text(answer))
        .contains("X-Experience-API-Hash: " + hash + "\r\n", "\r\n\r\n" + bytes + "\r\n--lmskit-");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: text/plain\r\nX-Experience-API-Hash: HASH",
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: binary",
        "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: 0000",
        "no colon",
      })
  void an_attachment_without_its_headers_is_refused(String headers) {
    String hash = Sha256.of("x".getBytes(StandardCharsets.UTF_8)).hex();

    assertThat(status(multipart(withAttachment("x", hash), headers.replace("HASH", hash), "x")))
        .isEqualTo(400);
  }

  @Test
  void an_attachment_that_does_not_come_is_refused() {
    String hash = Sha256.of("x".getBytes(StandardCharsets.UTF_8)).hex();
    String headers = "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + hash;

    assertThat(status(json("POST", "/statements", withAttachment("x", hash)))).isEqualTo(400);
    assertThat(status(multipart(withAttachment("x", hash), headers, "y"))).isEqualTo(400);
    assertThat(status(request("GET", "/statements?statementId=" + ID))).isEqualTo(404);
  }

  static String withAttachment(String bytes, String hash) {
    return statement(
        ID,
        ",\"attachments\":[{\"usageType\":\"http://e.x/u\",\"display\":{\"en\":\"d\"},\"contentType\":\"text/plain\",\"length\":"
            + bytes.length() + ",\"sha2\":\"" + hash + "\"}]");
  }

  static HttpRequest multipart(String json, String headers, String bytes) {
    String body = "--B\r\nContent-Type: application/json\r\n\r\n" + json + "\r\n--B\r\n" + headers
        + "\r\n\r\n" + bytes + "\r\n--B--\r\n";
    return request("POST", "/statements")
        .withBody("multipart/mixed; boundary=\"B\"", body.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--B",
        "--B--",
        "--B\r\n\r\n{}\r\n--B--",
        "--B\r\nContent-Type: application/json\r\n\r\n{}",
        "--B\r\nContent-Type: application/json\r\n\r\n{}\r\n--BX"
      })
  void a_broken_multipart_body_is_refused(String body) {
    assertThat(status(request("POST", "/statements")
            .withBody("multipart/mixed; boundary=B", body.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(400);
    assertThat(status(request("POST", "/statements")
            .withBody("multipart/mixed", body.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(400);
  }

  @Test
  void packed_bodies_are_understood_and_sent() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(statement(ID, ",\"result\":{\"response\":\"" + "r".repeat(4_000) + "\"}")
          .getBytes(StandardCharsets.UTF_8));
    }
    HttpRequest sent =
        request("POST", "/statements").withBody("application/json", packed.toByteArray());

    assertThat(status(sent.withHeader("Content-Encoding", "gzip"))).isEqualTo(200);
    assertThat(status(request("POST", "/statements")
            .withBody("application/json", new byte[] {1, 2})
            .withHeader("Content-Encoding", "gzip")))
        .isEqualTo(400);
    assertThat(status(json("POST", "/statements", "{}").withHeader("Content-Encoding", "br")))
        .isEqualTo(400);
    HttpResponse answer =
        lrs.send(request("GET", "/statements").withHeader("Accept-Encoding", "br, gzip"));
    assertThat(answer.headers().first("Content-Encoding")).contains("gzip");
    byte[] plain =
        new GZIPInputStream(new ByteArrayInputStream(answer.body().bytes())).readAllBytes();
    assertThat(new String(plain, StandardCharsets.UTF_8)).contains("rrrr");
  }

  @Test
  void too_much_is_refused_with_413_or_400() throws Exception {
    LrsEndpoint small = endpoint(new HttpLimits(1_000, 100, 1, new JsonLimits(10, 1, 20)));
    String big = statement(ID, ",\"result\":{\"response\":\"" + "r".repeat(2_000) + "\"}");
    String two = "[{" + CORE + "},{" + CORE + "}]";

    assertThat(small.send(json("POST", "/statements", big)).status()).isEqualTo(413);
    assertThat(small.send(multipart(big, "", "")).status()).isEqualTo(413);
    assertThat(small
            .send(json("PUT", STATE + "&stateId=s", "{\"a\":\"" + "r".repeat(200) + "\"}"))
            .status())
        .isEqualTo(413);
    assertThat(text(small.send(json("POST", "/statements", two)))).contains("XAPI-JSON-008");
  }

  @Test
  void pages_of_other_origins_may_call() {
    HttpResponse preflight = lrs.send(
        HttpRequest.of("OPTIONS", "/statements").withHeader("Origin", "https://a.example"));
    HttpResponse answer =
        lrs.send(request("GET", "/statements").withHeader("Origin", "https://a.example"));

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers().first("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization", "X-Experience-API-Version");
    assertThat(answer.headers().first("Access-Control-Allow-Origin")).contains("*");
    assertThat(answer.headers().first("Access-Control-Expose-Headers").orElseThrow())
        .contains("ETag");
  }

  @Test
  void canonical_speaks_the_language_that_is_accepted() {
    lrs.send(json(
        "PUT",
        "/statements?statementId=" + ID,
        statement(ID, "")
            .replace(
                "\"http://e.x/c\"",
                "\"http://e.x/c\",\"definition\":{\"name\":{\"en\":\"C\",\"de\":\"K\"}}")));

    HttpResponse answer = lrs.send(request("GET", "/statements?format=canonical&statementId=" + ID)
        .withHeader("Accept-Language", "de-AT, en;q=0.5"));

    assertThat(text(answer)).contains("\"name\":{\"de\":\"K\"}");
    assertThat(get("/statements?format=ids&statementId=" + ID))
        .contains("\"object\":{\"id\":\"http://e.x/c\"}");
  }
}
