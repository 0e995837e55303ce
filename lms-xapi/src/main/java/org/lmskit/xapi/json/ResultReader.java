package org.lmskit.xapi.json;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.IsoDuration;
import org.lmskit.xapi.Result;

/** Reads results and scores; null means that a problem was reported. */
final class ResultReader {
  private final Tokens in;
  private final Values values;

  ResultReader(Tokens in, Values values) {
    this.in = in;
    this.values = values;
  }

  @Nullable
  Result result() {
    if (!in.openObject()) return null;
    Score score = null;
    Boolean success = null;
    Boolean completion = null;
    String response = null;
    IsoDuration duration = null;
    Extensions extensions = Extensions.NONE;
    while (in.nextProperty()) {
      switch (in.name()) {
        case "score" -> score = score();
        case "success" -> success = in.bool();
        case "completion" -> completion = in.bool();
        case "response" -> response = in.string();
        case "duration" -> duration = values.duration();
        case "extensions" -> extensions = values.extensions();
        default -> in.unknown();
      }
    }
    return new Result(score, success, completion, response, duration, extensions);
  }

  private @Nullable Score score() {
    if (!in.openObject()) return null;
    BigDecimal scaled = null;
    BigDecimal raw = null;
    BigDecimal min = null;
    BigDecimal max = null;
    while (in.nextProperty()) {
      switch (in.name()) {
        case "scaled" -> scaled = values.number();
        case "raw" -> raw = values.number();
        case "min" -> min = values.number();
        case "max" -> max = values.number();
        default -> in.unknown();
      }
    }
    checkRange(raw, min, max);
    return new Score(checked(scaled), raw, min, max);
  }

  private @Nullable BigDecimal checked(@Nullable BigDecimal scaled) {
    if (scaled == null || scaled.abs().compareTo(BigDecimal.ONE) <= 0) return scaled;
    in.reportAt(Rule.SCORE, "scaled", "the scaled score " + scaled + " is outside -1..1");
    return null;
  }

  private void checkRange(
      @Nullable BigDecimal raw, @Nullable BigDecimal min, @Nullable BigDecimal max) {
    if (min != null && max != null && min.compareTo(max) >= 0) {
      in.reportAt(Rule.SCORE, "min", "min " + min + " is not below max " + max);
    }
    if (raw != null && min != null && raw.compareTo(min) < 0) {
      in.reportAt(Rule.SCORE, "raw", "raw " + raw + " is below min " + min);
    }
    if (raw != null && max != null && raw.compareTo(max) > 0) {
      in.reportAt(Rule.SCORE, "raw", "raw " + raw + " is above max " + max);
    }
  }
}
