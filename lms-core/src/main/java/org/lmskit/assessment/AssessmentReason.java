package org.lmskit.assessment;

import org.lmskit.model.Reason;

/** Why assessments refuse an operation. */
public enum AssessmentReason implements Reason {
  /** The assessment has errors; they are in the details. */
  ASSESSMENT_INVALID,
  /** A unit is made of an assessment that was never published. */
  ASSESSMENT_UNKNOWN,
  /** An item is in two pools of one assessment. */
  ITEM_IN_TWO_POOLS,
  /** More is to be drawn than the pool has. */
  DRAW_TOO_LARGE,
  /** An item was never published. */
  ITEM_UNKNOWN,
  /** That version is published, and a published version never changes. */
  VERSION_PUBLISHED,
  /** Versions are numbered without gaps. */
  VERSION_SKIPPED,
  /** A factor below 1: an accommodation never shortens. */
  FACTOR_TOO_SMALL,
  /** Say in words why. */
  REASON_MISSING,
  /** The next attempt may begin later; the time is in the details. */
  COOLING_DOWN,
  /** Time is up; the deadline is in the details. What was saved by then counts. */
  DEADLINE_PASSED,
  /** The attempt is submitted; answers can no longer change. */
  SUBMITTED,
  /** The attempt has no such item. */
  NOT_IN_ATTEMPT
}
