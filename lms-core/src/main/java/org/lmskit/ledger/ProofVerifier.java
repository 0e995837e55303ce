package org.lmskit.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks a proof bundle off-line. This class, {@code ProofJson} and {@code MerkleHash} depend on nothing but the JDK:
 * an auditor can compile the three files alone.
 */
public final class ProofVerifier {
  /** The value of {@code format} in a bundle. */
  public static final String FORMAT = "lmskit-proof-1";

  private static final Map<String, String> KEY_OF_ALGORITHM =
      Map.of("Ed25519", "Ed25519", "SHA256withECDSA", "EC", "SHA256withRSA", "RSA");
  private static final Set<String> MEMBERS = Set.of(
      "format",
      "entry",
      "index",
      "path",
      "treeSize",
      "root",
      "log",
      "signedAt",
      "algorithm",
      "publicKey",
      "signature");

  private ProofVerifier() {}

  /**
   * What a bundle proves.
   *
   * @param valid whether it proves anything
   * @param reason why not, in one sentence; empty if it is valid
   * @param entry the proven entry; empty if not valid, as are all that follow
   * @param index of the entry in the log
   * @param treeSize how many entries the log had
   * @param log the name of the log
   * @param signedAt when the head was signed, as the signer says
   * @param key the SHA-256 of the public key (X.509) in hexadecimal: compare it with the one that the log's owner made
   *     known
   */
  public record Verdict(
      boolean valid,
      String reason,
      String entry,
      long index,
      long treeSize,
      String log,
      String signedAt,
      String key) {
    private static Verdict refused(String reason) {
      return new Verdict(false, reason, "", 0, 0, "", "", "");
    }
  }

  /** Checks a bundle against the key that stands in it; whose key that is must be compared by a person. */
  public static Verdict verify(byte[] bundle) {
    return verify(bundle, new byte[0]);
  }

  /**
   * Checks a bundle.
   *
   * @param trustedKey the only public key (X.509, DER) that is accepted; empty accepts the one in the bundle
   */
  public static Verdict verify(byte[] bundle, byte[] trustedKey) {
    try {
      return verdict(members(bundle), trustedKey);
    } catch (IllegalArgumentException e) {
      return Verdict.refused("this is not a proof bundle: " + e.getMessage());
    }
  }

  private static Map<String, Object> members(byte[] bundle) {
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bundle)).toString();
      Map<String, Object> members = ProofJson.read(text);
      if (!members.keySet().equals(MEMBERS) || !FORMAT.equals(members.get("format"))) {
        throw new IllegalArgumentException("it has other members than " + FORMAT);
      }
      return members;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not UTF-8", e);
    }
  }

  private static Verdict verdict(Map<String, Object> members, byte[] trustedKey) {
    byte[] key = hex(text(members, "publicKey"));
    if (trustedKey.length > 0 && !Arrays.equals(key, trustedKey)) {
      return Verdict.refused("the head is signed with another key than the trusted one");
    }
    String entry = text(members, "entry");
    List<byte[]> path = list(members, "path").stream().map(ProofVerifier::hash).toList();
    byte[] root = hash(text(members, "root"));
    long index = number(members, "index");
    long size = number(members, "treeSize");
    if (!included(entry.getBytes(StandardCharsets.UTF_8), index, size, path, root)) {
      return Verdict.refused("the entry is not in the tree of this head");
    }
    byte[] signature = hex(text(members, "signature"));
    byte[] head = headText(members).getBytes(StandardCharsets.UTF_8);
    if (!signed(text(members, "algorithm"), key, head, signature)) {
      return Verdict.refused("the signature of the tree head is wrong");
    }
    String fingerprint = HexFormat.of().formatHex(sha256(key));
    return new Verdict(
        true, "", entry, index, size, text(members, "log"), text(members, "signedAt"), fingerprint);
  }

  private static String headText(Map<String, Object> members) {
    return headText(
        text(members, "log"),
        number(members, "treeSize"),
        text(members, "root"),
        text(members, "signedAt"));
  }

  static String headText(String log, long size, String root, String signedAt) {
    return "LMSKit tree head 1\n" + log + "\n" + size + "\n" + root + "\n" + signedAt + "\n";
  }

  static boolean signed(String algorithm, byte[] key, byte[] message, byte[] signature) {
    String keyAlgorithm = KEY_OF_ALGORITHM.get(algorithm);
    if (keyAlgorithm == null) {
      return false;
    }
    try {
      PublicKey publicKey =
          KeyFactory.getInstance(keyAlgorithm).generatePublic(new X509EncodedKeySpec(key));
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(publicKey);
      verifier.update(message);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  /** RFC 9162 2.1.3.2. */
  static boolean included(byte[] entry, long index, long size, List<byte[]> path, byte[] root) {
    if (index < 0 || index >= size) {
      return false;
    }
    MerkleHash hash = new MerkleHash();
    byte[] reached = hash.leaf(entry);
    long node = index;
    long last = size - 1;
    for (byte[] beside : path) {
      if (last == 0) {
        return false;
      }
      if (isRight(node) || node == last) {
        reached = hash.node(beside, reached);
        int up = isRight(node) ? 0 : levelsToRight(node);
        node >>= up;
        last >>= up;
      } else {
        reached = hash.node(reached, beside);
      }
      node >>= 1;
      last >>= 1;
    }
    return last == 0 && Arrays.equals(reached, root);
  }

  /** RFC 9162 2.1.4.2; a log that was empty is the beginning of every log. */
  static boolean consistent(long from, long to, List<byte[]> path, byte[] earlier, byte[] later) {
    if (from == 0 || from == to) {
      return path.isEmpty() && Arrays.equals(earlier, from == 0 ? new MerkleHash().empty() : later);
    }
    boolean perfect = Long.bitCount(from) == 1;
    if (path.isEmpty() || from > to || from < 0) {
      return false;
    }
    int up = Long.numberOfTrailingZeros(~(from - 1));
    return new Growth((from - 1) >> up, (to - 1) >> up, perfect ? earlier : path.get(0))
        .follow(perfect ? path : path.subList(1, path.size()), earlier, later);
  }

  /** How far to go up until the node is a right child, or the root of its level. */
  private static int levelsToRight(long node) {
    return node == 0 ? Long.SIZE - 1 : Long.numberOfTrailingZeros(node);
  }

  private static boolean isRight(long node) {
    return (node & 1) == 1;
  }

  private static String text(Map<String, Object> members, String name) {
    if (members.get(name) instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException(name + " is not a string");
  }

  private static long number(Map<String, Object> members, String name) {
    if (members.get(name) instanceof Long number) {
      return number;
    }
    throw new IllegalArgumentException(name + " is not an integer");
  }

  private static List<String> list(Map<String, Object> members, String name) {
    if (members.get(name) instanceof List<?> list) {
      return list.stream().map(String.class::cast).toList();
    }
    throw new IllegalArgumentException(name + " is not an array");
  }

  private static byte[] hash(String hex) {
    byte[] bytes = hex(hex);
    if (bytes.length != MerkleHash.LENGTH) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    return bytes;
  }

  private static byte[] hex(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    if (!HexFormat.of().formatHex(bytes).equals(hex)) {
      throw new IllegalArgumentException("hexadecimal is in lower case");
    }
    return bytes;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The two roots that grow along a consistency proof. */
  private static final class Growth {
    private final MerkleHash hash = new MerkleHash();
    private long node;
    private long last;
    private byte[] first;
    private byte[] second;

    Growth(long node, long last, byte[] seed) {
      this.node = node;
      this.last = last;
      first = seed;
      second = seed;
    }

    boolean follow(List<byte[]> path, byte[] earlier, byte[] later) {
      for (byte[] beside : path) {
        if (last == 0) {
          return false;
        }
        step(beside);
        node >>= 1;
        last >>= 1;
      }
      return last == 0 && Arrays.equals(first, earlier) && Arrays.equals(second, later);
    }

    private void step(byte[] beside) {
      if (!isRight(node) && node != last) {
        second = hash.node(second, beside);
        return;
      }
      first = hash.node(beside, first);
      second = hash.node(beside, second);
      int up = isRight(node) ? 0 : levelsToRight(node);
      node >>= up;
      last >>= up;
    }
  }
}
