package org.lmskit.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;

/**
 * All rules of a tenant, ready to be applied to many people.
 *
 * @param all each with its versions in the order in which they come into force
 * @param traits what they ask for apart from appointments
 */
record Rules(List<Applied> all, Set<Audience.Leaf> traits) {
  /** One rule. */
  record Applied(RuleBook book, List<RuleVersion> versions) {}

  static Rules of(Reader reader) {
    List<Applied> all = reader.list(Query.of(RuleBook.KIND)).stream()
        .map(stored -> new Applied(stored.value(), stored.value().inForce()))
        .sorted(Comparator.comparing(applied -> applied.book().id().value()))
        .toList();
    Set<Audience.Leaf> traits = all.stream()
        .flatMap(applied -> applied.versions().stream())
        .flatMap(version -> AudienceLogic.leaves(version.rule().audience()).stream())
        .filter(leaf -> !(leaf instanceof Audience.Appointed))
        .collect(Collectors.toSet());
    return new Rules(all, traits);
  }
}
