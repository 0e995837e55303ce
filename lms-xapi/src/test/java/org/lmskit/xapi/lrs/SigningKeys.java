package org.lmskit.xapi.lrs;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key and its certificate. {@code signing/keys.p12} was made with the JDK's keytool: {@code root} is its
 * own, {@code signer} is certified by it, {@code other} is its own.
 */
record SigningKeys(PrivateKey key, X509Certificate certificate) {
  static final SigningKeys ROOT = named("root");
  static final SigningKeys SIGNER = named("signer");
  static final SigningKeys OTHER = named("other");
  static final List<X509Certificate> CHAIN = List.of(SIGNER.certificate(), ROOT.certificate());

  private static final String PASSWORD = "changeit";

  private static SigningKeys named(String alias) {
    try (InputStream file = SigningKeys.class.getResourceAsStream("/signing/keys.p12")) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(file, PASSWORD.toCharArray());
      PrivateKey key = (PrivateKey) keys.getKey(alias, PASSWORD.toCharArray());
      return new SigningKeys(key, (X509Certificate) keys.getCertificate(alias));
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
