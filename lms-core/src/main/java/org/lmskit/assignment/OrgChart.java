package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lmskit.model.OrgUnitId;
import org.lmskit.workforce.OrgUnit;
import org.lmskit.workforce.OrgUnit.Placement;

/** The tree of the organisation over time, as far as it was asked for. */
final class OrgChart {
  private final Function<OrgUnitId, Optional<OrgUnit>> units;
  private final Map<OrgUnitId, Optional<OrgUnit>> known = new HashMap<>();
  private final Map<OrgUnitId, Set<LocalDate>> days = new HashMap<>();

  OrgChart(Function<OrgUnitId, Optional<OrgUnit>> units) {
    this.units = units;
  }

  /** Whether a part stands under another one on a day, or is it. */
  boolean isWithin(OrgUnitId unit, OrgUnitId root, LocalDate day) {
    Optional<OrgUnitId> at = Optional.of(unit);
    while (at.isPresent()) {
      if (at.get().equals(root)) {
        return true;
      }
      at = unit(at.get()).flatMap(found -> found.parentOn(day));
    }
    return false;
  }

  /** The days on which a part, or what it ever stood under, was placed. */
  Set<LocalDate> days(OrgUnitId unit) {
    Set<LocalDate> found = days.get(unit);
    if (found == null) {
      found = new HashSet<>();
      collect(unit, found, new HashSet<>());
      days.put(unit, found);
    }
    return found;
  }

  private void collect(OrgUnitId unit, Set<LocalDate> into, Set<OrgUnitId> seen) {
    if (!seen.add(unit)) {
      return;
    }
    for (Placement placement : unit(unit).map(OrgUnit::placements).orElseGet(List::of)) {
      into.add(placement.from());
      OrgUnitId parent = placement.parentOrNull();
      if (parent != null) {
        collect(parent, into, seen);
      }
    }
  }

  private Optional<OrgUnit> unit(OrgUnitId id) {
    return known.computeIfAbsent(id, units);
  }
}
