package org.lmskit.store.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import org.lmskit.model.Sha256;
import org.lmskit.store.Index;

/**
 * The small number that leads every key of a tenant, and the secret with which his index values are
 * hashed, so that nobody outside can make two values meet.
 */
record TenantNumber(int number, byte[] salt) {
  /** Stands for a tenant that never wrote: no row has it. */
  static final TenantNumber NONE = new TenantNumber(0, new byte[0]);

  static TenantNumber of(int number, String salt) {
    return new TenantNumber(number, HexFormat.of().parseHex(salt));
  }

  boolean isNone() {
    return number == 0;
  }

  /** The 64 bits that stand for a value in a companion table. */
  long key(String index, String value) {
    return key(Sha256.newDigest(), index, value);
  }

  /** The same with a digest at hand, which is reset. */
  long key(MessageDigest digest, String index, String value) {
    digest.update(salt);
    digest.update(index.getBytes(StandardCharsets.US_ASCII));
    digest.update((byte) 0);
    return ByteBuffer.wrap(digest.digest(value.getBytes(StandardCharsets.UTF_8)))
        .getLong();
  }

  List<Long> keys(Index<?> index, Collection<String> values) {
    return values.stream().map(value -> key(index.name(), value)).distinct().toList();
  }
}
