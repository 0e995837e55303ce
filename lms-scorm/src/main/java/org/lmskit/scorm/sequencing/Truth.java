package org.lmskit.scorm.sequencing;

import org.jspecify.annotations.Nullable;

/** True, false, or unknown because what is looked at is unknown. */
enum Truth {
  TRUE,
  FALSE,
  UNKNOWN;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  static Truth of(@Nullable Boolean value) {
    return value == null ? UNKNOWN : of(value.booleanValue());
  }

  /** The operator not: what is unknown stays unknown. */
  Truth not() {
    return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
  }

  /** All: false as soon as one is false, else unknown as soon as one is unknown. */
  Truth and(Truth other) {
    return this == FALSE || other == FALSE
        ? FALSE
        : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
  }

  /** Any: true as soon as one is true, else unknown as soon as one is unknown. */
  Truth or(Truth other) {
    return this == TRUE || other == TRUE
        ? TRUE
        : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : FALSE;
  }
}
