package org.lmskit.assessment;

import java.math.BigDecimal;
import org.lmskit.catalog.Text;

/**
 * What a learner is told of his whole attempt, by what he earned.
 *
 * @param from the least share of the most possible points, 0 to 1; of several bands the highest counts that he reached
 * @param text what he is told
 * @see "QTI 3.0 ASI, TestFeedback"
 */
public record ScoreBand(BigDecimal from, Text text) {}
