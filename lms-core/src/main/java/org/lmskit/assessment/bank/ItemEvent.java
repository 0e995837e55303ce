package org.lmskit.assessment.bank;

import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;

/** What happened to item banks. */
public sealed interface ItemEvent extends LmsEvent {
  /**
   * A bank was made, or has another title.
   *
   * @param header what all events have in common
   * @param bank all of it
   */
  record ItemBankDefined(EventHeader header, ItemBank bank) implements ItemEvent {}

  /**
   * A version of an item was published; attempts that begin later get it.
   *
   * @param header what all events have in common
   * @param version all of it
   */
  record ItemPublished(EventHeader header, ItemVersion version) implements ItemEvent {}
}
