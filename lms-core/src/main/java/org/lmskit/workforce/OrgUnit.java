package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.OrgUnitId;
import org.lmskit.store.Kind;

/**
 * A part of the organisation, and where it stood in the tree over time.
 *
 * @param id the host's own id
 * @param name as it is called now
 * @param placements sorted by their first day; each holds until the next begins
 */
public record OrgUnit(OrgUnitId id, String name, List<Placement> placements) {
  /** Parts by id, found by everything that they ever stood under. */
  public static final Kind<OrgUnit> KIND = Kind.<OrgUnit>mutable(
          "org_unit", unit -> unit.id().value())
      .many("parent", OrgUnit::parents)
      .body(JsonBody.of(OrgUnit.class));

  /**
   * Where a part stands from a day on.
   *
   * @param from the first day
   * @param parentOrNull what it stands under; null at the top
   */
  public record Placement(LocalDate from, @Nullable OrgUnitId parentOrNull) {}

  /** Sorts the placements. */
  public OrgUnit {
    placements =
        placements.stream().sorted(Comparator.comparing(Placement::from)).toList();
  }

  /** Whether it exists on a day. */
  public boolean existsOn(LocalDate day) {
    return placementOn(day).isPresent();
  }

  /** What it stands under on a day; absent at the top, or before it existed. */
  public Optional<OrgUnitId> parentOn(LocalDate day) {
    return placementOn(day).map(Placement::parentOrNull);
  }

  /** The same, standing elsewhere from a day on; a placement of that very day is replaced. */
  OrgUnit placed(String newName, Placement placement) {
    List<Placement> next = new ArrayList<>(placements);
    next.removeIf(old -> old.from().equals(placement.from()));
    next.add(placement);
    return new OrgUnit(id, newName, next);
  }

  private Optional<Placement> placementOn(LocalDate day) {
    return placements.stream()
        .filter(placement -> !placement.from().isAfter(day))
        .reduce((first, second) -> second);
  }

  private List<String> parents() {
    return placements.stream()
        .map(Placement::parentOrNull)
        .filter(Objects::nonNull)
        .map(OrgUnitId::value)
        .distinct()
        .toList();
  }
}
