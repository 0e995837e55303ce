package org.lmskit.workforce;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.store.Kind;

/**
 * One person in one position in one part of the organisation, for a time. A person can have several
 * at once.
 *
 * @param id the host's own id
 * @param learner who
 * @param unit where
 * @param position as what
 * @param managerOrNull under whom; null under nobody
 * @param zone in which his civil days are counted
 * @param from the first day
 * @param beforeOrNull the first day on which it no longer holds; null while no end is known
 */
public record Appointment(
    AppointmentId id,
    LearnerKey learner,
    OrgUnitId unit,
    PositionId position,
    @Nullable LearnerKey managerOrNull,
    ZoneId zone,
    LocalDate from,
    @Nullable LocalDate beforeOrNull) {
  /** Appointments by id, found by person, manager, part of the organisation and position. */
  public static final Kind<Appointment> KIND = Kind.<Appointment>mutable(
          "appointment", appointment -> appointment.id().value())
      .index("learner", appointment -> appointment.learner().value())
      .index("manager", Appointment::managerKey)
      .index("unit", appointment -> appointment.unit().value())
      .index("position", appointment -> appointment.position().value())
      .body(JsonBody.of(Appointment.class));

  /** Of several that hold, the one that counts first: the earliest started, then the smaller id. */
  static final Comparator<Appointment> FIRST =
      Comparator.comparing(Appointment::from).thenComparing(a -> a.id().value());

  /** @throws IllegalArgumentException if it ends before it begins, or on that day */
  public Appointment {
    if (beforeOrNull != null && !beforeOrNull.isAfter(from)) {
      throw new IllegalArgumentException(
          "appointment " + id + " from " + from + " to before " + beforeOrNull);
    }
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    return !from.isAfter(day) && (beforeOrNull == null || day.isBefore(beforeOrNull));
  }

  /** Under whom. */
  public Optional<LearnerKey> manager() {
    return Optional.ofNullable(managerOrNull);
  }

  /** The first day on which it no longer holds. */
  public Optional<LocalDate> before() {
    return Optional.ofNullable(beforeOrNull);
  }

  /** Whether both hold on a common day. */
  boolean overlaps(Appointment other) {
    return (beforeOrNull == null || other.from.isBefore(beforeOrNull))
        && (other.beforeOrNull == null || from.isBefore(other.beforeOrNull));
  }

  /** Whether both are the same job, whatever their dates. */
  boolean isSameJob(Appointment other) {
    return learner.equals(other.learner)
        && unit.equals(other.unit)
        && position.equals(other.position);
  }

  private @Nullable String managerKey() {
    return managerOrNull == null ? null : managerOrNull.value();
  }
}
