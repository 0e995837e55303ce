package org.lmskit.workforce;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.AppointmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;

/**
 * An appointment as a host tells it, by his own ids.
 *
 * @param id the host's own id; telling it again with other values corrects what was told before
 * @param learner who
 * @param unit where
 * @param position as what
 * @param managerOrNull under whom; null under nobody
 * @param zone in which his civil days are counted
 * @param from the first day
 * @param beforeOrNull the first day on which it no longer holds; null while no end is known
 */
public record AppointmentEntry(
    AppointmentId id,
    LearnerId learner,
    OrgUnitId unit,
    PositionId position,
    @Nullable LearnerId managerOrNull,
    ZoneId zone,
    LocalDate from,
    @Nullable LocalDate beforeOrNull) {
  /** An appointment without a manager or a known end. */
  public static AppointmentEntry of(
      String id, String learner, String unit, String position, ZoneId zone, LocalDate from) {
    return new AppointmentEntry(
        new AppointmentId(id),
        new LearnerId(learner),
        new OrgUnitId(unit),
        new PositionId(position),
        null,
        zone,
        from,
        null);
  }

  /** The same under somebody. */
  public AppointmentEntry under(String manager) {
    return new AppointmentEntry(
        id, learner, unit, position, new LearnerId(manager), zone, from, beforeOrNull);
  }

  /** The same until a day, on which it no longer holds. */
  public AppointmentEntry before(LocalDate day) {
    return new AppointmentEntry(id, learner, unit, position, managerOrNull, zone, from, day);
  }
}
