package org.lmskit.viewing;

import java.math.BigDecimal;
import org.lmskit.catalog.UnitContent;

/**
 * What completes something that is looked at. Opening it is always needed.
 *
 * @param share how much of it has to be seen, 0 to 1; parts seen twice count once
 * @param acknowledged whether the learner has to confirm it
 */
public record ViewingRule(BigDecimal share, boolean acknowledged) {
  /** Whoever opens it has completed it. */
  public static final ViewingRule OPENED = new ViewingRule(BigDecimal.ZERO, false);

  /** Whoever confirms it has completed it. */
  public static final ViewingRule ACKNOWLEDGED = new ViewingRule(BigDecimal.ZERO, true);

  /** Whoever has seen all of it has completed it. */
  public static final ViewingRule ALL = new ViewingRule(BigDecimal.ONE, false);

  private static final String SHARE = "share";
  private static final String ACKNOWLEDGE = "acknowledge";

  /** @throws IllegalArgumentException if the share is outside 0 to 1 */
  public ViewingRule {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("share outside 0..1: " + share);
    }
  }

  /**
   * Whoever has seen at least so much of it has completed it.
   *
   * @param share a decimal from 0 to 1, such as {@code 0.9}
   */
  public static ViewingRule seen(String share) {
    return new ViewingRule(new BigDecimal(share), false);
  }

  /** The same, and the learner has to confirm it. */
  public ViewingRule andAcknowledged() {
    return new ViewingRule(share, true);
  }

  UnitContent applyTo(UnitContent content) {
    return content
        .with(SHARE, share.toPlainString())
        .with(ACKNOWLEDGE, String.valueOf(acknowledged));
  }

  static ViewingRule of(UnitContent content) {
    return new ViewingRule(
        new BigDecimal(content.settings().getOrDefault(SHARE, "0")),
        Boolean.parseBoolean(content.settings().getOrDefault(ACKNOWLEDGE, "false")));
  }
}
