package org.lmskit.assessment.bank;

import org.lmskit.model.Id;

/**
 * An item bank.
 *
 * @param value 1 to 128 characters, no control characters
 */
public record ItemBankId(String value) implements Id {
  /** @throws IllegalArgumentException if the value is empty, too long or has control characters */
  public ItemBankId {
    Id.check(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
