package org.lmskit.competency;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lmskit.catalog.Text;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * Competencies that belong together, and which evidence of them counts.
 *
 * @param id the host's own
 * @param title for people
 * @param policy which of several pieces of evidence counts
 * @param competencies in the order in which they are shown
 */
public record Framework(
    FrameworkId id, Text title, AggregationPolicy policy, List<Competency> competencies) {
  /** Frameworks by id, found by each of their competencies. */
  public static final Kind<Framework> KIND = Kind.<Framework>mutable(
          "competency_framework", framework -> framework.id().value())
      .many(
          "competency",
          framework ->
              framework.competencies().stream().map(one -> one.id().value()).toList())
      .body(JsonBody.of(Framework.class));

  /** Copies the list. */
  public Framework {
    competencies = List.copyOf(competencies);
  }

  /** A framework without competencies, in which the highest valid level counts. */
  public static Framework of(String id, String title) {
    return new Framework(
        new FrameworkId(id), Text.of(title), AggregationPolicy.HIGHEST_VALID, List.of());
  }

  /** The same with one competency more. */
  public Framework competency(Competency next) {
    List<Competency> more = new ArrayList<>(competencies);
    more.add(next);
    return new Framework(id, title, policy, more);
  }

  /** The same with another choice of the evidence that counts. */
  public Framework counting(AggregationPolicy next) {
    return new Framework(id, title, next, competencies);
  }

  /** The competency of this id. */
  public Optional<Competency> find(CompetencyId competency) {
    return competencies.stream().filter(one -> one.id().equals(competency)).findFirst();
  }

  /** Why it cannot be published; empty if it can. */
  List<String> problems() {
    List<String> found = new ArrayList<>();
    if (title.text().isBlank()) {
      found.add("no title");
    }
    if (competencies.isEmpty()) {
      found.add("no competency");
    }
    Set<CompetencyId> ids = new HashSet<>();
    for (Competency one : competencies) {
      if (!ids.add(one.id())) {
        found.add("two competencies " + one.id());
      }
      if (one.levels().isEmpty()) {
        found.add("competency " + one.id() + " has no level");
      }
    }
    return found;
  }
}
