package org.lmskit.xapi.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A secret that can be checked but not read: PBKDF2 with HMAC-SHA-256.
 *
 * @param text {@code pbkdf2-sha256$iterations$salt$hash}, salt and hash in hexadecimal
 */
public record SecretHash(String text) {
  private static final int ITERATIONS = 600_000;
  private static final int MAX_ITERATIONS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BITS = 256;
  private static final String SHAPE =
      "pbkdf2-sha256\\$[1-9][0-9]{0,7}\\$([0-9a-f]{2}){8,64}\\$[0-9a-f]{64}";

  /** @throws IllegalArgumentException if the text is not such a hash */
  public SecretHash {
    if (!text.matches(SHAPE) || iterations(text) > MAX_ITERATIONS) {
      throw new IllegalArgumentException("not pbkdf2-sha256$iterations$salt$hash");
    }
  }

  /** The hash of a secret with 600,000 iterations and a new salt. */
  public static SecretHash of(String secret, SecureRandom random) {
    return of(secret, random, ITERATIONS);
  }

  /** The hash of a secret with a new salt. */
  public static SecretHash of(String secret, SecureRandom random, int iterations) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String hex = HexFormat.of().formatHex(salt);
    String hash = HexFormat.of().formatHex(derive(secret, salt, iterations));
    return new SecretHash("pbkdf2-sha256$" + iterations + '$' + hex + '$' + hash);
  }

  /** Whether this is the hash of a secret; takes as long for a wrong one as for the right one. */
  public boolean matches(String secret) {
    String[] parts = text.split("\\$");
    byte[] expected = HexFormat.of().parseHex(parts[3]);
    return MessageDigest.isEqual(
        expected, derive(secret, HexFormat.of().parseHex(parts[2]), iterations(text)));
  }

  private static int iterations(String text) {
    return Integer.parseInt(text.split("\\$")[1]);
  }

  private static byte[] derive(String secret, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(secret.toCharArray(), salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
          .generateSecret(spec)
          .getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  @Override
  public String toString() {
    return "SecretHash";
  }
}
