package org.lmskit.xapi.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.lmskit.http.HttpRequest;
import org.lmskit.model.Sha256;

/**
 * HTTP Basic (RFC 7617) with hashed secrets. A secret that was right once is remembered as its salted
 * SHA-256 in memory, for as long as the credential has the same hash, so that only the first request pays
 * for the slow hash.
 */
public final class BasicAuthenticator implements Authenticator {
  private static final int MAX_REMEMBERED = 10_000;

  private final Function<String, Optional<Credential>> credentials;
  private final Map<SecretHash, Sha256> remembered = new ConcurrentHashMap<>();

  private BasicAuthenticator(Function<String, Optional<Credential>> credentials) {
    this.credentials = credentials;
  }

  /** An authenticator that looks credentials up by their key whenever a request comes. */
  public static BasicAuthenticator of(Function<String, Optional<Credential>> credentials) {
    return new BasicAuthenticator(credentials);
  }

  /** An authenticator that knows these credentials. */
  public static BasicAuthenticator of(Credential... credentials) {
    Map<String, Credential> byKey = new ConcurrentHashMap<>();
    for (Credential credential : credentials) byKey.put(credential.key(), credential);
    return new BasicAuthenticator(key -> Optional.ofNullable(byKey.get(key)));
  }

  @Override
  public Optional<Caller> authenticate(HttpRequest request) {
    String header = request.header("Authorization").orElse("");
    if (!header.regionMatches(true, 0, "Basic ", 0, 6)) return Optional.empty();
    String pair = decode(header.substring(6).strip());
    int colon = pair.indexOf(':');
    if (colon < 0) return Optional.empty();
    String secret = pair.substring(colon + 1);
    return credentials
        .apply(pair.substring(0, colon))
        .filter(credential -> matches(credential.secret(), secret))
        .map(Credential::caller);
  }

  private boolean matches(SecretHash hash, String secret) {
    Sha256 fast = Sha256.of((hash.text() + '\n' + secret).getBytes(StandardCharsets.UTF_8));
    Sha256 known = remembered.get(hash);
    if (known != null && MessageDigest.isEqual(known.bytes(), fast.bytes())) return true;
    if (!hash.matches(secret)) return false;
    if (remembered.size() >= MAX_REMEMBERED) remembered.clear();
    remembered.put(hash, fast);
    return true;
  }

  private static String decode(String base64) {
    try {
      return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
