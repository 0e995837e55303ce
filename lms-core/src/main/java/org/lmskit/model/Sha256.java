package org.lmskit.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 digest.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record Sha256(String hex) {
  private static final HexFormat HEX = HexFormat.of();
  private static final int DIGITS = 64;

  /** @throws IllegalArgumentException if it is not 64 lower-case hexadecimal digits */
  public Sha256 {
    if (hex.length() != DIGITS || !isDigits(hex)) {
      throw new IllegalArgumentException("not a SHA-256 in lower-case hexadecimal: " + hex);
    }
  }

  /** The digest of some bytes. */
  public static Sha256 of(byte[] bytes) {
    return finish(newDigest(), bytes);
  }

  /** The digest of all that was given to a digest of {@link #newDigest()}; it is reset. */
  public static Sha256 of(MessageDigest digest) {
    return new Sha256(HEX.formatHex(digest.digest()));
  }

  /** A fresh SHA-256 digest to feed step by step. */
  public static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HEX.parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9' || character >= 'a' && character <= 'f';
  }

  private static Sha256 finish(MessageDigest digest, byte[] bytes) {
    digest.update(bytes);
    return of(digest);
  }
}
