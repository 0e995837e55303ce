package org.lmskit.xapi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.http.LrsEndpoint.json;
import static org.lmskit.xapi.http.LrsEndpoint.request;
import static org.lmskit.xapi.http.LrsEndpoint.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.contract.HttpServers;
import org.lmskit.http.HttpHeaders;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.json.JsonLimits;

/** What the handler keeps, kept by a server too; and what only a connection can show. */
abstract class LrsHttpOnServerTest extends LrsHttpTest {
  private static final String TARGET = STATE + "&stateId=s";
  private static final HttpLimits SMALL = new HttpLimits(1_000, 100, 1, new JsonLimits(10, 1, 20));

  private final List<AutoCloseable> servers = new ArrayList<>();

  /** What the handler runs on. */
  abstract HttpServers adapter();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable server : servers) server.close();
  }

  @Override
  LrsEndpoint endpoint(HttpLimits limits) throws Exception {
    HttpServers.Running server = adapter().start(base(), super.endpoint(limits).http);
    servers.add(server);
    return new LrsEndpoint(limits, unused -> new OverHttp(server.address()));
  }

  @Override
  String base() {
    return "/xapi";
  }

  static List<String> targets() {
    return List.of(TARGET, "/statements?statementId=" + ID, "/about", "/statements?foo=1");
  }

  @ParameterizedTest
  @MethodSource("targets")
  void head_says_what_get_says_without_a_body(String target) {
    lrs.send(json("PUT", TARGET, "{\"a\":1}"));
    lrs.send(json("PUT", "/statements?statementId=" + ID, statement(ID, "")));

    HttpResponse get = lrs.send(request("GET", target));
    HttpResponse head = lrs.send(request("HEAD", target));

    assertThat(text(get)).isNotEmpty();
    assertThat(text(head)).isEmpty();
    assertThat(head.status()).isEqualTo(get.status());
    assertThat(lasting(head)).isEqualTo(lasting(get)).containsKey("Content-Length");
  }

  /** The headers that do not tell the time. */
  private static Map<String, List<String>> lasting(HttpResponse answer) {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(answer.headers().fields());
    fields.keySet().removeAll(Set.of("Date", "X-Experience-API-Consistent-Through"));
    return fields;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain; charset=ISO-8859-1",
        "text/html;charset=UTF-8",
        "application/octet-stream",
        "Application/X-Thing; A=\"b c\""
      })
  void a_document_keeps_its_type_and_bytes(String type) throws IOException {
    byte[] bytes = {0, -1, 13, 10, -28, 'a'};

    assertThat(status(request("PUT", TARGET).withBody(type, bytes))).isEqualTo(204);

    HttpResponse answer = lrs.send(request("GET", TARGET));
    assertThat(answer.headers().all("Content-Type"))
        .singleElement()
        .satisfies(sent -> assertThat(compact(sent)).isEqualTo(compact(type)));
    assertThat(answer.body().bytes()).isEqualTo(bytes);
  }

  /** Containers write the charset their own way, which means the same (RFC 9110 8.3.1, 8.3.2). */
  private static String compact(String type) {
    return type.contains("charset") ? type.toLowerCase(Locale.ROOT).replace("; ", ";") : type;
  }

  @Test
  void a_document_that_is_known_is_answered_with_its_etag_alone() {
    lrs.send(json("PUT", TARGET, "{\"a\":1}"));
    String etag = lrs.send(request("GET", TARGET)).headers().first("ETag").orElseThrow();

    HttpResponse known = lrs.send(request("GET", TARGET).withHeader("If-None-Match", etag));

    assertThat(known.status()).isEqualTo(304);
    assertThat(known.headers().all("ETag")).containsExactly(etag);
    assertThat(text(known)).isEmpty();
    assertThat(text(lrs.send(request("GET", TARGET)))).isEqualTo("{\"a\":1}");
  }

  @Test
  void a_large_attachment_travels_both_ways_packed_and_in_chunks() throws IOException {
    byte[] bytes = new byte[2_000_003];
    new Random(7).nextBytes(bytes);
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    String hash = Sha256.of(bytes).hex();
    HttpRequest plain = multipart(
        withAttachment(content, hash),
        "Content-Type: text/plain\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
            + hash,
        "CONTENT");
    String[] around =
        new String(plain.body().readAllBytes(), StandardCharsets.UTF_8).split("CONTENT");
    HttpRequest sent = chunked(
        plain.withHeader("Content-Encoding", "gzip"), packed(around[0] + content + around[1]));

    assertThat(status(sent)).isEqualTo(200);

    HttpResponse answer =
        lrs.send(request("GET", "/statements?attachments=true&statementId=" + ID));
    assertThat(new String(answer.body().bytes(), StandardCharsets.ISO_8859_1))
        .contains("\r\n\r\n" + content + "\r\n--lmskit-");
  }

  @Test
  void a_packed_body_that_ends_in_an_attachment_is_a_400() throws IOException {
    byte[] bytes = new byte[100_000];
    new Random(7).nextBytes(bytes);
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    String hash = Sha256.of(bytes).hex();
    String body = new String(
        multipart(
                withAttachment(content, hash),
                "Content-Transfer-Encoding: binary\r\nX-Experience-API-Hash: " + hash,
                "CONTENT")
            .body()
            .readAllBytes(),
        StandardCharsets.ISO_8859_1);
    HttpRequest post = multipart("", "", "").withHeader("Content-Encoding", "gzip");
    byte[] whole = packed(body.replace("CONTENT", content));

    for (int end : new int[] {5, 200, whole.length / 2, whole.length - 20}) {
      HttpResponse answer = lrs.send(chunked(post, Arrays.copyOf(whole, end)));

      assertThat(answer.status()).isEqualTo(400);
      assertThat(text(answer)).contains("not gzip");
    }
    assertThat(status(chunked(post, whole))).isEqualTo(200);
  }

  private static byte[] packed(String latin) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(latin.getBytes(StandardCharsets.ISO_8859_1));
    }
    return packed.toByteArray();
  }

  /** The request with this body, whose length is not said before. */
  private static HttpRequest chunked(HttpRequest request, byte[] body) {
    Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    fields.putAll(request.headers().fields());
    fields.remove("Content-Length");
    return new HttpRequest(
        request.method(),
        request.base(),
        request.path(),
        request.query(),
        new HttpHeaders(fields),
        new ByteArrayInputStream(body),
        request.connection());
  }

  @Test
  void a_limit_holds_for_chunks_and_for_what_is_unpacked() throws Exception {
    LrsEndpoint small = endpoint(SMALL);
    String big = statement(ID, ",\"result\":{\"response\":\"" + "r".repeat(2_000) + "\"}");
    HttpRequest post = json("POST", "/statements", big);

    HttpResponse inChunks = small.send(chunked(post, big.getBytes(StandardCharsets.UTF_8)));
    HttpResponse unpacked =
        small.send(chunked(post.withHeader("Content-Encoding", "gzip"), packed(big)));

    assertThat(inChunks.status()).isEqualTo(413);
    assertThat(text(inChunks)).startsWith("{\"status\":413,");
    assertThat(unpacked.status()).isEqualTo(413);
    assertThat(small.send(request("GET", "/statements?statementId=" + ID)).status())
        .isEqualTo(404);
  }

  @Test
  void a_refusal_may_be_read_by_pages_of_other_origins() {
    HttpRequest anonymous = HttpRequest.of("GET", "/statements")
        .withHeader("X-Experience-API-Version", "2.0.0")
        .withHeader("Origin", "https://a.example");

    HttpResponse answer = lrs.send(anonymous);

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers().all("Content-Type")).containsExactly("application/json");
    assertThat(answer.headers().all("Access-Control-Allow-Origin")).containsExactly("*");
    assertThat(answer.headers().all("X-Experience-API-Version")).containsExactly("2.0.0");
  }
}
