package org.lmskit.xapi.lrs;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON Web Signature in compact form, RFC 7515: what it says, not yet whether it is true.
 *
 * @param algorithm how it was made
 * @param chain the signer's certificate first, each certified by the next; empty if it has none
 * @param payload the signed bytes
 * @param signed what the signature is computed over
 * @param signature the signature itself
 */
record Jws(
    SignatureAlgorithm algorithm,
    List<X509Certificate> chain,
    byte[] payload,
    String signed,
    byte[] signature) {
  /** Something about a signature is wrong; the message says what. */
  static final class InvalidJws extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidJws(String message) {
      super(message);
    }

    InvalidJws(String message, Throwable cause) {
      super(message, cause);
    }
  }

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .build();

  static Jws parse(byte[] compact) throws InvalidJws {
    String text = new String(compact, StandardCharsets.ISO_8859_1).strip();
    String[] parts = text.split("\\.", -1);
    if (parts.length != 3) {
      throw new InvalidJws("a compact JWS has three parts, this has " + parts.length);
    }
    JsonNode header = header(decode(parts[0], "header"));
    String name = header.path("alg").asString("");
    SignatureAlgorithm algorithm = SignatureAlgorithm.named(name)
        .orElseThrow(() -> new InvalidJws("alg \"" + name + "\" is none of RS256, RS384, RS512"));
    return new Jws(
        algorithm,
        header.has("x5c") ? chain(header.get("x5c")) : List.of(),
        decode(parts[1], "payload"),
        parts[0] + '.' + parts[1],
        decode(parts[2], "signature"));
  }

  /** Signs bytes; the certificates, if any, go into the header as {@code x5c}. */
  static byte[] sign(
      byte[] payload, SignatureAlgorithm algorithm, PrivateKey key, List<X509Certificate> chain) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    String header =
        base64.encodeToString(headerOf(algorithm, chain).getBytes(StandardCharsets.UTF_8));
    String signed = header + '.' + base64.encodeToString(payload);
    try {
      Signature signature = Signature.getInstance(algorithm.javaName());
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      String compact = signed + '.' + base64.encodeToString(signature.sign());
      return compact.getBytes(StandardCharsets.US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign with " + algorithm, e);
    }
  }

  /** Whether the signature was made with the private half of this key. */
  boolean isBy(PublicKey key) throws InvalidJws {
    try {
      Signature verifier = Signature.getInstance(algorithm.javaName());
      verifier.initVerify(key);
      verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      throw new InvalidJws("the signature cannot be verified: " + e.getMessage(), e);
    }
  }

  private static String headerOf(SignatureAlgorithm algorithm, List<X509Certificate> chain) {
    StringBuilder json =
        new StringBuilder("{\"alg\":\"").append(algorithm.name()).append('"');
    if (!chain.isEmpty()) {
      List<String> encoded = new ArrayList<>();
      for (X509Certificate certificate : chain) {
        encoded.add('"' + encode(certificate) + '"');
      }
      json.append(",\"x5c\":[").append(String.join(",", encoded)).append(']');
    }
    return json.append('}').toString();
  }

  private static String encode(X509Certificate certificate) {
    try {
      return Base64.getEncoder().encodeToString(certificate.getEncoded());
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException("a certificate has no DER form", e);
    }
  }

  private static JsonNode header(byte[] json) throws InvalidJws {
    try {
      JsonNode header = JSON.readTree(json);
      if (header.has("crit")) { // RFC 7515 4.1.11: what is critical and not understood is refused
        throw new InvalidJws("the header has critical extensions: " + header.get("crit"));
      }
      return header;
    } catch (JacksonException e) {
      throw new InvalidJws("the header is not JSON", e);
    }
  }

  /** RFC 7515 4.1.6: plain, not URL-safe, Base64 of DER. */
  private static List<X509Certificate> chain(JsonNode x5c) throws InvalidJws {
    if (!x5c.isArray() || x5c.isEmpty()) {
      throw new InvalidJws("x5c is not a list of certificates");
    }
    List<X509Certificate> chain = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      for (JsonNode one : x5c) {
        byte[] der = Base64.getDecoder().decode(one.asString(""));
        chain.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
      }
      return List.copyOf(chain);
    } catch (CertificateException | IllegalArgumentException e) {
      throw new InvalidJws("x5c is not a list of certificates", e);
    }
  }

  private static byte[] decode(String part, String what) throws InvalidJws {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException e) {
      throw new InvalidJws("the " + what + " of the JWS is not base64url", e);
    }
  }
}
