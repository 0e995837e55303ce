package org.lmskit.scorm.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.lmskit.model.TenantId;

/**
 * Signs the links of launches: a link names its launch and when it expires, and HMAC-SHA-256 over
 * both and the tenant shows that this host made it. Immutable and thread-safe.
 */
public final class LaunchLinks {
  /** How long a link is good where the host says nothing else. */
  public static final Duration DEFAULT_LIFETIME = Duration.ofHours(12);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_KEY_BYTES = 32;
  private static final Pattern LINK =
      Pattern.compile("([^~]+)~([0-9]{1,12})~([A-Za-z0-9_-]{43})", Pattern.DOTALL);

  private final SecretKeySpec key;
  private final Duration lifetime;

  private LaunchLinks(SecretKeySpec key, Duration lifetime) {
    this.key = key;
    this.lifetime = lifetime;
  }

  /**
   * Links signed with a key of the host, good for {@link #DEFAULT_LIFETIME}. All processes that
   * serve the same launches need the same key, and after a restart it has to be the same again.
   *
   * @param key secret and random, at least 32 bytes
   * @throws IllegalArgumentException if the key is shorter
   */
  public static LaunchLinks withKey(byte[] key) {
    if (key.length < LEAST_KEY_BYTES) {
      throw new IllegalArgumentException("a key of " + key.length + " bytes; 32 are needed");
    }
    return new LaunchLinks(new SecretKeySpec(key, ALGORITHM), DEFAULT_LIFETIME);
  }

  /**
   * Links signed with a new key, for a host of one process: after a restart learners open their
   * course again.
   */
  public static LaunchLinks withRandomKey(SecureRandom random) {
    byte[] key = new byte[LEAST_KEY_BYTES];
    random.nextBytes(key);
    return withKey(key);
  }

  /**
   * The same with links that are good for so long, counted from the moment at which one is made.
   *
   * @param time at least a second
   * @throws IllegalArgumentException if it is shorter
   */
  public LaunchLinks lasting(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a link that lasts " + time);
    }
    return new LaunchLinks(key, time);
  }

  /** What stands in the address in place of a launch's id. */
  String sign(TenantId tenant, String launch, Instant now) {
    long expires = now.plus(lifetime).getEpochSecond();
    return launch + "~" + expires + "~" + signature(tenant, launch, expires);
  }

  /**
   * What a link says, if it was made with this key for this tenant.
   *
   * @param link as {@link #sign} made it, or anything else
   */
  Optional<Link> read(TenantId tenant, String link) {
    Matcher parts = LINK.matcher(link);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String launch = parts.group(1);
    long expires = Long.parseLong(parts.group(2));
    byte[] expected = signature(tenant, launch, expires).getBytes(StandardCharsets.US_ASCII);
    byte[] given = parts.group(3).getBytes(StandardCharsets.US_ASCII);
    // takes as long for a guess that begins well as for any other
    return MessageDigest.isEqual(expected, given)
        ? Optional.of(new Link(launch, Instant.ofEpochSecond(expires)))
        : Optional.empty();
  }

  /**
   * A link that this host made.
   *
   * @param launch its id
   * @param expires from then on it is no longer good
   */
  record Link(String launch, Instant expires) {
    boolean isGoodAt(Instant now) {
      return now.isBefore(expires);
    }
  }

  private String signature(TenantId tenant, String launch, long expires) {
    // the length keeps the end of a tenant's name from being taken for the beginning of a launch's
    String said = tenant.value().length() + "~" + tenant.value() + launch + "~" + expires;
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(said.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
