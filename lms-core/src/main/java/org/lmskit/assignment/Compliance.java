package org.lmskit.assignment;

import java.util.Collection;

/**
 * How many of a learner's duties are fulfilled.
 *
 * @param fulfilled how many are done, waived, or covered by a certification that is still valid
 * @param required how many he has
 */
public record Compliance(int fulfilled, int required) {
  static Compliance of(Collection<Standing> standings) {
    int required = 0;
    int fulfilled = 0;
    for (Standing standing : standings) {
      if (standing.situation().state().isAlive()) {
        required++;
        fulfilled += standing.situation().compliant() ? 1 : 0;
      }
    }
    return new Compliance(fulfilled, required);
  }

  /** Whether all are. */
  public boolean complete() {
    return fulfilled == required;
  }

  @Override
  public String toString() {
    return fulfilled + "/" + required;
  }
}
