package org.lmskit.report;

/**
 * When a learner is at risk.
 *
 * @param dueDays a duty that is due within so many days and was not started
 * @param inactiveDays an open enrollment on which nothing was done for so many days
 * @param failedAttempts a unit that was failed so often and not passed
 * @param expiringDays an award that ends within so many days
 */
public record RiskPolicy(int dueDays, int inactiveDays, int failedAttempts, int expiringDays) {
  /** A week, a fortnight, twice, a month. */
  public static final RiskPolicy DEFAULT = new RiskPolicy(7, 14, 2, 30);

  /** @throws IllegalArgumentException if a number of days is negative, or that of attempts below 1 */
  public RiskPolicy {
    if (dueDays < 0 || inactiveDays < 0 || expiringDays < 0 || failedAttempts < 1) {
      throw new IllegalArgumentException("at risk by " + dueDays + ", " + inactiveDays + ", "
          + failedAttempts + ", " + expiringDays);
    }
  }
}
