package org.lmskit.assessment.bank;

import org.lmskit.catalog.Text;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * Where items are kept.
 *
 * @param id unique within the tenant
 * @param title what it is called
 */
public record ItemBank(ItemBankId id, Text title) {
  /** Banks by id. */
  public static final Kind<ItemBank> KIND = Kind.<ItemBank>mutable(
          "item_bank", bank -> bank.id().value())
      .body(JsonBody.of(ItemBank.class));

  /** A bank with a title in one language. */
  public static ItemBank of(String id, String title) {
    return new ItemBank(new ItemBankId(id), Text.of(title));
  }
}
