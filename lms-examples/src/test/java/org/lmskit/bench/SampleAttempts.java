package org.lmskit.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.store.Store;

/** Score rows of attempts by a model in which the able do better. */
final class SampleAttempts {
  static final AssessmentId ASSESSMENT = new AssessmentId("quiz");

  private static final int TOGETHER = 500;
  private static final Instant FIRST = Instant.parse("2026-05-01T09:00:00Z");

  private SampleAttempts() {}

  static void fill(Lms lms, Store store, int attempts, int items) {
    ItemBank bank = lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    SimpleChoice[] choices = IntStream.range(0, 4)
        .mapToObj(i -> SimpleChoice.of("c" + i, "A choice that says something " + i))
        .toArray(SimpleChoice[]::new);
    String[] ids = IntStream.range(0, items).mapToObj(i -> "item-" + i).toArray(String[]::new);
    for (String id : ids) {
      lms.itemBanks()
          .publish(bank.id(), Item.singleChoice(id, "What is asked here?", "c0", choices));
    }
    lms.assessments()
        .publish(
            Assessment.of(ASSESSMENT.value(), "Quiz").section(Section.of("s", "S", Pool.of(ids))));
    Random random = new Random(1);
    for (int from = 0; from < attempts; from += TOGETHER) {
      int first = from;
      int last = Math.min(attempts, from + TOGETHER);
      store.write(TenantId.DEFAULT, FIRST, tx -> {
        for (int i = first; i < last; i++) {
          tx.insert(ScoreRow.KIND, row(i, ids, random));
        }
        return last;
      });
    }
  }

  private static ScoreRow row(int number, String[] ids, Random random) {
    double able = random.nextGaussian();
    List<ItemScore> scores = new ArrayList<>(ids.length);
    for (int item = 0; item < ids.length; item++) {
      boolean right = able + random.nextGaussian() > (item - ids.length / 2.0) / ids.length;
      scores.add(new ItemScore(
          new ItemRef(new ItemId(ids[item]), 1),
          Rational.ONE,
          right ? Rational.ONE : Rational.ZERO,
          List.of("c" + (right ? 0 : 1 + random.nextInt(3)))));
    }
    return new ScoreRow(
        new AttemptId(String.format("attempt-%07d", number)),
        new EnrollmentId("enrollment-" + number),
        new CourseId("course"),
        new UnitId("quiz"),
        new LearnerKey(String.format("key-%07d", number)),
        1,
        ASSESSMENT,
        1,
        FIRST.plusSeconds(number),
        null,
        scores);
  }
}
