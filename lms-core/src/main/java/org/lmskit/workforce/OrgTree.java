package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Operation;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.OrgUnit.Placement;
import org.lmskit.workforce.OrganizationEvent.OrgUnitPlaced;

/** The tree of the organisation on a day. */
final class OrgTree {
  private OrgTree() {}

  static OrgUnit place(
      Operation op, OrgUnitId id, String name, @Nullable OrgUnitId parent, LocalDate from) {
    if (parent != null) {
      require(op.tx(), parent, from);
    }
    Optional<Stored<OrgUnit>> stored = op.tx().find(OrgUnit.KIND, id.value());
    OrgUnit old = stored.map(Stored::value).orElseGet(() -> new OrgUnit(id, name, List.of()));
    boolean isKnown = old.existsOn(from) && old.parentOn(from).equals(Optional.ofNullable(parent));
    OrgUnit next = isKnown
        ? new OrgUnit(id, name, old.placements())
        : old.placed(name, new Placement(from, parent));
    if (stored.isPresent() && next.equals(old)) {
      return old;
    }
    requireNoCycle(op.tx(), next, from);
    op.catchUp(Appointments.ever(op.tx(), id));
    stored.ifPresentOrElse(s -> op.tx().update(s, next), () -> op.tx().insert(OrgUnit.KIND, next));
    op.record(new OrgUnitPlaced(op.header(from), next));
    return next;
  }

  /** A part and all below it on a day, the nearest first; empty if it does not exist then. */
  static Set<OrgUnitId> subtree(Reader reader, OrgUnitId root, LocalDate day) {
    boolean exists = reader
        .find(OrgUnit.KIND, root.value())
        .filter(s -> s.value().existsOn(day))
        .isPresent();
    Set<OrgUnitId> found = new LinkedHashSet<>();
    Collection<OrgUnitId> level = exists ? List.of(root) : List.of();
    while (!level.isEmpty()) {
      found.addAll(level);
      level = children(reader, level, day);
    }
    return found;
  }

  /** A part, and all that ever stands below it. */
  static Set<String> everBelow(Reader reader, OrgUnitId root) {
    Set<String> found = new LinkedHashSet<>(Set.of(root.value()));
    List<String> level = List.of(root.value());
    while (!level.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (int from = 0; from < level.size(); from += Query.MAX_VALUES) {
        List<String> some = level.subList(from, Math.min(level.size(), from + Query.MAX_VALUES));
        reader.list(Query.of(OrgUnit.KIND).whereAny("parent", some)).stream()
            .map(Stored::id)
            .filter(found::add)
            .forEach(next::add);
      }
      level = next;
    }
    return found;
  }

  static void require(Reader reader, OrgUnitId id, LocalDate day) {
    boolean exists = reader
        .find(OrgUnit.KIND, id.value())
        .filter(s -> s.value().existsOn(day))
        .isPresent();
    if (!exists) {
      throw new RejectedException(
          WorkforceReason.ORG_UNIT_UNKNOWN,
          "no part " + id + " of the organisation on " + day,
          Map.of("unit", id.value(), "day", day.toString()));
    }
  }

  private static List<OrgUnitId> children(
      Reader reader, Collection<OrgUnitId> parents, LocalDate day) {
    List<OrgUnitId> all = List.copyOf(parents);
    List<OrgUnitId> found = new ArrayList<>();
    for (int from = 0; from < all.size(); from += Query.MAX_VALUES) {
      List<OrgUnitId> some = all.subList(from, Math.min(all.size(), from + Query.MAX_VALUES));
      List<String> values = some.stream().map(OrgUnitId::value).toList();
      reader.list(Query.of(OrgUnit.KIND).whereAny("parent", values)).stream()
          .map(Stored::value)
          .filter(unit -> unit.parentOn(day).filter(some::contains).isPresent())
          .forEach(unit -> found.add(unit.id()));
    }
    return found;
  }

  /** A move can close a circle on a later day too, when something else moves. */
  private static void requireNoCycle(Reader reader, OrgUnit moved, LocalDate from) {
    Map<OrgUnitId, OrgUnit> units = new HashMap<>();
    reader.each(Query.of(OrgUnit.KIND), s -> units.put(s.value().id(), s.value()));
    units.put(moved.id(), moved);
    Set<LocalDate> days = new TreeSet<>(Set.of(from));
    units.values().stream()
        .flatMap(unit -> unit.placements().stream())
        .map(Placement::from)
        .filter(day -> day.isAfter(from))
        .forEach(days::add);
    days.forEach(day -> requireNoCycle(units, moved, day));
  }

  private static void requireNoCycle(Map<OrgUnitId, OrgUnit> units, OrgUnit moved, LocalDate day) {
    Set<OrgUnitId> above = new HashSet<>();
    Optional<OrgUnitId> next = moved.parentOn(day);
    while (next.isPresent() && above.add(next.get())) {
      if (next.get().equals(moved.id())) {
        throw new RejectedException(
            WorkforceReason.ORG_CYCLE,
            moved.id() + " would stand under itself on " + day,
            Map.of("unit", moved.id().value(), "day", day.toString()));
      }
      next = Optional.ofNullable(units.get(next.get())).flatMap(unit -> unit.parentOn(day));
    }
  }
}
