package org.lmskit.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lmskit.internal.Operation;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.AppointmentEvent.AppointmentCancelled;
import org.lmskit.workforce.AppointmentEvent.AppointmentCorrected;
import org.lmskit.workforce.AppointmentEvent.AppointmentRecorded;

/** Who holds which appointment on which day, for the packages above too. */
public final class Appointments {
  private Appointments() {}

  /** All appointments of a person, past and future, the earliest first. */
  public static List<Appointment> of(Reader reader, LearnerKey learner) {
    return reader.list(Query.of(Appointment.KIND).where("learner", learner.value())).stream()
        .map(Stored::value)
        .sorted(Appointment.FIRST)
        .toList();
  }

  /** Says that the appointments of each of these persons will be asked for. */
  public static void foresee(Reader reader, Collection<LearnerKey> learners) {
    reader.foresee(
        Appointment.KIND, "learner", learners.stream().map(LearnerKey::value).toList());
  }

  /** The appointments of a person that hold on a day, the one that counts first in front. */
  public static List<Appointment> on(Reader reader, LearnerKey learner, LocalDate day) {
    return of(reader, learner).stream().filter(one -> one.holdsOn(day)).toList();
  }

  /** The civil day of a person at an instant: in the zone of his appointment, else the tenant's. */
  public static LocalDate dayOf(Operation op, LearnerKey learner, Instant instant) {
    return dayOf(op.tx(), learner, instant, op.zone());
  }

  /** The civil day of a person at an instant: in the zone of his appointment, else the other one. */
  public static LocalDate dayOf(
      Reader reader, LearnerKey learner, Instant instant, ZoneId otherwise) {
    return dayOf(of(reader, learner), instant, otherwise);
  }

  private static LocalDate dayOf(List<Appointment> sorted, Instant instant, ZoneId otherwise) {
    return LocalDate.ofInstant(
        instant,
        sorted.stream()
            .filter(one -> one.holdsOn(LocalDate.ofInstant(instant, one.zone())))
            .map(Appointment::zone)
            .findFirst()
            .orElse(otherwise));
  }

  /** The civil day of each of these persons now. */
  public static Map<LearnerKey, LocalDate> daysOf(Operation op, Collection<LearnerKey> learners) {
    Map<LearnerKey, List<Appointment>> all = new HashMap<>();
    List<String> keys = learners.stream().map(LearnerKey::value).toList();
    op.tx()
        .list(Query.of(Appointment.KIND).whereAny("learner", keys))
        .forEach(stored -> all.computeIfAbsent(stored.value().learner(), key -> new ArrayList<>())
            .add(stored.value()));
    Map<LearnerKey, LocalDate> days = new HashMap<>();
    for (LearnerKey learner : learners) {
      List<Appointment> own = all.getOrDefault(learner, List.of());
      days.put(
          learner, dayOf(own.stream().sorted(Appointment.FIRST).toList(), op.now(), op.zone()));
    }
    return days;
  }

  /** The zone in which a person's civil day begins: that of his appointment, else the other one. */
  public static ZoneId zoneOn(Reader reader, LearnerKey learner, LocalDate day, ZoneId otherwise) {
    return on(reader, learner, day).stream().findFirst().map(Appointment::zone).orElse(otherwise);
  }

  /** The first day of a person's unbroken employment up to a day; absent if he has none then. */
  public static Optional<LocalDate> hiredOn(Reader reader, LearnerKey learner, LocalDate day) {
    return hiredOn(of(reader, learner), day);
  }

  /** The same, of somebody whose appointments are these. */
  public static Optional<LocalDate> hiredOn(List<Appointment> all, LocalDate day) {
    Optional<LocalDate> start = earliest(all, day);
    while (start.isPresent()) {
      Optional<LocalDate> earlier = earliest(all, start.get().minusDays(1));
      if (earlier.isEmpty()) {
        return start;
      }
      start = earlier;
    }
    return start;
  }

  /** Those above a person on a day, the nearest first, nobody twice, never himself. */
  public static List<LearnerKey> managersOf(Reader reader, LearnerKey learner, LocalDate day) {
    Set<LearnerKey> found = new LinkedHashSet<>();
    Collection<LearnerKey> level = List.of(learner);
    while (!level.isEmpty()) {
      foresee(reader, level);
      List<LearnerKey> above = new ArrayList<>();
      for (LearnerKey one : level) {
        on(reader, one, day).stream()
            .flatMap(appointment -> appointment.manager().stream())
            .filter(manager -> !manager.equals(learner) && found.add(manager))
            .forEach(above::add);
      }
      level = above;
    }
    return List.copyOf(found);
  }

  /** Those in a part of the organisation, and in all below it, that hold on a day. */
  public static List<Appointment> in(Reader reader, OrgUnitId root, LocalDate day) {
    List<String> units =
        OrgTree.subtree(reader, root, day).stream().map(OrgUnitId::value).toList();
    List<Appointment> found = new ArrayList<>();
    for (int from = 0; from < units.size(); from += Query.MAX_VALUES) {
      List<String> some = units.subList(from, Math.min(units.size(), from + Query.MAX_VALUES));
      reader.list(Query.of(Appointment.KIND).whereAny("unit", some)).stream()
          .map(Stored::value)
          .filter(one -> one.holdsOn(day))
          .forEach(found::add);
    }
    return found.stream().sorted(Appointment.FIRST).toList();
  }

  /** Those as this position that hold on a day. */
  public static List<Appointment> as(Reader reader, PositionId position, LocalDate day) {
    return reader.list(Query.of(Appointment.KIND).where("position", position.value())).stream()
        .map(Stored::value)
        .filter(one -> one.holdsOn(day))
        .sorted(Appointment.FIRST)
        .toList();
  }

  /** The people who ever have an appointment in a part of the organisation, or in what ever stands below it. */
  public static Set<LearnerKey> ever(Reader reader, OrgUnitId root) {
    Map<String, LearnerKey> found = new TreeMap<>();
    // one by one: to visit several in order, a database walks through all appointments
    for (String unit : OrgTree.everBelow(reader, root)) {
      reader.each(
          Query.of(Appointment.KIND).where("unit", unit),
          stored -> found.put(stored.id(), stored.value().learner()));
    }
    return new LinkedHashSet<>(found.values());
  }

  static Appointment save(Operation op, AppointmentEntry entry) {
    LearnerKey learner = Learners.keyOf(op, entry.learner());
    LearnerKey manager =
        entry.managerOrNull() == null ? null : Learners.keyOf(op, entry.managerOrNull());
    Appointment next = new Appointment(
        entry.id(),
        learner,
        entry.unit(),
        entry.position(),
        manager,
        entry.zone(),
        entry.from(),
        entry.beforeOrNull());
    Optional<Stored<Appointment>> old =
        op.tx().find(Appointment.KIND, entry.id().value());
    if (old.isPresent() && old.get().value().equals(next)) {
      return next;
    }
    check(op, next, old.map(Stored::value));
    if (old.isEmpty()) {
      op.tx().insert(Appointment.KIND, next);
      op.record(new AppointmentRecorded(op.header(next.from()), next));
    } else {
      Appointment before = old.get().value();
      op.tx().update(old.get(), next);
      op.record(new AppointmentCorrected(op.header(firstChange(before, next)), before, next));
    }
    return next;
  }

  static Appointment cancel(Operation op, AppointmentId id) {
    Stored<Appointment> old = op.tx()
        .find(Appointment.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("appointment", id));
    op.tx().delete(old);
    op.record(new AppointmentCancelled(op.header(old.value().from()), old.value()));
    return old.value();
  }

  /** The first day on which two tellings of one appointment differ. */
  static LocalDate firstChange(Appointment before, Appointment next) {
    boolean onlyTheEnd = next.isSameJob(before)
        && next.from().equals(before.from())
        && next.zone().equals(before.zone())
        && next.manager().equals(before.manager());
    if (!onlyTheEnd) {
      return before.from().isBefore(next.from()) ? before.from() : next.from();
    }
    return Stream.of(before, next)
        .flatMap(one -> one.before().stream())
        .min(LocalDate::compareTo)
        .orElse(next.from());
  }

  private static void check(Operation op, Appointment next, Optional<Appointment> old) {
    Reader reader = op.tx();
    op.remember(Boolean.class, "unit " + next.from() + " " + next.unit(), () -> {
      OrgTree.require(reader, next.unit(), next.from());
      return true;
    });
    Map<String, String> details = Map.of("appointment", next.id().value());
    op.remember(Boolean.class, next.position(), () -> {
      if (reader.find(Position.KIND, next.position().value()).isEmpty()) {
        throw new RejectedException(
            WorkforceReason.POSITION_UNKNOWN, "no position " + next.position(), details);
      }
      return true;
    });
    if (next.learner().equals(next.managerOrNull())) {
      throw new RejectedException(
          WorkforceReason.OWN_MANAGER, "in appointment " + next.id(), details);
    }
    if (old.isPresent() && !old.get().learner().equals(next.learner())) {
      throw new RejectedException(
          WorkforceReason.APPOINTMENT_OF_ANOTHER, "appointment " + next.id(), details);
    }
    of(reader, next.learner()).stream()
        .filter(other -> !other.id().equals(next.id()))
        .filter(other -> other.isSameJob(next) && other.overlaps(next))
        .findFirst()
        .ifPresent(other -> {
          throw new RejectedException(
              WorkforceReason.APPOINTMENT_OVERLAPS,
              next.id() + " from " + next.from() + " with " + other.id() + " from " + other.from(),
              Map.of("appointment", next.id().value(), "other", other.id().value()));
        });
  }

  private static Optional<LocalDate> earliest(List<Appointment> all, LocalDate day) {
    return all.stream()
        .filter(one -> one.holdsOn(day))
        .map(Appointment::from)
        .min(LocalDate::compareTo);
  }
}
