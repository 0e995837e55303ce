package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpRequest;

/** Whatever is sent, the answer is one that the specification knows. */
class LrsHttpFuzzTest {
  private static final Set<Integer> DOCUMENTED =
      Set.of(200, 204, 304, 400, 401, 403, 404, 405, 409, 412, 413);
  private static final String STATEMENT =
      "{\"id\":\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\",\"actor\":{\"objectType\":\"Group\",\"member\":[{\"mbox\":\"mailto:a@e.x\"}]},"
          + "\"verb\":{\"id\":\"http://e.x/v\",\"display\":{\"en\":\"v\"}},\"object\":{\"objectType\":\"SubStatement\","
          + "\"actor\":{\"account\":{\"homePage\":\"http://e.x\",\"name\":\"n\"}},\"verb\":{\"id\":\"http://e.x/v\"},"
          + "\"object\":{\"id\":\"http://e.x/c\",\"definition\":{\"interactionType\":\"choice\",\"choices\":[{\"id\":\"a\"}],"
          + "\"extensions\":{\"http://e.x/e\":[null,1e400,{\"a\":\"\\u00e4\\ud83d\\ude00\"}]}}}},"
          + "\"result\":{\"score\":{\"scaled\":-1,\"raw\":1.10},\"duration\":\"PT1.5S\"},\"timestamp\":\"2026-05-01T10:00:00.5+02:00\","
          + "\"context\":{\"registration\":\"6690e6c9-3ef0-4ed3-8b37-7f3964730bee\",\"language\":\"de\",\"contextActivities\":{\"parent\":{\"id\":\"http://e.x/p\"}}},"
          + "\"attachments\":[{\"usageType\":\"http://adlnet.gov/expapi/attachments/signature\",\"display\":{},\"contentType\":\"application/octet-stream\",\"length\":1,\"sha2\":\""
          + "0".repeat(64) + "\",\"fileUrl\":\"http://e.x/f\"}]}";

  private final LrsEndpoint lrs = new LrsEndpoint();

  private int status(HttpRequest request) {
    try {
      int status = lrs.send(request).status();
      return status;
    } catch (HttpException e) {
      return e.status();
    }
  }

  @Property(tries = 1_000)
  void a_changed_statement_is_taken_or_refused(@ForAll("changes") byte[] body) {
    HttpRequest request =
        LrsEndpoint.request("POST", "/statements").withBody("application/json", body);

    assertThat(DOCUMENTED).contains(status(request));
  }

  @Provide
  Arbitrary<byte[]> changes() {
    byte[] valid = STATEMENT.getBytes(StandardCharsets.UTF_8);
    return changed(valid);
  }

  private static Arbitrary<byte[]> changed(byte[] valid) {
    Arbitrary<Integer> place = Arbitraries.integers().between(0, valid.length - 1);
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 40);
    Arbitrary<String> piece = Arbitraries.of(
        "",
        "null",
        "{}",
        "[]",
        "\"\"",
        "1e999999999",
        "-1e99999999999",
        "-0",
        "\"\\ud800\"",
        "{\"a\":1,\"a\":2}",
        "\u0000",
        "\"",
        "}",
        "]",
        ",",
        ":",
        "\"objectType\":\"Agent\",",
        "[[[[[[",
        "\r\n--B\r\n",
        "--B--",
        "true",
        "\"id\":1,");
    return Combinators.combine(place, length, piece).as((at, cut, text) -> {
      byte[] middle = text.getBytes(StandardCharsets.UTF_8);
      int rest = Math.min(valid.length, at + cut);
      byte[] out = new byte[at + middle.length + valid.length - rest];
      System.arraycopy(valid, 0, out, 0, at);
      System.arraycopy(middle, 0, out, at, middle.length);
      System.arraycopy(valid, rest, out, at + middle.length, valid.length - rest);
      return out;
    });
  }

  @Property(tries = 500)
  void a_changed_multipart_body_is_taken_or_refused(@ForAll("multiparts") byte[] body) {
    HttpRequest request =
        LrsEndpoint.request("POST", "/statements").withBody("multipart/mixed; boundary=B", body);

    assertThat(DOCUMENTED).contains(status(request));
  }

  @Provide
  Arbitrary<byte[]> multiparts() {
    String body = "--B\r\nContent-Type: application/json\r\n\r\n" + STATEMENT
        + "\r\n--B\r\nContent-Type: text/plain\r\n"
        + "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + "0".repeat(64)
        + "\r\n\r\nx\r\n--B--\r\n";
    return changed(body.getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 500)
  void any_request_gets_a_documented_answer(
      @ForAll("methods") String method,
      @ForAll("paths") String path,
      @ForAll("parameters") String name,
      @ForAll("values") String value,
      @ForAll("headers") String header,
      @ForAll("values") String headerValue) {
    HttpRequest request = LrsEndpoint.request(method, path)
        .withBody("application/json", value.getBytes(StandardCharsets.UTF_8));
    HttpRequest asked = new HttpRequest(
        request.method(),
        "",
        path,
        request.query().and(name, value).and("agent", "{\"mbox\":\"mailto:a@e.x\"}"),
        request.headers(),
        request.body(),
        request.connection());

    assertThat(DOCUMENTED).contains(status(withHeader(asked, header, headerValue)));
  }

  private static HttpRequest withHeader(HttpRequest request, String name, String value) {
    boolean possible = value.chars().noneMatch(c -> c < ' ' || c == 0x7f);
    return possible ? request.withHeader(name, value) : request;
  }

  @Provide
  Arbitrary<String> methods() {
    return Arbitraries.of("GET", "HEAD", "PUT", "POST", "DELETE", "OPTIONS", "PATCH");
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
        "/statements",
        "/activities/state",
        "/activities/profile",
        "/agents/profile",
        "/agents",
        "/activities",
        "/about",
        "/",
        "/x");
  }

  @Provide
  Arbitrary<String> parameters() {
    return Arbitraries.of(
        "statementId",
        "voidedStatementId",
        "agent",
        "verb",
        "activity",
        "registration",
        "related_agents",
        "since",
        "until",
        "limit",
        "format",
        "attachments",
        "ascending",
        "cursor",
        "activityId",
        "stateId",
        "profileId",
        "method",
        "x");
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> likely = Arbitraries.of(
        "",
        "true",
        "1",
        "99999999999",
        "http://e.x/c",
        "6690e6c9-3ef0-4ed3-8b37-7f3964730bee",
        "2026-05-01T10:00:00Z",
        "ids",
        "*",
        "\"\"",
        "{}",
        "{\"mbox\":\"mailto:a@e.x\"}",
        "application/json",
        "multipart/mixed; boundary=B",
        "gzip",
        "2.0.0",
        "de;q=x");
    return Arbitraries.oneOf(likely, Arbitraries.strings().ofMaxLength(30));
  }

  @Provide
  Arbitrary<String> headers() {
    return Arbitraries.of(
        "Content-Type",
        "Content-Encoding",
        "Content-Length",
        "If-Match",
        "If-None-Match",
        "Authorization",
        "Accept-Language",
        "Accept-Encoding",
        "X-Experience-API-Version",
        "Origin");
  }
}
