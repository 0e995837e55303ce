package org.lmskit.workforce;

import org.lmskit.event.EventHeader;

/** What happened to the organisation, apart from its people. */
public sealed interface OrganizationEvent extends WorkforceEvent {
  /**
   * A part of the organisation stands somewhere from a day on, the one on which this takes effect.
   *
   * @param header what all events have in common
   * @param unit afterwards, with all its history
   */
  record OrgUnitPlaced(EventHeader header, OrgUnit unit) implements OrganizationEvent {}

  /**
   * A position was named, or named anew.
   *
   * @param header what all events have in common
   * @param position afterwards
   */
  record PositionDefined(EventHeader header, Position position) implements OrganizationEvent {}
}
