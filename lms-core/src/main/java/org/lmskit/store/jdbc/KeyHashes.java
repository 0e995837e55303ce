package org.lmskit.store.jdbc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lmskit.store.Index;

/** The keys of the values of one write, each computed once. For use by one thread. */
final class KeyHashes {
  private final TenantNumber tenant;
  private final Map<String, Map<String, Long>> known = new HashMap<>();

  KeyHashes(TenantNumber tenant) {
    this.tenant = tenant;
  }

  /** All keys under which a record is listed, each once. */
  <T> Set<Long> of(List<Index<T>> indexes, T value) {
    Set<Long> keys = new TreeSet<>();
    for (Index<T> index : indexes) {
      Map<String, Long> ofIndex = known.computeIfAbsent(index.name(), name -> new HashMap<>());
      for (String text : index.values().apply(value)) {
        keys.add(ofIndex.computeIfAbsent(text, fresh -> tenant.key(index.name(), fresh)));
      }
    }
    return keys;
  }
}
