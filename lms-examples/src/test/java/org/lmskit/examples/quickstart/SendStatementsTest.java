package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.store.InMemoryStore;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.client.XapiClient;
import org.lmskit.xapi.lrs.Lrs;

class SendStatementsTest {
  @TempDir
  private Path folder;

  private final Lrs lrs = Lrs.on(new InMemoryStore(), new InMemoryContentStore());

  @Test
  void a_statement_is_on_disk_and_then_in_the_record_store() throws IOException {
    assertThat(run("secret")).contains("on disk, waiting: 1", "waiting 0, refused 0");

    assertThat(lrs.query(StatementQuery.ALL).statements()).hasSize(1);
  }

  @Test
  void a_statement_waits_while_the_record_store_takes_none() throws IOException {
    assertThat(run("wrong")).contains("on disk, waiting: 1", "waiting 1, refused 0");

    assertThat(lrs.query(StatementQuery.ALL).statements()).isEmpty();
  }

  private String run(String secret) throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();
    HttpServer server = RecordStatements.serve(lrs);
    try {
      URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/xapi");
      SendStatements.run(
          XapiClient.to(endpoint).basic("key", secret).build(),
          folder.resolve("outbox.db"),
          new PrintStream(console, true, StandardCharsets.UTF_8));
    } finally {
      server.stop(0);
    }
    return console.toString(StandardCharsets.UTF_8);
  }
}
