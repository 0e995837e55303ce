package org.lmskit.assessment.bank;

import java.time.Instant;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * An item in its bank.
 *
 * @param id which
 * @param bank where it is kept
 * @param publishedAt when its first version was published
 * @param current the number of its newest version
 */
public record ItemEntry(ItemId id, ItemBankId bank, Instant publishedAt, int current) {
  /** Items by id, found by bank. */
  public static final Kind<ItemEntry> KIND = Kind.<ItemEntry>mutable(
          "item", entry -> entry.id().value())
      .time(ItemEntry::publishedAt)
      .index("bank", entry -> entry.bank().value())
      .body(JsonBody.of(ItemEntry.class));

  static ItemEntry first(ItemVersion version) {
    return new ItemEntry(version.id(), version.bank(), version.publishedAt(), version.number());
  }

  ItemEntry next(ItemVersion version) {
    return new ItemEntry(id, bank, publishedAt, version.number());
  }
}
