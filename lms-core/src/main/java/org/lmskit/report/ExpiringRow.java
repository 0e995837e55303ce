package org.lmskit.report;

import java.util.List;
import org.lmskit.catalog.Text;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.CertificationStatus;
import org.lmskit.model.LearnerId;

/**
 * An award that ends soon.
 *
 * @param learner whose
 * @param name as it is printed; empty if unknown
 * @param certification which
 * @param title as it is called now
 * @param status where he stands with it on that day
 * @param daysLeft on how many days, that one included, it is still valid
 */
public record ExpiringRow(
    LearnerId learner,
    String name,
    CertificationId certification,
    Text title,
    CertificationStatus status,
    long daysLeft) {
  static final List<Column<ExpiringRow>> COLUMNS = List.of(
      new Column<>("learner", ExpiringRow::learner),
      new Column<>("name", ExpiringRow::name),
      new Column<>("certification", ExpiringRow::certification),
      new Column<>("title", ExpiringRow::title),
      new Column<>("state", row -> row.status().state()),
      new Column<>("validUntil", row -> row.status().validUntil().orElse(null)),
      new Column<>("renewalOpensOn", row -> row.status().renewalOpensOnOrNull()),
      new Column<>("daysLeft", ExpiringRow::daysLeft));
}
