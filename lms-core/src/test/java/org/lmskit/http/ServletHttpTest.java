package org.lmskit.http;

import static java.net.http.HttpResponse.BodyHandlers.ofString;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.HttpServers;

class ServletHttpTest extends AdapterTest {
  ServletHttpTest() {
    super(HttpServers.SERVLET);
  }

  @Test
  void body_that_fails_before_anything_was_sent_is_an_internal_error() throws Exception {
    HttpHandler handler = r -> HttpResponse.of(200, "application/x", HttpBody.streaming(out -> {
      out.write('x');
      throw new IOException("secret");
    }));

    try (HttpServers.Running running = HttpServers.SERVLET.start("/base", handler)) {
      var answer = HttpClient.newHttpClient()
          .send(java.net.http.HttpRequest.newBuilder(running.address().resolve("/base/x")).build(), ofString());

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).isEqualTo("internal error");
    }
  }
}
