package org.lmskit.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
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
    Words ids = new Words(items);
    Words numbers = new Words(versions);
    Words most = new Words(max);
    Words earned = new Words(scores);
    Words options = new Words(chosen);
    List<ItemScore> all = new ArrayList<>();
    while (ids.hasNext()) {
      all.add(new ItemScore(
          new ItemRef(new ItemId(ids.next()), Integer.parseInt(numbers.next())),
          Rational.parse(most.next()),
          score(earned.next()),
          choices(options.next())));
    }
    return all;
  }

  private static @Nullable Rational score(String cell) {
    return cell.equals(NOTHING) ? null : Rational.parse(cell);
  }

  private static List<String> choices(String cell) {
    if (cell.equals(NOTHING)) {
      return List.of();
    }
    String inside = cell.substring(1);
    return inside.indexOf(',') < 0 ? List.of(inside) : List.of(inside.split(","));
  }

  /** What a blank separates. */
  private static final class Words {
    private final String text;
    private int at;

    Words(String text) {
      this.text = text;
    }

    boolean hasNext() {
      return at <= text.length();
    }

    String next() {
      int blank = text.indexOf(' ', at);
      int end = blank < 0 ? text.length() : blank;
      String word = text.substring(at, end);
      at = end + 1;
      return word;
    }
  }
}
