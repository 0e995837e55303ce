package org.lmskit.assessment.analysis;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.model.Rational;

/**
 * A question, as far as its analysis asks for it.
 *
 * @param id the item's
 * @param max the most points
 * @param options what could be chosen, in order; empty if nothing is chosen
 * @param key the right options
 */
public record AnalysedItem(String id, Rational max, List<String> options, Set<String> key) {
  /** Copies the collections. */
  public AnalysedItem {
    options = List.copyOf(new LinkedHashSet<>(options));
    key = Set.copyOf(key);
  }

  /** An item of which only points are known. */
  public static AnalysedItem of(String id, Rational max) {
    return new AnalysedItem(id, max, List.of(), Set.of());
  }

  /** An item at which options are chosen. */
  public static AnalysedItem choice(String id, Rational max, List<String> options, String... key) {
    return new AnalysedItem(id, max, options, Set.of(key));
  }
}
