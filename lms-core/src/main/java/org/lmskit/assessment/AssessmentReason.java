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
  /** Time is up, of the attempt or of a section; the deadline is in the details. What was saved by then counts. */
  DEADLINE_PASSED,
  /** A section with limits of its own has to be entered before it is answered; it is in the details. */
  SECTION_NOT_ENTERED,
  /** The section was left; it and the time are in the details. */
  SECTION_CLOSED,
  /** A section cannot be left yet, nor the attempt submitted meanwhile; from when on is in the details. */
  TOO_SOON,
  /** The attempt is submitted; answers can no longer change. */
  SUBMITTED,
  /** The attempt has no such item or section. */
  NOT_IN_ATTEMPT
}
