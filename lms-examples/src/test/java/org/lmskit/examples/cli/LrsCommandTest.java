package org.lmskit.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.examples.Main;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.AdlVocabulary;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.client.XapiClient;

/** The command, in a process of its own. */
class LrsCommandTest {
  private static final byte[] CERTIFICATE = "a certificate".getBytes(StandardCharsets.UTF_8);

  @TempDir
  private Path data;

  private Process process;

  @AfterEach
  void stop() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Test
  void a_statement_with_an_attachment_outlives_a_kill_of_the_process()
      throws IOException, InterruptedException {
    Attachment named = new Attachment(
        new Iri("https://acme.example/certificate"),
        LanguageMap.of("en", "Certificate"),
        LanguageMap.NONE,
        "text/plain",
        CERTIFICATE.length,
        Sha256.of(CERTIFICATE).hex(),
        null);
    Statement statement = Statement.builder(
            Agent.mbox("ann@example.org"),
            AdlVocabulary.COMPLETED,
            Activity.of("https://acme.example/fire", "Fire safety", "https://acme.example/course"))
        .attachment(named)
        .build();
    AttachmentPart part = new AttachmentPart(
        Sha256.of(CERTIFICATE).hex(), "text/plain", new ByteArrayInputStream(CERTIFICATE));
    XapiClient before = start();

    UUID id = before
        .store(new StatementBatch(List.of(Incoming.of(statement)), List.of(part).iterator()))
        .get(0);
    process.destroyForcibly().waitFor();
    XapiClient after = start();

    FoundStatement found = after.find(id, Presentation.EXACT.withAttachments()).orElseThrow();
    assertThat(found.statement().statement().verb()).isEqualTo(AdlVocabulary.COMPLETED);
    assertThat(found.attachments()).hasSize(1);
  }

  private XapiClient start() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    process = new ProcessBuilder(
            java,
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "lrs",
            "--port=0",
            "--key=key",
            "--secret=secret",
            "--data=" + data)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    String line = out.readLine();
    assertThat(line).startsWith("LRS ready at http://127.0.0.1:");
    URI endpoint = URI.create(line.substring(line.indexOf("http")));
    return XapiClient.to(endpoint).basic("key", "secret").build();
  }
}
