package org.lmskit.ledger;

/** Signs the heads of a log with a key of the host: from a file, a key store, an HSM. Thread-safe. */
public interface TreeHeadSigner {
  /**
   * The JCA name of the signature algorithm, such as {@code Ed25519}; {@link ProofVerifier} knows that, {@code
   * SHA256withECDSA} and {@code SHA256withRSA}.
   */
  String algorithm();

  /** The public key as X.509 SubjectPublicKeyInfo (DER). */
  byte[] publicKey();

  /** Signs the bytes of {@link SignedTreeHead#signedText(String, TreeHead, java.time.Instant)}. */
  byte[] sign(byte[] message);
}
