package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.examples.samples.SamplePackage;

class EmbedThePlayerTest {
  private final HttpClient visitor = HttpClient.newHttpClient();

  @TempDir
  Path folder;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = EmbedThePlayer.start(SamplePackage.PALLET_RACKING.zipInto(folder));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void the_front_page_leads_to_the_player_and_its_content() throws Exception {
    String player = get("/").headers().firstValue("Location").orElseThrow();

    assertThat(get(player).body()).contains("player-page.js");
    assertThat(get(player.replaceFirst(".*base=", "") + "/launch").body())
        .contains("\"title\":\"Pallet racking\"", "\"exitUrl\":\"/done\"")
        .contains("http://localhost:" + server.getAddress().getPort() + "/scorm/content/");
    assertThat(get("/done").body()).startsWith("ACTIVE, 0/1 units");
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return visitor.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }
}
