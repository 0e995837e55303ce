package org.lmskit.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;

/** Signs tree heads with Ed25519 (RFC 8032), as the JDK has it. */
public final class Ed25519Signer implements TreeHeadSigner {
  private static final String ED25519 = "Ed25519";

  private final PrivateKey key;
  private final byte[] publicKey;

  private Ed25519Signer(KeyPair keys) {
    key = keys.getPrivate();
    publicKey = keys.getPublic().getEncoded();
  }

  /**
   * Signs with a key that the host keeps.
   *
   * @throws IllegalArgumentException if it is not an Ed25519 key pair
   */
  public static Ed25519Signer of(KeyPair keys) {
    Ed25519Signer signer = new Ed25519Signer(keys);
    signer.sign(new byte[0]);
    return signer;
  }

  /** A new key pair for Ed25519, from the JDK's secure random. */
  public static KeyPair newKeys() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 15 and later have Ed25519", e);
    }
  }

  @Override
  public String algorithm() {
    return ED25519;
  }

  @Override
  public byte[] publicKey() {
    return publicKey.clone();
  }

  @Override
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 private key: " + key.getAlgorithm(), e);
    }
  }
}
