package org.lmskit.xapi.lrs;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a statement is signed: RSA with PKCS #1 padding over a SHA-2 digest.
 *
 * @see "xAPI 1.0.3 Data 2.6; RFC 7518 3.3"
 */
public enum SignatureAlgorithm {
  /** SHA-256. */
  RS256("SHA256withRSA"),
  /** SHA-384. */
  RS384("SHA384withRSA"),
  /** SHA-512. */
  RS512("SHA512withRSA");

  private final String javaName;

  SignatureAlgorithm(String javaName) {
    this.javaName = javaName;
  }

  /** The name under which the Java platform knows it. */
  String javaName() {
    return javaName;
  }

  static Optional<SignatureAlgorithm> named(String name) {
    return Arrays.stream(values())
        .filter(algorithm -> algorithm.name().equals(name))
        .findFirst();
  }
}
