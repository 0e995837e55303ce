package org.lmskit.assessment.item;

import org.lmskit.catalog.Text;

/**
 * Something to choose, to match or to put in order.
 *
 * @param id unique within its list
 * @param text what is shown
 * @param fixed whether it keeps its place when the others are shuffled, such as "none of these"
 * @see "QTI 3.0 ASI, SimpleChoice"
 */
public record SimpleChoice(String id, Text text, boolean fixed) {
  /** @throws IllegalArgumentException if the id is no identifier */
  public SimpleChoice {
    Identifiers.check(id);
  }

  /** A choice that can be shuffled. */
  public static SimpleChoice of(String id, String text) {
    return new SimpleChoice(id, Text.of(text), false);
  }

  /** The same, keeping its place when others are shuffled. */
  public SimpleChoice inPlace() {
    return new SimpleChoice(id, text, true);
  }
}
