package org.lmskit.workforce;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;

/** One thing that a host's personnel system tells. Telling it again changes nothing. */
public sealed interface FeedLine {
  /** Where it stands, for findings, such as {@code people.csv:7}. */
  String at();

  /**
   * A part of the organisation.
   *
   * @param at where it stands
   * @param id the host's own id
   * @param name as it is called
   * @param parentOrNull what it stands under; null at the top
   * @param from since when it stands there
   */
  record Part(
      String at, OrgUnitId id, String name, @Nullable OrgUnitId parentOrNull, LocalDate from)
      implements FeedLine {}

  /**
   * A job role.
   *
   * @param at where it stands
   * @param id the host's own id
   * @param title as it is called
   */
  record Job(String at, PositionId id, String title) implements FeedLine {}

  /**
   * A person.
   *
   * @param at where it stands
   * @param learner who
   * @param profile what is told of him
   */
  record Person(String at, LearnerId learner, LearnerProfile profile) implements FeedLine {}

  /**
   * An appointment, or a correction of one.
   *
   * @param at where it stands
   * @param entry all of it
   */
  record Appoint(String at, AppointmentEntry entry) implements FeedLine {}
}
