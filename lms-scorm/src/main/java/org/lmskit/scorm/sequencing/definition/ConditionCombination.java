package org.lmskit.scorm.sequencing.definition;

/** How the conditions of a rule are combined. */
public enum ConditionCombination {
  /** All conditions must be true; the default of sequencing rules. */
  ALL,
  /** One condition must be true; the default of rollup rules. */
  ANY
}
