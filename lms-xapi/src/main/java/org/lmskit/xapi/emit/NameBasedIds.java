package org.lmskit.xapi.emit;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of names, RFC 9562 version 5: the same name always has the same id. */
final class NameBasedIds {
  private static final long NOT_VERSION = ~0xF000L;
  private static final long VERSION_5 = 0x5000L;
  private static final long LOW_62_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private final UUID namespace;

  /** Ids within what a URI names. */
  NameBasedIds(URI namespace) {
    this.namespace = of(URL, namespace.toString());
  }

  UUID of(String name) {
    return of(namespace, name);
  }

  static UUID of(UUID namespace, String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      ByteBuffer prefix = ByteBuffer.allocate(2 * Long.BYTES);
      prefix.putLong(namespace.getMostSignificantBits());
      prefix.putLong(namespace.getLeastSignificantBits());
      sha1.update(prefix.array());
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & NOT_VERSION | VERSION_5;
      return new UUID(high, hash.getLong() & LOW_62_BITS | VARIANT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-1", e);
    }
  }
}
