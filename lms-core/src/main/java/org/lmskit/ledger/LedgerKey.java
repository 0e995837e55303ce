package org.lmskit.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Kind;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;

/**
 * The key of a host that gave none: made at the first sealing and kept beside the log.
 *
 * @param publicKey X.509 in base64
 * @param privateKey PKCS 8 in base64
 */
record LedgerKey(String publicKey, String privateKey) {
  private static final String ID = "key";

  static final Kind<LedgerKey> KIND =
      Kind.<LedgerKey>mutable("ledger_key", key -> ID).body(JsonBody.of(LedgerKey.class));

  static TreeHeadSigner signer(Transaction tx) {
    return tx.find(KIND, ID)
        .map(Stored::value)
        .orElseGet(() -> {
          LedgerKey key = of(Ed25519Signer.newKeys());
          tx.insert(KIND, key);
          return key;
        })
        .signer();
  }

  private static LedgerKey of(KeyPair keys) {
    Base64.Encoder base64 = Base64.getEncoder();
    return new LedgerKey(
        base64.encodeToString(keys.getPublic().getEncoded()),
        base64.encodeToString(keys.getPrivate().getEncoded()));
  }

  private TreeHeadSigner signer() {
    try {
      KeyFactory factory = KeyFactory.getInstance("Ed25519");
      Base64.Decoder base64 = Base64.getDecoder();
      return Ed25519Signer.of(new KeyPair(
          factory.generatePublic(new X509EncodedKeySpec(base64.decode(publicKey))),
          factory.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(privateKey)))));
    } catch (GeneralSecurityException e) {
      throw new StoreFailureException("the ledger's key cannot be read", e);
    }
  }
}
