package org.lmskit;

import java.util.Random;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemBankId;
import org.lmskit.assessment.item.Item;

/** Random operations on items and assessments. */
final class RandomAssessments {
  private static final ItemBankId BANK = new ItemBankId("bank");

  private final Random random;

  RandomAssessments(Random random) {
    this.random = random;
  }

  void act(Lms lms) {
    lms.itemBanks().define(ItemBank.of("bank", "Bank " + random.nextInt(2)));
    lms.itemBanks().publish(BANK, item(random.nextInt(4)));
  }

  private Item item(int number) {
    return Item.trueFalse("Q" + number, "True?", random.nextBoolean());
  }
}
