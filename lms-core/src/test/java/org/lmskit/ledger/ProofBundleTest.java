package org.lmskit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProofBundleTest {
  private static final Instant NOW = Instant.parse("2026-07-01T08:00:00Z");
  private static final Path SOURCES = Path.of("src/main/java/org/lmskit/ledger");

  private final KeyPair keys = Ed25519Signer.newKeys();
  private final MerkleTree tree = MerkleTree.of(Excerpt.tiles(Excerpt.bytes()), 8);
  private final SignedTreeHead head =
      SignedTreeHead.sign("acme", tree.head(), NOW, Ed25519Signer.of(keys));

  @Test
  void a_bundle_proves_its_entry() {
    ProofVerifier.Verdict verdict = ProofVerifier.verify(bundle(3));

    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.reason()).isEmpty();
    assertThat(verdict.entry()).isEqualTo(Excerpt.ENTRIES.get(3));
    assertThat(verdict.index()).isEqualTo(3);
    assertThat(verdict.treeSize()).isEqualTo(8);
    assertThat(verdict.log()).isEqualTo("acme");
    assertThat(verdict.signedAt()).isEqualTo("2026-07-01T08:00:00Z");
    assertThat(verdict.key()).hasSize(64);
  }

  @Test
  void any_changed_byte_anywhere_in_a_bundle_is_refused() {
    byte[] good = bundle(3);

    for (int at = 0; at < good.length; at++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << bit);
        assertThat(ProofVerifier.verify(bad).valid())
            .as("byte %s, bit %s", at, bit)
            .isFalse();
      }
    }
  }

  @Test
  void any_byte_too_few_or_too_many_is_refused() {
    String good = new String(bundle(3), StandardCharsets.UTF_8);

    for (int at = 0; at <= good.length(); at++) {
      String rest = good.substring(at);
      String more = good.substring(0, at) + " " + rest;
      String less = at == good.length() ? "" : good.substring(0, at) + rest.substring(1);
      assertThat(ProofVerifier.verify(more.getBytes(StandardCharsets.UTF_8)).valid())
          .isFalse();
      assertThat(ProofVerifier.verify(less.getBytes(StandardCharsets.UTF_8)).valid())
          .isFalse();
    }
  }

  @Test
  void entries_with_any_characters_are_proven_byte_for_byte() {
    String odd = "{\"note\":\"\\\"quoted\\\" \u0001\t\n\r\f\b / \\\\ é 日本 \ud83d\ude00 \u2028\"}";
    byte[] entry = odd.getBytes(StandardCharsets.UTF_8);
    MerkleTree small = MerkleTree.of(Excerpt.tiles(List.of(entry)), 1);
    SignedTreeHead signed = SignedTreeHead.sign("acme", small.head(), NOW, Ed25519Signer.of(keys));

    String json = ProofBundle.of(entry, small.inclusionProof(0), signed).toJson();

    ProofVerifier.Verdict verdict = ProofVerifier.verify(json.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.valid()).isTrue();
    assertThat(verdict.entry()).isEqualTo(odd);
    assertThat(verdict.index()).isZero();
  }

  @Test
  void a_bundle_of_another_signer_is_refused_where_the_key_is_known() {
    byte[] trusted = keys.getPublic().getEncoded();
    byte[] other = Ed25519Signer.newKeys().getPublic().getEncoded();

    assertThat(ProofVerifier.verify(bundle(3), trusted).valid()).isTrue();
    assertThat(ProofVerifier.verify(bundle(3), other).reason())
        .isEqualTo("the head is signed with another key than the trusted one");
  }

  @Test
  void a_head_that_was_signed_for_another_log_size_or_time_is_refused() {
    String good = new String(bundle(3), StandardCharsets.UTF_8);

    assertRefused(good.replace("\"log\":\"acme\"", "\"log\":\"acne\""), "signature");
    assertRefused(good.replace("\"signedAt\":\"2026", "\"signedAt\":\"2025"), "signature");
    assertRefused(good.replace("\"treeSize\":8", "\"treeSize\":7"), "signature");
    assertRefused(good.replace("\"index\":3", "\"index\":2"), "not in the tree of this head");
    assertRefused(good.replace("\"index\":3", "\"index\":8"), "not in the tree of this head");
    assertRefused(good.replace("2026-02-20", "2026-02-21"), "not in the tree of this head");
    assertRefused(good.replace("Ed25519", "RAW"), "signature");
    assertRefused(good.replace("\"index\":3", "\"index\":\"3\""), "index is not an integer");
    assertRefused(good.replace("lmskit-proof-1", "lmskit-proof-2"), "other members");
    assertRefused(good.replace("}", ",\"z\":1}"), "not a proof bundle");
    assertRefused("[]", "expected {");
    assertRefused("", "the text ends early");
    assertThat(ProofVerifier.verify(new byte[] {(byte) 0xff}).reason()).contains("not UTF-8");
  }

  @Test
  void a_host_may_sign_with_another_algorithm_that_the_verifier_knows() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    KeyPair ec = generator.generateKeyPair();
    TreeHeadSigner hsm = new TreeHeadSigner() {
      @Override
      public String algorithm() {
        return "SHA256withECDSA";
      }

      @Override
      public byte[] publicKey() {
        return ec.getPublic().getEncoded();
      }

      @Override
      public byte[] sign(byte[] message) {
        try {
          var signature = java.security.Signature.getInstance(algorithm());
          signature.initSign(ec.getPrivate());
          signature.update(message);
          return signature.sign();
        } catch (java.security.GeneralSecurityException e) {
          throw new IllegalStateException(e);
        }
      }
    };

    SignedTreeHead signed = SignedTreeHead.sign("acme", tree.head(), NOW, hsm);

    assertThat(signed.verifies()).isTrue();
    String json =
        ProofBundle.of(Excerpt.bytes().get(5), tree.inclusionProof(5), signed).toJson();
    assertThat(ProofVerifier.verify(json.getBytes(StandardCharsets.UTF_8)).valid())
        .isTrue();
  }

  @Test
  void a_signed_head_is_genuine_until_it_is_changed() {
    SignedTreeHead forged = new SignedTreeHead(
        "acme", tree.head(7), NOW, head.algorithm(), head.publicKey(), head.signature());

    assertThat(head.verifies()).isTrue();
    assertThat(forged.verifies()).isFalse();
  }

  @Test
  void what_does_not_fit_together_is_no_bundle() {
    assertThatThrownBy(() -> new ProofBundle("x", tree.inclusionProof(3, 7), head))
        .hasMessage("the proof is of size 7, the head of 8");
    assertThatThrownBy(() -> ProofBundle.of(new byte[] {(byte) 0xc3}, tree.inclusionProof(3), head))
        .hasMessage("the entry is not UTF-8");
    assertThatThrownBy(() -> SignedTreeHead.sign("a\nb", tree.head(), NOW, Ed25519Signer.of(keys)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_key_of_another_kind_is_refused_at_once() throws Exception {
    KeyPair ec = KeyPairGenerator.getInstance("EC").generateKeyPair();

    assertThatThrownBy(() -> Ed25519Signer.of(ec)).hasMessage("not an Ed25519 private key: EC");
  }

  @Test
  void the_verifier_compiles_and_works_without_the_rest_of_the_library(@TempDir Path alone)
      throws Exception {
    String[] arguments = Stream.of("ProofVerifier.java", "ProofJson.java", "MerkleHash.java")
        .map(name -> SOURCES.resolve(name).toString())
        .toArray(String[]::new);
    String[] options = {
      "-proc:none",
      "-classpath",
      alone.toString(),
      "-sourcepath",
      alone.toString(),
      "-d",
      alone.toString()
    };
    String[] all = Stream.of(options, arguments).flatMap(Stream::of).toArray(String[]::new);

    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, System.err, all))
        .isZero();

    assertThat(Files.list(alone.resolve("org/lmskit/ledger"))).isNotEmpty();
    try (URLClassLoader loader = new URLClassLoader(
        new java.net.URL[] {alone.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Method verify =
          loader.loadClass("org.lmskit.ledger.ProofVerifier").getMethod("verify", byte[].class);
      assertThat(verify.invoke(null, (Object) bundle(3)).toString())
          .startsWith("Verdict[valid=true");
    }
  }

  private byte[] bundle(int index) {
    return ProofBundle.of(Excerpt.bytes().get(index), tree.inclusionProof(index), head)
        .toJson()
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void assertRefused(String bundle, String reason) {
    ProofVerifier.Verdict verdict = ProofVerifier.verify(bundle.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.valid()).isFalse();
    assertThat(verdict.reason()).contains(reason);
  }
}
