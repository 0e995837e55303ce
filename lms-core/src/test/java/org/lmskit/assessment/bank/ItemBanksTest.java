package org.lmskit.assessment.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.assessment.item.Area;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Marking;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Text;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;

class ItemBanksTest {
  private static final ItemBankId BANK = new ItemBankId("forklift");
  private static final ItemId Q1 = new ItemId("Q1");

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();

  @BeforeEach
  void define() {
    lms.itemBanks().define(ItemBank.of("forklift", "Forklift"));
    test.events();
  }

  private static Item question(boolean correct) {
    return Item.trueFalse("Q1", "A forklift may carry people.", correct);
  }

  @Test
  void a_corrected_key_is_another_version_and_the_old_one_stays_as_it_was() {
    ItemVersion wrong = lms.itemBanks().publish(BANK, question(true));
    ItemVersion right = lms.itemBanks().publish(BANK, question(false));

    assertThat(right.number()).isEqualTo(2);
    assertThat(lms.itemBanks().find(Q1)).contains(right);
    assertThat(lms.itemBanks().find(Q1, 1)).contains(wrong);
    assertThat(lms.itemBanks().versions(Q1, TestLms.ALL).items()).containsExactly(wrong, right);
    assertThat(lms.itemBanks().items(BANK, TestLms.ALL).items())
        .singleElement()
        .satisfies(entry -> assertThat(entry.current()).isEqualTo(2));
    assertThat(test.events()).containsExactly("ItemPublished", "ItemPublished");
  }

  @Test
  void publishing_what_is_current_changes_nothing() {
    ItemVersion first = lms.itemBanks().publish(BANK, question(true));

    assertThat(lms.itemBanks().publish(BANK, question(true))).isEqualTo(first);
    assertThat(lms.itemBanks().publish(BANK, question(true), 1)).isEqualTo(first);
    lms.itemBanks().define(ItemBank.of("forklift", "Forklift"));

    assertThat(test.events()).containsExactly("ItemPublished");
  }

  @Test
  void a_published_version_cannot_be_edited_and_none_is_skipped() {
    lms.itemBanks().publish(BANK, question(true));

    assertRefused(
        BankReason.VERSION_PUBLISHED, () -> lms.itemBanks().publish(BANK, question(false), 1));
    assertRefused(
        BankReason.VERSION_SKIPPED, () -> lms.itemBanks().publish(BANK, question(false), 3));
    assertThat(lms.itemBanks().find(Q1).orElseThrow().item()).isEqualTo(question(true));
  }

  @Test
  void an_item_needs_a_bank_of_its_own_and_a_key_that_fits() {
    assertRefused(
        BankReason.BANK_UNKNOWN,
        () -> lms.itemBanks().publish(new ItemBankId("nowhere"), question(true)));
    assertRefused(
        BankReason.ITEM_INVALID,
        () ->
            lms.itemBanks().publish(BANK, question(true).withKey(new Key.Choices(List.of("no")))));
    lms.itemBanks().publish(BANK, question(true));
    lms.itemBanks().define(ItemBank.of("other", "Other"));
    assertRefused(
        BankReason.OTHER_BANK,
        () -> lms.itemBanks().publish(new ItemBankId("other"), question(false)));
  }

  @Test
  void an_image_has_to_be_put_before_and_is_kept_with_the_item() {
    ItemInteraction.Hotspot gone = image(Sha256.of(new byte[] {9}));
    Item lost = Item.hotspot("Q2", "Where?", List.of("fork"), gone);

    assertThatThrownBy(() -> lms.itemBanks().publish(BANK, lost))
        .isInstanceOf(NotFoundException.class);

    Item found =
        Item.hotspot("Q2", "Where?", List.of("fork"), image(test.blob("png").hash()));
    lms.itemBanks().publish(BANK, found);
    test.pass(java.time.Duration.ofDays(9));
    lms.collectGarbage(java.time.Duration.ofDays(1));

    assertThat(test.content.find(lms.scope().tenant(), test.blob("png").hash())).isPresent();
    assertThat(lms.itemBanks().find(new ItemId("Q2")).orElseThrow().item()).isEqualTo(found);
  }

  @Test
  void every_item_type_comes_back_as_it_was_published() {
    Rubric rubric = Rubric.of(Rubric.Criterion.of("c1", "Argument", 4));
    List<SimpleChoice> ab =
        List.of(SimpleChoice.of("A", "One"), SimpleChoice.of("B", "Two").inPlace());
    List<Item> all = List.of(
        question(true).withPrompt(Text.of("So?").with("de", "Stimmt es?")),
        Item.multipleChoice("i2", "?", List.of("A", "B"), ab.get(0), ab.get(1)),
        Item.textEntry("i3", "?", "yes", "yeah"),
        Item.numeric("i4", "?", "9.810", "0.05"),
        Item.matching("i5", "?", Map.of("A", "B", "B", "A"), ab, ab),
        Item.ordering("i6", "?", ab.get(0), ab.get(1)),
        Item.hotspot("i7", "?", List.of("fork"), image(test.blob("png").hash())),
        Item.essay("i8", "?", rubric).withMarking(Marking.twoGraders(java.math.BigDecimal.ONE)),
        Item.upload(
            "i9", "?", new ItemInteraction.Upload(2, 1_000, List.of("text/plain")), rubric));

    all.forEach(item -> lms.itemBanks().publish(BANK, item));

    assertThat(all)
        .allSatisfy(item ->
            assertThat(lms.itemBanks().find(item.id()).orElseThrow().item()).isEqualTo(item));
  }

  private static ItemInteraction.Hotspot image(Sha256 hash) {
    return new ItemInteraction.Hotspot(
        hash,
        "image/png",
        100,
        100,
        List.of(Area.rectangle("fork", "Fork", 0, 0, 9, 9), Area.circle("seat", "Seat", 50, 50, 9)),
        1);
  }
}
