package org.lmskit.xapi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Further information in a community's own terms, in the order in which it was written.
 *
 * @param values JSON values by IRI
 * @see "xAPI 1.0.3 Data 4.1"
 */
public record Extensions(Map<Iri, JsonValue> values) {
  /** No extensions. */
  public static final Extensions NONE = new Extensions(Map.of());

  /** Extensions in the order of the map. */
  public Extensions {
    values = values.size() < 2
        ? Map.copyOf(values)
        : Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A single extension. */
  public static Extensions of(String iri, JsonValue value) {
    return NONE.with(iri, value);
  }

  /** These extensions and one more; an earlier value of the same IRI is replaced. */
  public Extensions with(String iri, JsonValue value) {
    Map<Iri, JsonValue> more = new LinkedHashMap<>(values);
    more.put(new Iri(iri), value);
    return new Extensions(more);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return values.isEmpty();
  }
}
