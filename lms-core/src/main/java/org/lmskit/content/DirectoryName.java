package org.lmskit.content;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;

/** Names that every file system takes, for ids of any characters. */
final class DirectoryName {
  private static final int READABLE = 32;

  private DirectoryName() {}

  /**
   * A name that is never the same for two tenants, also where case is ignored: what a person can
   * read of the id, and the digest of all of it.
   */
  static String of(TenantId tenant) {
    String readable = tenant.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return readable.substring(0, Math.min(READABLE, readable.length()))
        + "."
        + Sha256.of(tenant.value().getBytes(StandardCharsets.UTF_8));
  }
}
