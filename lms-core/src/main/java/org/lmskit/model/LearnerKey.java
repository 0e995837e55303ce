package org.lmskit.model;

import java.nio.charset.StandardCharsets;

/**
 * The pseudonym of a learner in events and records; it means nothing once the learner is erased.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record LearnerKey(String value) implements Id {
  /** A generated key has 36 characters. */
  private static final int KEY_DIGITS = 40;

  /** 128 bits. */
  private static final int HASH_DIGITS = 32;

  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public LearnerKey {
    Id.check(value);
  }

  /**
   * One id of at most 73 characters for this learner and something else, whose id may be long. It begins like the key, so
   * that what is stored of one learner, or of those who came together, stands together.
   */
  public String idWith(String other) {
    String pair = value + '\u001f' + other;
    String hash = Sha256.of(pair.getBytes(StandardCharsets.UTF_8)).hex();
    int end = Math.min(value.length(), KEY_DIGITS);
    if (Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(0, end) + '-' + hash.substring(0, HASH_DIGITS);
  }

  @Override
  public String toString() {
    return value;
  }
}
