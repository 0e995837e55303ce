package org.lmskit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.lmskit.model.Id;

/**
 * A tree head with the signature of the log's owner.
 *
 * @param log the name of the log, 1 to 128 characters
 * @param head what was signed
 * @param signedAt when, to the millisecond
 * @param algorithm the JCA name of the signature algorithm
 * @param publicKey X.509 SubjectPublicKeyInfo in lower-case hexadecimal
 * @param signature in lower-case hexadecimal
 */
public record SignedTreeHead(
    String log,
    TreeHead head,
    Instant signedAt,
    String algorithm,
    String publicKey,
    String signature) {
  /** @throws IllegalArgumentException if the name cannot be an id or the instant has parts of a millisecond */
  public SignedTreeHead {
    Id.check(log);
    if (!signedAt.equals(signedAt.truncatedTo(ChronoUnit.MILLIS))) {
      throw new IllegalArgumentException(
          "instants are cut to milliseconds, this is not: " + signedAt);
    }
  }

  /** Signs a head. */
  public static SignedTreeHead sign(String log, TreeHead head, Instant now, TreeHeadSigner signer) {
    byte[] signature = signer.sign(signedText(log, head, now));
    HexFormat hex = HexFormat.of();
    return new SignedTreeHead(
        log,
        head,
        now,
        signer.algorithm(),
        hex.formatHex(signer.publicKey()),
        hex.formatHex(signature));
  }

  /**
   * The bytes under the signature: five lines of UTF-8, each ended by a line feed: {@code LMSKit tree head 1}, the log's
   * name, the size, the root in hexadecimal, the instant as ISO 8601.
   */
  public static byte[] signedText(String log, TreeHead head, Instant signedAt) {
    return ProofVerifier.headText(log, head.size(), head.root().hex(), signedAt.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the signature is that of the public key that stands here; whose key it is, is another question. */
  public boolean verifies() {
    byte[] text = signedText(log, head, signedAt);
    HexFormat hex = HexFormat.of();
    return ProofVerifier.signed(algorithm, hex.parseHex(publicKey), text, hex.parseHex(signature));
  }
}
