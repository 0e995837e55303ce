package org.lmskit.xapi.lrs;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.model.Sha256;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.XapiException;

/**
 * Signed statements: a JWS over the statement travels with it as an attachment.
 *
 * @see "xAPI 1.0.3 Data 2.6"
 */
public final class StatementSignatures {
  /** The largest signature that is looked at, in bytes. */
  static final int LARGEST = 1 << 20;

  private static final String CONTENT_TYPE = "application/octet-stream";

  private StatementSignatures() {}

  /**
   * Signs a statement.
   *
   * @param statement with an id and a timestamp, so that a store has nothing to add that counts
   * @param algorithm how
   * @param key an RSA key
   * @param chain the certificate of the key first, each certified by the next; may be empty
   * @return the statement with its signature, to be stored
   * @throws IllegalArgumentException if the statement lacks id or timestamp, or the key cannot sign
   */
  public static StatementBatch sign(
      Statement statement,
      SignatureAlgorithm algorithm,
      PrivateKey key,
      List<X509Certificate> chain) {
    if (statement.id() == null || statement.timestamp() == null) {
      throw new IllegalArgumentException("a statement to be signed has an id and a timestamp");
    }
    byte[] payload = StatementTexts.json(statement).getBytes(StandardCharsets.UTF_8);
    byte[] jws = Jws.sign(payload, algorithm, key, chain);
    Attachment signature = new Attachment(
        Attachment.SIGNATURE,
        LanguageMap.of("en-US", "Signature"),
        LanguageMap.NONE,
        CONTENT_TYPE,
        jws.length,
        Sha256.of(jws).hex(),
        null);
    return new StatementBatch(
        List.of(Incoming.of(with(statement, signature))),
        List.of(AttachmentPart.of(signature, jws)).iterator());
  }

  /** @throws XapiException 400 if the signature is not one over this statement */
  static void verify(Attachment attachment, byte[] bytes, Statement statement, Realm realm) {
    if (!attachment.contentType().equals(CONTENT_TYPE)) {
      throw XapiException.badRequest(
          "a signature has the content type " + CONTENT_TYPE + ", not " + attachment.contentType());
    }
    if (bytes.length > LARGEST) {
      throw XapiException.tooLarge("a signature of more than " + LARGEST + " bytes");
    }
    try {
      verify(Jws.parse(bytes), statement, realm);
    } catch (Jws.InvalidJws e) {
      throw new XapiException(400, "signature " + attachment.sha2() + ": " + e.getMessage(), e);
    }
  }

  private static void verify(Jws jws, Statement statement, Realm realm) throws Jws.InvalidJws {
    if (!jws.chain().isEmpty()) {
      new CertificateChain(jws.chain()).check(realm.anchors(), realm.now());
      if (!jws.isBy(jws.chain().get(0).getPublicKey())) {
        throw new Jws.InvalidJws("it was not made with the key of its certificate");
      }
    } else if (!realm.anchors().isEmpty()) {
      throw new Jws.InvalidJws(
          "it has no certificate (x5c), so that nobody trusted vouches for it");
    }
    Statement signed = StatementTexts.signed(jws.payload())
        .orElseThrow(() -> new Jws.InvalidJws("its payload is not a valid statement"));
    boolean lacksId = signed.id() != null && statement.id() == null;
    boolean lacksTimestamp = signed.timestamp() != null && statement.timestamp() == null;
    if (lacksId || lacksTimestamp) {
      throw new Jws.InvalidJws("it signs an id or a timestamp that the statement lacks");
    }
    if (!StatementTexts.same(signed, statement)) {
      throw new Jws.InvalidJws("it signs another statement");
    }
  }

  private static Statement with(Statement statement, Attachment signature) {
    List<Attachment> attachments = new ArrayList<>(statement.attachments());
    attachments.add(signature);
    return new Statement(
        statement.id(),
        statement.actor(),
        statement.verb(),
        statement.object(),
        statement.result(),
        statement.context(),
        statement.timestamp(),
        statement.stored(),
        statement.authority(),
        statement.version(),
        attachments);
  }
}
