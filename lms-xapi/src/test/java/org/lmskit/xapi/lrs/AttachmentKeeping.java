package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;
import static org.lmskit.xapi.lrs.LrsTests.id;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentContent;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementPage;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.SubStatement;

/** Data 2.4.11 and Communication 1.5.2. */
interface AttachmentKeeping extends LrsTests {
  byte[] PHOTO = "a photo".getBytes(StandardCharsets.UTF_8);
  byte[] ESSAY = "an essay".getBytes(StandardCharsets.UTF_8);

  @Test
  default void attachments_are_returned_each_once_and_only_when_asked_for() throws IOException {
    Attachment photo = attachment(PHOTO, "SHA-256", null);
    Attachment essay = attachment(ESSAY, "SHA-512", null);
    lrs().store(batch(statement(1, photo, essay), photo, PHOTO, essay, ESSAY));
    lrs().store(batch(statement(2, photo), photo, PHOTO));

    StatementPage page = lrs()
        .query(StatementQuery.builder()
            .presentation(Presentation.EXACT.withAttachments())
            .build());

    assertThat(page.attachments())
        .extracting(AttachmentContent::sha2)
        .containsExactlyInAnyOrder(photo.sha2(), essay.sha2());
    assertThat(bytes(page.attachments(), essay)).isEqualTo(ESSAY);
    assertThat(lrs().query(StatementQuery.ALL).attachments()).isEmpty();
    assertThat(lrs()
            .find(id(2), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .singleElement()
        .satisfies(one -> assertThat(one.length()).isEqualTo(PHOTO.length))
        .satisfies(one -> assertThat(one.contentType()).isEqualTo("image/png"));
  }

  @Test
  default void hashes_are_compared_without_their_case() throws IOException {
    Attachment photo = attachment(PHOTO, "SHA-256", null);
    Attachment upper = with(photo, photo.sha2().toUpperCase(Locale.ROOT), null);

    lrs().store(batch(statement(1, upper), photo, PHOTO));

    assertThat(bytes(
            lrs()
                .find(id(1), Presentation.EXACT.withAttachments())
                .orElseThrow()
                .attachments(),
            photo))
        .isEqualTo(PHOTO);
  }

  @Test
  default void an_attachment_that_is_elsewhere_needs_no_bytes() {
    Attachment remote = attachment(PHOTO, "SHA-384", new Iri("http://example.org/photo"));

    lrs().store(statement(1, remote));

    assertThat(lrs()
            .find(id(1), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .isEmpty();
  }

  @Test
  default void an_attachment_of_a_sub_statement_counts_like_any_other() {
    Attachment photo = attachment(PHOTO, "SHA-256", null);
    SubStatement sub = new SubStatement(ANN, DID, FIRE, null, null, null, List.of(photo));
    Statement statement = Statement.builder(ANN, DID, sub).id(id(1)).build();

    assertStatus(400, () -> lrs().store(statement));
    lrs().store(batch(statement, photo, PHOTO));

    assertThat(lrs()
            .find(id(1), Presentation.EXACT.withAttachments())
            .orElseThrow()
            .attachments())
        .hasSize(1);
  }

  @Test
  default void bytes_that_are_missing_wrong_or_belong_nowhere_are_refused() {
    Attachment photo = attachment(PHOTO, "SHA-256", null);
    Attachment essay = attachment(ESSAY, "SHA-256", null);
    Attachment odd = with(photo, "abc", null);

    assertStatus(400, () -> lrs().store(statement(1, photo)));
    assertStatus(400, () -> lrs().store(batch(statement(1, photo), photo, ESSAY)));
    assertStatus(400, () -> lrs().store(batch(statement(1, photo), photo, PHOTO, essay, ESSAY)));
    assertStatus(400, () -> lrs().store(batch(statement(1, odd), odd, PHOTO)));
    assertThat(lrs().find(id(1))).isEmpty();
  }

  @Test
  default void a_part_that_would_break_the_headers_of_an_answer_is_refused() {
    Attachment photo = attachment(PHOTO, "SHA-256", null);
    InputStream bytes = new ByteArrayInputStream(PHOTO);

    assertStatus(
        400, () -> new AttachmentPart(photo.sha2(), "image/png\r\nContent-Length: 0", bytes));
    assertStatus(400, () -> new AttachmentPart(photo.sha2() + "\r\n\r\n", "image/png", bytes));
  }

  static Attachment attachment(byte[] bytes, String algorithm, Iri fileUrl) {
    try {
      byte[] hash = MessageDigest.getInstance(algorithm).digest(bytes);
      return new Attachment(
          new Iri("http://example.org/usage"),
          LanguageMap.of("en", "a file"),
          LanguageMap.NONE,
          "image/png",
          bytes.length,
          HexFormat.of().formatHex(hash),
          fileUrl);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  static StatementBatch batch(Statement statement, Object... attachmentsAndBytes) {
    List<AttachmentPart> parts = new java.util.ArrayList<>();
    for (int i = 0; i < attachmentsAndBytes.length; i += 2) {
      Attachment attachment = (Attachment) attachmentsAndBytes[i];
      InputStream bytes = new ByteArrayInputStream((byte[]) attachmentsAndBytes[i + 1]);
      parts.add(new AttachmentPart(attachment.sha2(), attachment.contentType(), bytes));
    }
    return new StatementBatch(List.of(Incoming.of(statement)), parts.iterator());
  }

  static Statement statement(int number, Attachment... attachments) {
    var builder = Statement.builder(ANN, DID, FIRE).id(id(number));
    Arrays.stream(attachments).forEach(builder::attachment);
    return builder.build();
  }

  private static Attachment with(Attachment a, String sha2, Iri fileUrl) {
    return new Attachment(
        a.usageType(), a.display(), a.description(), a.contentType(), a.length(), sha2, fileUrl);
  }

  private static byte[] bytes(List<AttachmentContent> all, Attachment wanted) throws IOException {
    AttachmentContent found =
        all.stream().filter(one -> one.sha2().equals(wanted.sha2())).findFirst().orElseThrow();
    try (InputStream bytes = found.open()) {
      return bytes.readAllBytes();
    }
  }
}
