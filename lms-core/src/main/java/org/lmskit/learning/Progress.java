package org.lmskit.learning;

import java.math.BigDecimal;

/**
 * How far an enrollment is.
 *
 * @param satisfied how many required units are
 * @param required how many there are
 * @param share the mean progress of the required units, 0 to 1, with 7 digits
 */
public record Progress(int satisfied, int required, BigDecimal share) {
  /** Whether everything that is required is satisfied. */
  public boolean complete() {
    return satisfied == required;
  }

  @Override
  public String toString() {
    return satisfied + "/" + required;
  }
}
