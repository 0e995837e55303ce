package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.GroupId;
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
   * What a person is from a day on.
   *
   * @param at where it stands
   * @param learner who
   * @param attributes by name; those that are not named stay, an empty value ends one
   * @param joins groups to which he belongs from that day on; others stay
   * @param leaves groups to which he no longer belongs from that day on
   * @param from the first day
   */
  record Standing(
      String at,
      LearnerId learner,
      Map<String, String> attributes,
      List<GroupId> joins,
      List<GroupId> leaves,
      LocalDate from)
      implements FeedLine {
    /** Copies the collections. */
    public Standing {
      attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
      joins = List.copyOf(joins);
      leaves = List.copyOf(leaves);
    }
  }

  /**
   * An appointment, or a correction of one.
   *
   * @param at where it stands
   * @param entry all of it
   */
  record Appoint(String at, AppointmentEntry entry) implements FeedLine {}
}
