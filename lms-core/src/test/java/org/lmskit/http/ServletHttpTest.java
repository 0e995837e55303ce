package org.lmskit.http;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.HttpServers;

class ServletHttpTest extends AdapterTest {
  ServletHttpTest() {
    super(HttpServers.SERVLET);
  }

  @Test
  void long_body_that_nobody_read_ends_the_connection_and_the_client_is_told() throws Exception {
    HttpHandler handler = r -> HttpResponse.text(401, "who are you");

    try (HttpServers.Running running = HttpServers.SERVLET.start("/base", handler);
        Socket socket =
            new Socket(running.address().getHost(), running.address().getPort())) {
      socket.setSoTimeout(20_000);
      String head = "POST /base/x HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));

      String answer =
          new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

      assertThat(answer).startsWith("HTTP/1.1 401").contains("\r\nConnection: close\r\n");
    }
  }

  @Test
  void body_that_fails_before_anything_was_sent_is_an_internal_error() throws Exception {
    HttpHandler handler = r -> HttpResponse.of(200, "application/x", HttpBody.streaming(out -> {
      out.write('x');
      throw new IOException("secret");
    }));

    try (HttpServers.Running running = HttpServers.SERVLET.start("/base", handler)) {
      var answer = HttpClient.newHttpClient()
          .send(
              java.net.http.HttpRequest.newBuilder(running.address().resolve("/base/x"))
                  .build(),
              ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("internal error");
    }
  }

  @Test
  void failure_is_told_to_the_host_and_leaves_him_his_headers() throws Exception {
    IllegalStateException cause = new IllegalStateException("secret");
    List<Object> told = new ArrayList<>();
    HttpServlet host = new HttpServlet() {
      @Override
      protected void service(HttpServletRequest request, HttpServletResponse response)
          throws IOException {
        response.addHeader("Access-Control-Allow-Origin", "https://host.example");
        ServletHttp.serve(failing(request.getQueryString(), cause), "/base", request, response);
        told.add(request.getAttribute(ServletHttp.FAILURE));
      }
    };

    try (HttpServers.Running running = HttpServers.serving("/base", host)) {
      for (String when : List.of("handling", "writing")) {
        var answer = HttpClient.newHttpClient()
            .send(
                java.net.http.HttpRequest.newBuilder(running.address().resolve("/base/x?" + when))
                    .build(),
                ofString());

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin"))
            .containsExactly("https://host.example");
        assertThat(answer.headers().firstValue("X-Answer")).isEmpty();
      }
    }
    assertThat(told).containsExactly(cause, cause);
  }

  private static HttpHandler failing(String when, RuntimeException cause) {
    return request -> {
      if (when.equals("handling")) {
        throw cause;
      }
      HttpBody body = HttpBody.streaming(out -> {
        throw cause;
      });
      return HttpResponse.of(200, "application/x", body).withHeader("X-Answer", "1");
    };
  }
}
