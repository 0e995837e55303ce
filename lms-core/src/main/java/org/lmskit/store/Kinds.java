package org.lmskit.store;

import java.util.List;

/**
 * All kinds of one module, with the place of its schema scripts.
 *
 * @param module a lower-case name; scripts are {@code META-INF/lmskit/<module>/<dialect>/NNNN.sql}
 * @param kinds what the module stores
 * @param resources finds the scripts; a module without scripts gets its tables from its kinds
 */
public record Kinds(String module, List<Kind<?>> kinds, ClassLoader resources) {
  /** @throws IllegalArgumentException if two kinds have one name */
  public Kinds {
    Kind.checkName(module);
    kinds = List.copyOf(kinds);
    if (kinds.stream().map(Kind::name).distinct().count() < kinds.size()) {
      throw new IllegalArgumentException("module " + module + " has two kinds of one name");
    }
  }
}
