package org.lmskit.examples.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.lmskit.ledger.ProofVerifier;
import org.lmskit.ledger.ProofVerifier.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks a proof bundle without a database. */
@Command(
    name = "verify-proof",
    description = "Checks a proof bundle off-line; exit 0 if it proves its entry, else 1.")
public final class VerifyProofCommand implements Callable<Integer> {
  /** No bundle is larger: an entry and some dozens of hashes. */
  private static final long MOST_BYTES = 16L << 20;

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The bundle, exactly as it was handed out.")
  private Path file;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description = "The only public key that is trusted: X.509, as PEM or DER.")
  private Path key;

  @Override
  public Integer call() throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IllegalArgumentException(file + " is larger than any proof bundle");
    }
    byte[] trusted = key == null ? new byte[0] : der(Files.readAllBytes(key));
    Verdict verdict = ProofVerifier.verify(Files.readAllBytes(file), trusted);
    if (!verdict.valid()) {
      spec.commandLine().getErr().println(file + " proves nothing: " + verdict.reason());
      return 1;
    }
    print(verdict, spec.commandLine().getOut());
    return 0;
  }

  private static void print(Verdict verdict, PrintWriter out) {
    out.println("valid: entry " + verdict.index() + " of " + verdict.treeSize() + " in log "
        + verdict.log());
    out.println("signed at " + verdict.signedAt() + " with the key " + verdict.key());
    out.println(verdict.entry());
  }

  private static byte[] der(byte[] key) {
    String text = new String(key, StandardCharsets.ISO_8859_1);
    if (!text.startsWith("-----BEGIN PUBLIC KEY-----")) {
      return key;
    }
    return Base64.getMimeDecoder().decode(text.replaceAll("-----[A-Z ]+-----", ""));
  }
}
