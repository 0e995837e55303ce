package org.lmskit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.examples.cli.VerifyProofCommand;
import org.lmskit.ledger.Ed25519Signer;
import org.lmskit.ledger.MerkleTree;
import org.lmskit.ledger.ProofBundle;
import org.lmskit.ledger.SignedTreeHead;
import org.lmskit.ledger.TreeAppender;
import picocli.CommandLine;

class VerifyProofCommandTest {
  private final KeyPair keys = Ed25519Signer.newKeys();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  private Path folder;

  @Test
  void a_true_bundle_is_shown_with_its_entry() throws IOException {
    Path file = Files.writeString(folder.resolve("proof.json"), bundle());

    assertThat(run(file.toString())).isZero();

    assertThat(out.toString().lines())
        .hasSize(3)
        .startsWith("valid: entry 1 of 3 in log acme")
        .endsWith("{\"n\":1}");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_changed_bundle_is_refused_in_one_line() throws IOException {
    Path file = Files.writeString(
        folder.resolve("proof.json"), bundle().replace("\\\"n\\\":1", "\\\"n\\\":2"));

    assertThat(run(file.toString())).isEqualTo(1);

    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString())
        .contains("proves nothing: the entry is not in the tree of this head");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void only_the_trusted_key_counts_where_one_is_given_as_pem_or_der() throws IOException {
    Path file = Files.writeString(folder.resolve("proof.json"), bundle());
    byte[] der = keys.getPublic().getEncoded();
    String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END PUBLIC KEY-----\n";
    Path mine = Files.writeString(folder.resolve("mine.pem"), pem);
    Path raw = Files.write(folder.resolve("mine.der"), der);
    Path other = Files.write(
        folder.resolve("other.der"), Ed25519Signer.newKeys().getPublic().getEncoded());

    assertThat(run("--key", mine.toString(), file.toString())).isZero();
    assertThat(run("--key", raw.toString(), file.toString())).isZero();
    assertThat(run("--key", other.toString(), file.toString())).isEqualTo(1);
  }

  private int run(String... arguments) {
    return new CommandLine(new VerifyProofCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private String bundle() {
    TreeAppender log = TreeAppender.empty();
    byte[][] entries = {"{\"n\":0}".getBytes(), "{\"n\":1}".getBytes(), "{\"n\":2}".getBytes()};
    for (byte[] entry : entries) {
      log.append(entry);
    }
    byte[] tile = log.takeTiles().get(0).bytes();
    MerkleTree tree = MerkleTree.of((id, width) -> tile, 3);
    SignedTreeHead head = SignedTreeHead.sign(
        "acme", tree.head(), Instant.parse("2026-07-01T00:00:00Z"), Ed25519Signer.of(keys));
    return ProofBundle.of(entries[1], tree.inclusionProof(1), head).toJson();
  }
}
