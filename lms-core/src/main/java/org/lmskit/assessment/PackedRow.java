package org.lmskit.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.AttemptId;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.UnitId;
import org.lmskit.store.Body;

/** A score row as it is stored: its items packed, so that hundreds of thousands can be read for statistics. */
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

  private static PackedRow of(ScoreRow row) {
    PackedItems items = PackedItems.of(row.items());
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
        items.ids(),
        items.versions(),
        items.max(),
        items.scores(),
        items.chosen());
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
        new PackedItems(items, versions, max, scores, chosen));
  }
}
