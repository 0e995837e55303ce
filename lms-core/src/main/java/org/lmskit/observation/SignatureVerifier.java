package org.lmskit.observation;

import org.lmskit.model.LearnerId;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/**
 * The host's second look at who signs: a password asked for again, a passkey, a code. It is called outside any transaction,
 * after everything else was checked.
 */
@FunctionalInterface
public interface SignatureVerifier {
  /** Verifies nobody: without a verifier nothing can be signed. */
  SignatureVerifier NONE = claim -> false;

  /**
   * Somebody claims to be the signer.
   *
   * @param tenant of which tenant
   * @param signer who he says he is
   * @param printedName as it will be printed beside the signature
   * @param meaning what he declares
   * @param record the digest of what he signs
   * @param proof what he showed for it, in the host's own form; never stored
   */
  record Claim(
      TenantId tenant,
      LearnerId signer,
      String printedName,
      String meaning,
      Sha256 record,
      String proof) {
    /** Without the proof, which is a secret. */
    @Override
    public String toString() {
      return "claim of " + signer + " on " + record;
    }
  }

  /** Whether he is the signer. */
  boolean verify(Claim claim);
}
