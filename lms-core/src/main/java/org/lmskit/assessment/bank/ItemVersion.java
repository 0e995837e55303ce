package org.lmskit.assessment.bank;

import java.time.Instant;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * An item as it was published; it never changes. A corrected key is another version.
 *
 * @param bank where it is kept
 * @param number 1 for the first version
 * @param publishedAt when
 * @param item all of it
 */
public record ItemVersion(ItemBankId bank, int number, Instant publishedAt, Item item) {
  /** Versions by item and number. */
  public static final Kind<ItemVersion> KIND = Kind.<ItemVersion>mutable(
          "item_version", version -> version.ref().key())
      .time(version -> Instant.ofEpochMilli(version.number())) // so that they are listed by number
      .index("item", version -> version.id().value())
      .body(JsonBody.of(ItemVersion.class));

  /** Which item. */
  public ItemId id() {
    return item.id();
  }

  /** Which item in which version. */
  public ItemRef ref() {
    return new ItemRef(item.id(), number);
  }
}
