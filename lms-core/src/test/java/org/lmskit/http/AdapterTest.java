package org.lmskit.http;

import static java.net.http.HttpResponse.BodyHandlers.ofByteArray;
import static java.net.http.HttpResponse.BodyHandlers.ofInputStream;
import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.HttpServers;

/** What every adapter keeps, over real HTTP. */
abstract class AdapterTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final byte[] LARGE = new byte[3_000_001];

  static {
    new Random(7).nextBytes(LARGE);
  }

  private final HttpServers adapter;
  private AutoCloseable server = () -> {};

  AdapterTest(HttpServers adapter) {
    this.adapter = adapter;
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private java.net.http.HttpRequest.Builder to(HttpHandler handler, String path) throws Exception {
    HttpServers.Running running = adapter.start("/base", handler);
    server = running;
    return java.net.http.HttpRequest.newBuilder(running.address().resolve(path));
  }

  @Test
  void request_arrives_with_decoded_path_repeated_parameters_and_case_insensitive_headers()
      throws Exception {
    HttpHandler handler = r -> HttpResponse.text(
        200,
        r.method() + " " + r.base() + " " + r.path() + " " + r.query().all("a")
            + r.query().first("empty") + r.headers().first("X-THING").orElseThrow()
            + r.connection().isSecure() + r.connection().remoteAddress());

    var answer = CLIENT.send(
        to(handler, "/base/b%C3%A4r/%2B+x?a=1+2&a=%26&empty")
            .header("x-thing", "t")
            .build(),
        ofString());

    assertThat(answer.body()).isEqualTo("GET /base /bär/++x [1 2, &]Optional[]tfalse127.0.0.1");
  }

  @Test
  void base_itself_is_the_path_slash_and_its_longer_neighbour_is_not_below_it() throws Exception {
    HttpHandler handler = r -> HttpResponse.text(200, r.path());
    var request = to(handler, "/base");
    URI neighbour = URI.create(request.build().uri() + "ment/x");

    assertThat(CLIENT.send(request.build(), ofString()).body()).isEqualTo("/");
    assertThat(CLIENT.send(request.uri(neighbour).build(), ofString()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void broken_utf8_in_the_path_is_a_bad_request() throws Exception {
    var answer = CLIENT.send(to(r -> HttpResponse.of(200), "/base/%FF").build(), ofString());

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void large_bodies_stream_both_ways() throws Exception {
    HttpHandler echo =
        r -> HttpResponse.of(200, "application/x", HttpBody.streaming(r.body()::transferTo));

    var answer = CLIENT.send(
        to(echo, "/base/x")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(LARGE)))
            .build(),
        ofByteArray());

    assertThat(answer.body()).isEqualTo(LARGE);
    assertThat(answer.headers().firstValue("content-length")).isEmpty();
  }

  @Test
  void first_bytes_of_a_stream_arrive_before_the_last_are_written() throws Exception {
    CountDownLatch seen = new CountDownLatch(1);
    AtomicReference<Boolean> inTime = new AtomicReference<>();
    HttpHandler handler = r -> HttpResponse.of(200, "text/plain", HttpBody.streaming(out -> {
      out.write("first".getBytes(StandardCharsets.UTF_8));
      out.flush();
      inTime.set(await(seen));
      out.write("last".getBytes(StandardCharsets.UTF_8));
    }));

    var answer = CLIENT.send(to(handler, "/base/x").build(), ofInputStream());
    try (InputStream body = answer.body()) {
      assertThat(new String(body.readNBytes(5), StandardCharsets.UTF_8)).isEqualTo("first");
      seen.countDown();
      assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("last");
    }

    assertThat(inTime.get()).isTrue();
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void head_has_the_headers_and_length_of_get_but_no_body() throws Exception {
    HttpHandler handler =
        r -> HttpResponse.text(200, "twelve bytes").withHeader("X-Method", r.method());

    var answer = CLIENT.send(
        to(handler, "/base/x").method("HEAD", BodyPublishers.noBody()).build(), ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("content-length")).contains("12");
    assertThat(answer.headers().firstValue("x-method")).contains("HEAD");
  }

  @Test
  void empty_and_bodyless_answers_leave_the_connection_usable() throws Exception {
    HttpHandler handler = r -> HttpResponse.of(Integer.parseInt(r.path().substring(1)));
    var request = to(handler, "/base/204");
    String root = request.build().uri().toString().replace("204", "");

    for (int status : new int[] {204, 200, 304, 404, 204, 200}) {
      var answer = CLIENT.send(request.uri(URI.create(root + status)).build(), ofString());
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(answer.body()).isEmpty();
    }
  }

  @Test
  void body_that_nobody_read_leaves_the_connection_usable() throws Exception {
    URI address = to(r -> HttpResponse.text(400, "no"), "/base/x").build().uri();

    try (Socket socket = connected(address)) {
      BufferedReader in = reader(socket);
      for (int i = 0; i < 3; i++) {
        write(socket, "POST /base/x HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n");
        assertThat(head(in)).isEqualTo("HTTP/1.1 400 Bad Request");
        assertThat(in.read()).isEqualTo('n');
        assertThat(in.read()).isEqualTo('o');
        write(socket, "x".repeat(300_000));
      }
    }
  }

  @Test
  void body_that_nobody_read_before_an_answer_without_one_leaves_the_connection_usable()
      throws Exception {
    URI address = to(r -> HttpResponse.of(204), "/base/x").build().uri();

    try (Socket socket = connected(address)) {
      BufferedReader in = reader(socket);
      for (int i = 0; i < 3; i++) {
        write(socket, "DELETE /base/x HTTP/1.1\r\nHost: x\r\nContent-Length: 300000\r\n\r\n");
        write(socket, "x".repeat(300_000));
        assertThat(head(in)).isEqualTo("HTTP/1.1 204 No Content");
      }
    }
  }

  private static Socket connected(URI address) throws IOException {
    Socket socket = new Socket(address.getHost(), address.getPort());
    socket.setSoTimeout(20_000);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  /** Reads the status line and the headers; says the former. */
  private static String head(BufferedReader in) throws IOException {
    String status = in.readLine();
    String line = status;
    while (line != null && !line.isEmpty()) line = in.readLine();
    return status;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  @Test
  void repeated_response_headers_are_all_sent() throws Exception {
    HttpHandler handler = r -> new HttpResponse(
        200, HttpHeaders.of("Set-Cookie", "a=1").and("set-cookie", "b=2"), HttpBody.EMPTY);

    var answer = CLIENT.send(to(handler, "/base/x").build(), ofString());

    assertThat(answer.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
  }

  @Test
  void failure_with_a_status_is_answered_with_it() throws Exception {
    HttpHandler handler = r -> HttpResponse.text(200, r.readText(3));

    var answer = CLIENT.send(
        to(handler, "/base/x").POST(BodyPublishers.ofString("four")).build(), ofString());

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("the body is larger than 3 bytes");
  }

  @Test
  void unexpected_failure_is_an_internal_error() throws Exception {
    HttpHandler handler = r -> {
      throw new IllegalStateException("secret");
    };

    var answer = CLIENT.send(to(handler, "/base/x").build(), ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("internal error");
  }

  @Test
  void failure_of_reading_a_file_is_an_internal_error() throws Exception {
    HttpHandler handler = r -> {
      throw new NoSuchFileException("/srv/secret");
    };

    var answer = CLIENT.send(to(handler, "/base/x").build(), ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).isEqualTo("internal error");
  }

  @Test
  void handler_that_closes_the_body_is_answered() throws Exception {
    for (HttpResponse response : List.of(
        HttpResponse.of(204),
        HttpResponse.text(200, "ok"),
        HttpResponse.of(200, "application/x", HttpBody.streaming(out -> out.write('o'))))) {
      HttpHandler handler = r -> {
        r.body().close();
        return response;
      };

      var request =
          to(handler, "/base/x").POST(BodyPublishers.ofString("x".repeat(50))).build();

      assertThat(CLIENT.send(request, ofString()).statusCode()).isEqualTo(response.status());
    }
  }

  @Test
  void stream_that_breaks_is_never_taken_for_a_whole_one() throws Exception {
    HttpHandler handler = r -> HttpResponse.of(200, "application/x", HttpBody.streaming(out -> {
      out.write(LARGE, 0, 1_000_000);
      out.flush();
      throw new IOException("the disk is gone");
    }));
    var request = to(handler, "/base/x").build();

    assertThatThrownBy(() -> CLIENT.send(request, ofByteArray())).isInstanceOf(IOException.class);
  }

  @Test
  void part_of_a_file_is_served() throws Exception {
    HttpFile file = new HttpFile(
        "video/mp4",
        LARGE.length,
        "t1",
        (from, length) -> new ByteArrayInputStream(LARGE, (int) from, (int) length));

    var answer = CLIENT.send(
        to(file::answer, "/base/x").header("Range", "bytes=10-29").build(), ofByteArray());

    assertThat(answer.statusCode()).isEqualTo(206);
    assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(LARGE, 10, 30));
    assertThat(answer.headers().firstValue("content-range")).contains("bytes 10-29/3000001");
    assertThat(answer.headers().allValues("content-length").stream().collect(Collectors.joining()))
        .isEqualTo("20");
  }
}
