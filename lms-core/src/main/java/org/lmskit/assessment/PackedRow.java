package org.lmskit.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.model.UnitId;
import org.lmskit.store.Body;

/**
 * A score row as it is stored: one text per column of the items, so that hundreds of thousands can be read for statistics.
 * Items are separated by a blank, what was chosen by commas; identifiers have neither.
 */
record PackedRow(
    AttemptId attempt,
    EnrollmentId enrollment,
    CourseId course,
    UnitId unit,
    LearnerKey learner,
    int number,
    AssessmentId assessment,
    int version,
    Instant submittedAt,
    @Nullable BigDecimal passingOrNull,
    String items,
    String versions,
    String max,
    String scores,
    String chosen) {
  private static final Body<PackedRow> PACKED = JsonBody.of(PackedRow.class);

  static final Body<ScoreRow> BODY = new Body<>(
      row -> PACKED.write().apply(of(row)), text -> PACKED.read().apply(text).row());

  private static final String NOTHING = "-";

  private static PackedRow of(ScoreRow row) {
    return new PackedRow(
        row.attempt(),
        row.enrollment(),
        row.course(),
        row.unit(),
        row.learner(),
        row.number(),
        row.assessment(),
        row.version(),
        row.submittedAt(),
        row.passingOrNull(),
        column(row, item -> item.item().value()),
        column(row, item -> String.valueOf(item.ref().version())),
        column(row, item -> item.max().toString()),
        column(row, item -> item.score().map(Rational::toString).orElse(NOTHING)),
        column(
            row,
            item -> item.chosen().isEmpty() ? NOTHING : "=" + String.join(",", item.chosen())));
  }

  private static String column(ScoreRow row, Function<ItemScore, String> value) {
    return row.items().stream().map(value).collect(Collectors.joining(" "));
  }

  private ScoreRow row() {
    return new ScoreRow(
        attempt,
        enrollment,
        course,
        unit,
        learner,
        number,
        assessment,
        version,
        submittedAt,
        passingOrNull,
        scored());
  }

  private List<ItemScore> scored() {
    String[] ids = items.split(" ");
    String[] numbers = versions.split(" ");
    String[] most = max.split(" ");
    String[] earned = scores.split(" ");
    String[] options = chosen.split(" ");
    List<ItemScore> all = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      all.add(new ItemScore(
          new ItemRef(new ItemId(ids[i]), Integer.parseInt(numbers[i])),
          Rational.parse(most[i]),
          earned[i].equals(NOTHING) ? null : Rational.parse(earned[i]),
          options[i].equals(NOTHING)
              ? List.of()
              : Arrays.asList(options[i].substring(1).split(","))));
    }
    return all;
  }
}
