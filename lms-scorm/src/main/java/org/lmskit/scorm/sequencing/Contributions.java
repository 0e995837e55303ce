package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.RollupRule;

/**
 * What children contribute to the rollup of their parent: their measures and progress by weight, and
 * for each rule how many count, meet it or are unknown. Filled once, then only read.
 */
final class Contributions {
  private final List<RollupRule> rules;
  private final Average measure = new Average();
  private final Average progress = new Average();
  private final int[] counting;
  private final int[] meeting;
  private final int[] unknown;

  /** Without any child. */
  Contributions(Activity cluster) {
    this.rules = cluster.rollupRules();
    this.counting = new int[rules.size()];
    this.meeting = new int[rules.size()];
    this.unknown = new int[rules.size()];
  }

  void add(Step step, Activity child) {
    if (!child.isTracked()) {
      return;
    }
    measure.add(
        child.sequencing().rollup().objectiveMeasureWeight(),
        ObjectiveAccess.measure(step, child, 0));
    progress.add(
        child.completionThreshold().progressWeight(), ObjectiveAccess.progress(step, child));
    for (int i = 0; i < counting.length; i++) {
      var rule = rules.get(i);
      if (RollupRuleCheck.checkChild(step, child, rule.action())) {
        var met = RollupRuleCheck.evaluateConditions(step, child, rule);
        counting[i]++;
        meeting[i] += met == Truth.TRUE ? 1 : 0;
        unknown[i] += met == Truth.UNKNOWN ? 1 : 0;
      }
    }
  }

  /** Adds what other children of the same parent contribute. */
  void add(Contributions others) {
    measure.add(others.measure);
    progress.add(others.progress);
    for (int i = 0; i < counting.length; i++) {
      counting[i] += others.counting[i];
      meeting[i] += others.meeting[i];
      unknown[i] += others.unknown[i];
    }
  }

  /** The average measure; null if that of no child is known. */
  @Nullable
  BigDecimal measure() {
    return measure.value();
  }

  /** The average progress; null if that of no child is known. */
  @Nullable
  BigDecimal progress() {
    return progress.value();
  }

  /** How many children count for the rule at this place of {@link Activity#rollupRules()}. */
  int counting(int rule) {
    return counting[rule];
  }

  /** How many of them meet it. */
  int meeting(int rule) {
    return meeting[rule];
  }

  /** Of how many of them it is unknown. */
  int unknown(int rule) {
    return unknown[rule];
  }

  /** A weighted average. Sums are exact, so that it does not matter in which order they are made. */
  private static final class Average {
    private static final MathContext EXACT = MathContext.DECIMAL64;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal weights = BigDecimal.ZERO;
    private long ones;
    private boolean known;

    void add(BigDecimal weight, @Nullable BigDecimal value) {
      boolean isOne = weight.equals(BigDecimal.ONE);
      if (isOne) {
        ones++;
      } else {
        weights = weights.add(weight);
      }
      if (value != null) {
        total = total.add(isOne ? value : value.multiply(weight));
        known = true;
      }
    }

    void add(Average other) {
      total = total.add(other.total);
      weights = weights.add(other.weights);
      ones += other.ones;
      known |= other.known;
    }

    @Nullable
    BigDecimal value() {
      if (!known) {
        return null;
      }
      var counted = weights.add(BigDecimal.valueOf(ones));
      return counted.signum() > 0 ? total.divide(counted, EXACT) : null;
    }
  }
}
