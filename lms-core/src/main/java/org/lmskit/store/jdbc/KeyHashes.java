package org.lmskit.store.jdbc;

import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lmskit.model.Sha256;
import org.lmskit.store.Index;

/** The keys of the values of one write, each computed once. For use by one thread. */
final class KeyHashes {
  private final TenantNumber tenant;
  private final MessageDigest digest = Sha256.newDigest();
  private final Map<String, Map<String, Long>> known = new HashMap<>();

  KeyHashes(TenantNumber tenant) {
    this.tenant = tenant;
  }

  /** All keys under which a record is listed, each once. */
  <T> Set<Long> of(List<Index<T>> indexes, T value) {
    Set<Long> keys = new HashSet<>();
    for (Index<T> index : indexes) {
      Map<String, Long> ofIndex = known.computeIfAbsent(index.name(), name -> new HashMap<>());
      for (String text : index.values().apply(value)) {
        keys.add(ofIndex.computeIfAbsent(text, fresh -> tenant.key(digest, index.name(), fresh)));
      }
    }
    return keys;
  }
}
