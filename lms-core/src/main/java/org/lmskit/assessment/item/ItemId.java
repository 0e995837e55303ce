package org.lmskit.assessment.item;

import org.lmskit.model.Id;

/**
 * An item, over all its versions.
 *
 * @param value 1 to 64 letters, digits, dots, dashes and underscores, as QTI wants identifiers
 */
public record ItemId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is no such identifier */
  public ItemId {
    Identifiers.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
