package org.lmskit.report;

import java.util.List;
import org.lmskit.assessment.analysis.ItemFigures;

/** The columns of an item analysis. */
final class ItemColumns {
  static final List<Column<ItemFigures>> ALL = List.of(
      new Column<>("item", ItemFigures::item),
      new Column<>("attempts", ItemFigures::attempts),
      new Column<>("facility", ItemFigures::facilityOrNull),
      new Column<>("itemTotal", ItemFigures::totalCorrelationOrNull),
      new Column<>("itemRest", ItemFigures::restCorrelationOrNull),
      new Column<>("d27", ItemFigures::upperLowerOrNull),
      new Column<>("efficiency", ItemFigures::efficiencyOrNull),
      new Column<>("alphaIfDeleted", ItemFigures::alphaIfDeletedOrNull),
      new Column<>("flags", ItemFigures::flags),
      new Column<>("likelyKey", ItemFigures::likelyKeyOrNull));

  private ItemColumns() {}
}
