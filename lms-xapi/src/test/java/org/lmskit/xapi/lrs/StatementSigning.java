package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.xapi.lrs.LrsTests.assertStatus;
import static org.lmskit.xapi.lrs.LrsTests.id;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.TrustAnchor;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.Sha256;
import org.lmskit.store.InMemoryStore;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.StatementBuilder;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.json.StatementWriter;

/** Data 2.6. */
interface StatementSigning extends LrsTests {
  @Test
  default void a_signed_statement_is_accepted_with_each_algorithm_and_its_signature_is_kept()
      throws IOException {
    int number = 1;
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      Statement statement = signable(number++);

      lrs()
          .store(StatementSignatures.sign(
              statement, algorithm, SigningKeys.SIGNER.key(), SigningKeys.CHAIN));

      var found =
          lrs().find(statement.id(), Presentation.EXACT.withAttachments()).orElseThrow();
      assertThat(found.attachments())
          .singleElement()
          .satisfies(one -> assertThat(one.contentType()).isEqualTo("application/octet-stream"));
      try (InputStream bytes = found.attachments().get(0).open()) {
        assertThat(new String(bytes.readAllBytes(), StandardCharsets.US_ASCII).split("\\."))
            .hasSize(3);
      }
    }
  }

  @Test
  default void without_certificates_only_the_payload_is_compared() {
    lrs()
        .store(StatementSignatures.sign(
            signable(1), SignatureAlgorithm.RS256, SigningKeys.SIGNER.key(), List.of()));

    assertThat(lrs().find(id(1))).isPresent();
  }

  @Test
  default void a_signature_over_another_statement_is_refused() {
    StatementBatch signed = StatementSignatures.sign(
        signable(1), SignatureAlgorithm.RS256, SigningKeys.SIGNER.key(), SigningKeys.CHAIN);
    Attachment signature = signed.statements().get(0).statement().attachments().get(0);
    Statement other = Statement.builder(BEN, DID, FIRE)
        .id(id(2))
        .timestamp(START)
        .attachment(signature)
        .build();

    assertStatus(
        400,
        () -> lrs().store(new StatementBatch(List.of(Incoming.of(other)), signed.attachments())));
  }

  @Test
  default void a_signature_by_another_key_than_that_of_its_certificate_is_refused() {
    assertStatus(
        400,
        () -> lrs()
            .store(StatementSignatures.sign(
                signable(1),
                SignatureAlgorithm.RS256,
                SigningKeys.OTHER.key(),
                SigningKeys.CHAIN)));
  }

  @Test
  default void a_chain_that_does_not_hold_is_refused() {
    var broken = List.of(SigningKeys.SIGNER.certificate(), SigningKeys.OTHER.certificate());

    assertStatus(
        400,
        () -> lrs()
            .store(StatementSignatures.sign(
                signable(1), SignatureAlgorithm.RS256, SigningKeys.SIGNER.key(), broken)));
  }

  @Test
  default void with_trusted_roots_a_signature_must_lead_to_one() {
    Lrs trusting = Lrs.builder(new InMemoryStore(), new InMemoryContentStore())
        .clock(clock())
        .trusting(Set.of(new TrustAnchor(SigningKeys.ROOT.certificate(), null)))
        .build();
    var self = List.of(SigningKeys.OTHER.certificate());

    trusting.store(StatementSignatures.sign(
        signable(1), SignatureAlgorithm.RS512, SigningKeys.SIGNER.key(), SigningKeys.CHAIN));
    trusting.store(StatementSignatures.sign(
        signable(2),
        SignatureAlgorithm.RS512,
        SigningKeys.SIGNER.key(),
        SigningKeys.CHAIN.subList(0, 1)));
    assertStatus(
        400,
        () -> trusting.store(StatementSignatures.sign(
            signable(3), SignatureAlgorithm.RS512, SigningKeys.OTHER.key(), self)));
    assertStatus(
        400,
        () -> trusting.store(StatementSignatures.sign(
            signable(4), SignatureAlgorithm.RS512, SigningKeys.SIGNER.key(), List.of())));
  }

  @Test
  default void what_is_no_jws_with_an_rsa_signature_is_refused() {
    String payload = base64(StatementWriter.write(signable(1)));
    for (String jws : List.of(
        "x",
        "a.b",
        base64("{\"alg\":\"HS256\"}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"none\"}") + '.' + payload + '.',
        base64("{\"alg\":\"RS256\",\"crit\":[\"exp\"]}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\",\"x5c\":[\"AAAA\"]}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\",\"x5c\":\"AAAA\"}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\",\"x5c\":{}}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\",\"x5c\":[]}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\",\"x5c\":null}") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\"") + '.' + payload + ".AAAA",
        base64("{\"alg\":\"RS256\"}") + '.' + base64("{'actor':1}") + ".AAAA",
        base64("{\"alg\":\"RS256\"}") + ".%%%.AAAA")) {
      assertStatus(400, () -> lrs().store(withSignature(jws, "application/octet-stream")));
    }
    String unsigned = base64("{\"alg\":\"RS256\"}") + '.' + payload + ".AAAA";
    assertStatus(400, () -> lrs().store(withSignature(unsigned, "text/plain")));
  }

  @Test
  default void a_signed_statement_cannot_be_stored_again_under_another_id_or_time()
      throws IOException {
    StatementBatch signed = StatementSignatures.sign(
        signable(1), SignatureAlgorithm.RS256, SigningKeys.SIGNER.key(), SigningKeys.CHAIN);
    Attachment signature = signed.statements().get(0).statement().attachments().get(0);
    byte[] jws = signed.attachments().next().bytes().readAllBytes();
    StatementBuilder withoutId = Statement.builder(ANN, DID, FIRE).timestamp(START);
    StatementBuilder withoutTime = Statement.builder(ANN, DID, FIRE).id(id(1));

    for (StatementBuilder other : List.of(withoutId, withoutTime)) {
      Incoming stripped = Incoming.of(other.attachment(signature).build());
      List<AttachmentPart> bytes = List.of(AttachmentPart.of(signature, jws));
      assertThatThrownBy(() -> lrs().store(new StatementBatch(List.of(stripped), bytes.iterator())))
          .isInstanceOf(XapiException.class)
          .hasMessageContaining("that the statement lacks");
    }
  }

  @Test
  default void a_signature_without_its_bytes_is_refused() {
    StatementBatch signed = StatementSignatures.sign(
        signable(1), SignatureAlgorithm.RS256, SigningKeys.SIGNER.key(), List.of());

    assertStatus(400, () -> lrs().store(signed.statements().get(0).statement()));
  }

  private static StatementBatch withSignature(String jws, String contentType) {
    byte[] bytes = jws.getBytes(StandardCharsets.US_ASCII);
    Attachment signature = new Attachment(
        Attachment.SIGNATURE,
        LanguageMap.of("en", "s"),
        LanguageMap.NONE,
        contentType,
        bytes.length,
        Sha256.of(bytes).hex(),
        null);
    Statement statement = Statement.builder(ANN, DID, FIRE)
        .id(id(1))
        .timestamp(START)
        .attachment(signature)
        .build();
    return new StatementBatch(
        List.of(Incoming.of(statement)),
        List.of(AttachmentPart.of(signature, bytes)).iterator());
  }

  private static Statement signable(int number) {
    UUID id = id(number);
    return Statement.builder(ANN, DID, FIRE).id(id).timestamp(START).build();
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
