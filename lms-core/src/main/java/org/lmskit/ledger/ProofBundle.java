package org.lmskit.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.lmskit.model.Sha256;

/**
 * All that it takes to prove an entry off-line: the entry, its way to a tree head, and the signature of that head. {@link
 * ProofVerifier} checks it without the database.
 *
 * @param entry the entry's text, exactly as it stands in the log (UTF-8)
 * @param inclusion its way to the head
 * @param head the signed head
 */
public record ProofBundle(String entry, InclusionProof inclusion, SignedTreeHead head) {
  /** @throws IllegalArgumentException if the proof speaks of another size than the head */
  public ProofBundle {
    if (inclusion.treeSize() != head.head().size()) {
      throw new IllegalArgumentException("the proof is of size " + inclusion.treeSize()
          + ", the head of " + head.head().size());
    }
  }

  /**
   * A bundle of an entry's bytes.
   *
   * @throws IllegalArgumentException if they are not UTF-8
   */
  public static ProofBundle of(byte[] entry, InclusionProof inclusion, SignedTreeHead head) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(entry)).toString();
      return new ProofBundle(text, inclusion, head);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("the entry is not UTF-8", e);
    }
  }

  /**
   * The bundle as a JSON document in its one valid form: sorted keys, no spaces, UTF-8. A document that differs from it
   * in any byte is refused by {@link ProofVerifier}.
   */
  public String toJson() {
    return ProofJson.write(Map.ofEntries(
        Map.entry("format", ProofVerifier.FORMAT),
        Map.entry("entry", entry),
        Map.entry("index", inclusion.index()),
        Map.entry("path", hex(inclusion.path())),
        Map.entry("treeSize", head.head().size()),
        Map.entry("root", head.head().root().hex()),
        Map.entry("log", head.log()),
        Map.entry("signedAt", head.signedAt().toString()),
        Map.entry("algorithm", head.algorithm()),
        Map.entry("publicKey", head.publicKey()),
        Map.entry("signature", head.signature())));
  }

  private static List<String> hex(List<Sha256> path) {
    return path.stream().map(Sha256::hex).toList();
  }
}
