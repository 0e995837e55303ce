package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lmskit.ledger.ProofVerifier;

class CertifyAndProveTest {
  @Test
  void the_story_ends_with_a_proof() {
    ByteArrayOutputStream console = new ByteArrayOutputStream();

    String bundle = CertifyAndProve.run(new PrintStream(console, true, StandardCharsets.UTF_8));

    assertThat(console.toString(StandardCharsets.UTF_8).lines().limit(5))
        .containsExactly(
            "valid until 2026-03-10",
            "a year later EXPIRED",
            "on 2026-04-05, as known then: IN_GRACE",
            "on 2026-04-05, as known now: CERTIFIED",
            "24 months for all would change 1 learner");
    assertThat(ProofVerifier.verify(bundle.getBytes(StandardCharsets.UTF_8)).valid())
        .isTrue();
  }
}
