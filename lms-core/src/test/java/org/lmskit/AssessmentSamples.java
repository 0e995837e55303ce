package org.lmskit;

import java.util.Map;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;

/** Something to do for the operations on items and assessments. */
final class AssessmentSamples {
  private static final ItemBankId BANK = new ItemBankId("fire");

  private AssessmentSamples() {}

  static void add(Lms lms, Map<Class<?>, Object> byType, Map<String, Object[]> byName) {
    lms.itemBanks().define(ItemBank.of("fire", "Fire"));
    Item item = Item.trueFalse("fire-1", "Water puts out burning oil.", true);
    lms.itemBanks().publish(BANK, item);

    byType.put(ItemBankId.class, BANK);
    byType.put(ItemBank.class, ItemBank.of("fire", "Fire and smoke"));
    byType.put(ItemId.class, item.id());
    byType.put(Item.class, Item.trueFalse("fire-1", "Water puts out burning oil.", false));
    byName.put("ItemBanks.publish[ItemBankId, Item, int]", new Object[] {
      BANK, byType.get(Item.class), 2
    });
  }
}
