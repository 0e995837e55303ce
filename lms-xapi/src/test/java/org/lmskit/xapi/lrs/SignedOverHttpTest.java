package org.lmskit.xapi.lrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.contract.HttpServers;
import org.lmskit.model.TenantId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.xapi.Access;
import org.lmskit.xapi.FoundStatement;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.client.XapiClient;
import org.lmskit.xapi.http.BasicAuthenticator;
import org.lmskit.xapi.http.Caller;
import org.lmskit.xapi.http.Credential;
import org.lmskit.xapi.http.LrsHttp;
import org.lmskit.xapi.http.SecretHash;

/** What a client signs, a store at the other end verifies, whatever HTTP and the version did to it. */
class SignedOverHttpTest {
  private static final Statement STATEMENT = Statement.builder(
          LrsTests.ANN, LrsTests.DID, LrsTests.FIRE)
      .id(LrsTests.id(1))
      .timestamp(LrsTests.START)
      .build();

  private HttpServers.Running server;

  @BeforeEach
  void start() throws Exception {
    Lrs lrs = Lrs.builder(new InMemoryStore(), new InMemoryContentStore())
        .clock(new TestClock(LrsTests.START))
        .trusting(Set.of(new TrustAnchor(SigningKeys.ROOT.certificate(), null)))
        .build();
    Credential credential = new Credential(
        "key",
        SecretHash.of("secret", new SecureRandom(), 10),
        new Caller(TenantId.DEFAULT, Access.all(LrsTests.BEN)));
    server = HttpServers.JDK.start(
        "/xapi",
        LrsHttp.builder(caller -> lrs.as(caller.access()), BasicAuthenticator.of(credential))
            .build());
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private XapiClient client(XapiVersion version) {
    return XapiClient.to(URI.create(server.address() + "/"))
        .basic("key", "secret")
        .version(version)
        .build();
  }

  private static Stream<Arguments> exchanges() {
    return Stream.of(XapiVersion.values())
        .flatMap(version -> Stream.of(SignatureAlgorithm.values())
            .map(algorithm -> Arguments.of(version, algorithm)));
  }

  @ParameterizedTest
  @MethodSource("exchanges")
  void a_signature_holds_over_http_and_comes_back(XapiVersion version, SignatureAlgorithm algorithm)
      throws Exception {
    StatementBatch signed =
        StatementSignatures.sign(STATEMENT, algorithm, SigningKeys.SIGNER.key(), SigningKeys.CHAIN);

    client(version).store(signed);

    FoundStatement found = client(version)
        .find(LrsTests.id(1), Presentation.EXACT.withAttachments())
        .orElseThrow();
    byte[] jws = found.attachments().get(0).open().readAllBytes();
    assertThat(found.statement().statement().attachments().get(0).length()).isEqualTo(jws.length);
  }

  @ParameterizedTest
  @EnumSource(XapiVersion.class)
  void who_changes_what_was_signed_or_signs_without_a_trusted_chain_is_refused(
      XapiVersion version) {
    StatementBatch signed = StatementSignatures.sign(
        STATEMENT, SignatureAlgorithm.RS256, SigningKeys.SIGNER.key(), SigningKeys.CHAIN);
    Statement other = Statement.builder(LrsTests.BEN, LrsTests.DID, LrsTests.FIRE)
        .id(LrsTests.id(1))
        .timestamp(LrsTests.START)
        .attachment(signed.statements().get(0).statement().attachments().get(0))
        .build();
    StatementBatch changed = new StatementBatch(List.of(Incoming.of(other)), signed.attachments());
    StatementBatch untrusted = StatementSignatures.sign(
        STATEMENT,
        SignatureAlgorithm.RS256,
        SigningKeys.OTHER.key(),
        List.of(SigningKeys.OTHER.certificate()));

    for (StatementBatch refused : List.of(changed, untrusted)) {
      assertThatThrownBy(() -> client(version).store(refused))
          .isInstanceOfSatisfying(
              XapiException.class, e -> assertThat(e.status()).isEqualTo(400));
    }
    assertThat(client(version).find(LrsTests.id(1))).isEmpty();
  }
}
