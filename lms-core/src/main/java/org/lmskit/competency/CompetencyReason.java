package org.lmskit.competency;

import org.lmskit.model.Reason;

/** Why frameworks, needs and evidence are refused. */
public enum CompetencyReason implements Reason {
  /** The framework has errors. */
  FRAMEWORK_INVALID,
  /** Another framework has this competency. */
  COMPETENCY_TAKEN,
  /** A competency or level that would go is needed, mapped or proven. */
  COMPETENCY_IN_USE,
  /** No framework has this competency. */
  COMPETENCY_UNKNOWN,
  /** The competency has no such level. */
  LEVEL_UNKNOWN,
  /** There is no such position. */
  POSITION_UNKNOWN,
  /** A competency is needed twice. */
  NEEDED_TWICE,
  /** A day after today, in the learner's zone. */
  FUTURE_DAY,
  /** The evidence was withdrawn before, from no later day. */
  EVIDENCE_WITHDRAWN,
  /** Say in words why. */
  REASON_MISSING
}
