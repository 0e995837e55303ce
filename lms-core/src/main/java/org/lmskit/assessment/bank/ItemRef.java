package org.lmskit.assessment.bank;

import org.lmskit.assessment.item.ItemId;

/**
 * One version of an item.
 *
 * @param item which
 * @param version its number, 1 for the first
 */
public record ItemRef(ItemId item, int version) {
  String key() {
    return item + "@" + version;
  }

  @Override
  public String toString() {
    return key();
  }
}
