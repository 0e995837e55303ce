package org.lmskit.scorm.sequencing.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An objective of an activity.
 *
 * @param id its local id; null only for a primary objective that has none, which content then does
 *     not see in {@code cmi.objectives}
 * @param satisfiedByMeasure whether the measure decides if it is satisfied; default false
 * @param minNormalizedMeasure from which measure it is satisfied, -1 to 1; default 1
 * @param maps to global objectives, in the order of the manifest
 * @see "SCORM 2004 4th Ed. SN 3.10"
 */
public record Objective(
    @Nullable String id,
    boolean satisfiedByMeasure,
    BigDecimal minNormalizedMeasure,
    List<ObjectiveMap> maps) {
  /** A primary objective without id or maps: what an activity has if the manifest says nothing. */
  public static final Objective DEFAULT_PRIMARY =
      new Objective(null, false, BigDecimal.ONE, List.of());

  /** Copies the maps. */
  public Objective {
    maps = List.copyOf(maps);
  }

  /** An objective with the standard's defaults. */
  public static Objective of(String id) {
    return new Objective(id, false, BigDecimal.ONE, List.of());
  }

  /** This objective decided by its measure, from this one on. */
  public Objective byMeasure(String minimum) {
    return new Objective(id, true, new BigDecimal(minimum), maps);
  }

  /** This objective with these maps. */
  public Objective mapped(ObjectiveMap... value) {
    return new Objective(id, satisfiedByMeasure, minNormalizedMeasure, List.of(value));
  }
}
