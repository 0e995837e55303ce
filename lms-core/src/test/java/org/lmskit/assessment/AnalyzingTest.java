package org.lmskit.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.OptionFigures;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.store.InMemoryStore;

/** Which version of an item an analysis judges by, wherever among the attempts it was first scored by it. */
class AnalyzingTest {
  private static final AssessmentId QUIZ = new AssessmentId("quiz");
  private static final Instant FIRST = Instant.parse("2026-05-01T09:00:00Z");
  private static final int ATTEMPTS = 1_201;

  private final InMemoryStore store = new InMemoryStore();
  private final Lms lms = Lms.on(store, new InMemoryContentStore()).build();

  @BeforeEach
  void items_whose_second_version_has_another_key() {
    ItemBank bank = lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    SimpleChoice[] choices = {SimpleChoice.of("a", "One"), SimpleChoice.of("b", "Other")};
    for (String key : List.of("a", "b")) {
      lms.itemBanks().publish(bank.id(), Item.singleChoice("q1", "Which?", key, choices));
    }
    lms.itemBanks().publish(bank.id(), Item.singleChoice("q2", "Which?", "a", choices));
  }

  @Test
  void the_newest_version_counts_though_only_an_attempt_in_the_middle_was_scored_by_it() {
    for (int i = 0; i < ATTEMPTS; i++) {
      insert(i, List.of(new ItemRef(new ItemId("q1"), i == ATTEMPTS / 2 ? 2 : 1)));
    }

    assertThat(key("q1")).containsExactly("b");
    assertThat(lms.assessments().analyze(QUIZ, AttemptChoice.FIRST).attempts()).isEqualTo(ATTEMPTS);
  }

  @Test
  void an_item_counts_though_only_an_attempt_in_the_middle_had_it() {
    ItemRef first = new ItemRef(new ItemId("q1"), 1);
    ItemRef second = new ItemRef(new ItemId("q2"), 1);
    for (int i = 0; i < ATTEMPTS; i++) {
      insert(i, i == ATTEMPTS / 2 ? List.of(first, second) : List.of(first));
    }

    assertThat(key("q1")).containsExactly("a");
    assertThat(key("q2")).containsExactly("a");
  }

  private List<String> key(String item) {
    return lms.assessments().analyze(QUIZ, AttemptChoice.FIRST).items().stream()
        .filter(figures -> figures.item().equals(item))
        .flatMap(figures -> figures.options().stream())
        .filter(OptionFigures::isKey)
        .map(OptionFigures::option)
        .toList();
  }

  private void insert(int number, List<ItemRef> items) {
    ScoreRow row = new ScoreRow(
        new AttemptId("attempt-" + number),
        new EnrollmentId("enrollment-" + number),
        new CourseId("course"),
        new UnitId("unit"),
        new LearnerKey("key-" + number),
        1,
        QUIZ,
        1,
        FIRST.plusSeconds(number),
        null,
        items.stream()
            .map(ref -> new ItemScore(ref, Rational.ONE, Rational.ONE, List.of("a")))
            .toList());
    store.write(TenantId.DEFAULT, FIRST, tx -> {
      tx.insert(ScoreRow.KIND, row);
      return row;
    });
  }
}
