package org.lmskit.assessment.sitting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.Response;

/** What can be asked of an attempt on an assessment. */
sealed interface SittingRequest {
  /**
   * It begins.
   *
   * @param form what it is made of
   * @param deadlineOrNull the last instant that is in time; null without a limit
   * @param clocks of the sections that have limits of their own
   */
  record Begin(SittingState.Form form, @Nullable Instant deadlineOrNull, List<SectionClock> clocks)
      implements SittingRequest {}

  /**
   * A section is entered.
   *
   * @param clock afterwards
   */
  record Enter(SectionClock clock) implements SittingRequest {}

  /**
   * A section is left.
   *
   * @param clock before
   */
  record Leave(SectionClock clock) implements SittingRequest {}

  /**
   * An answer is saved, in place of an earlier one.
   *
   * @param item as it was frozen
   * @param response what
   */
  record Save(Item item, Response response) implements SittingRequest {}

  /**
   * What is saved is handed in.
   *
   * @param items all that were frozen
   * @param passingOrNull the share of the most possible points that passes; null if nothing has to be passed
   */
  record Submit(Map<ItemRef, Item> items, @Nullable BigDecimal passingOrNull)
      implements SittingRequest {}
}
