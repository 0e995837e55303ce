package org.lmskit.report;

import java.util.List;
import org.lmskit.model.LearnerId;

/**
 * A learner at risk.
 *
 * @param learner who
 * @param name as it is printed; empty if unknown
 * @param reasons why, at least one
 */
public record RiskRow(LearnerId learner, String name, List<RiskReason> reasons) {
  static final List<Column<RiskRow>> COLUMNS = List.of(
      new Column<>("learner", RiskRow::learner),
      new Column<>("name", RiskRow::name),
      new Column<>("reasons", RiskRow::reasons));

  /** Copies the list. */
  public RiskRow {
    reasons = List.copyOf(reasons);
  }
}
