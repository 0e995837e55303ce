package org.lmskit.scorm.sequencing.definition;

import java.util.EnumSet;
import java.util.Set;

/**
 * Ties a local objective to a global one: {@code imsss:mapInfo} and {@code adlseq:mapInfo} of the
 * same objective and target merged.
 *
 * @param target id of the global objective
 * @param reads the values that are read from it
 * @param writes the values that are written to it
 * @see "SCORM 2004 4th Ed. SN 3.10"
 */
public record ObjectiveMap(String target, Set<ObjectiveValue> reads, Set<ObjectiveValue> writes) {
  /** Copies the sets. */
  public ObjectiveMap {
    reads = Set.copyOf(reads);
    writes = Set.copyOf(writes);
  }

  /** The standard's defaults: reads every value, writes none. */
  public static ObjectiveMap to(String target) {
    return new ObjectiveMap(target, EnumSet.allOf(ObjectiveValue.class), Set.of());
  }

  /** This map reading only these values. */
  public ObjectiveMap reading(ObjectiveValue... values) {
    return new ObjectiveMap(target, Set.of(values), writes);
  }

  /** This map writing only these values. */
  public ObjectiveMap writing(ObjectiveValue... values) {
    return new ObjectiveMap(target, reads, Set.of(values));
  }

  /** Whether this value is read from the target. */
  public boolean reads(ObjectiveValue value) {
    return reads.contains(value);
  }

  /** Whether this value is written to the target. */
  public boolean writes(ObjectiveValue value) {
    return writes.contains(value);
  }
}
