package org.lmskit.assessment.gradebook;

/**
 * How many grades count. Of equal grades the one of the earlier column is kept.
 *
 * @param kind whether the count is of those that fall away, or of those that stay
 * @param count how many
 */
public record GradeLimit(Kind kind, int count) {
  /** All grades count. */
  public static final GradeLimit NONE = new GradeLimit(Kind.DROP_LOWEST, 0);

  /** What is counted. */
  public enum Kind {
    /** The lowest grades fall away; nothing is left of those who have no more than that. */
    DROP_LOWEST,
    /** Only the highest grades stay; those who have fewer keep all. */
    KEEP_HIGHEST
  }

  /** Whether all grades count. */
  public boolean isNone() {
    return kind == Kind.DROP_LOWEST && count == 0;
  }

  /** How many stay of this many. */
  int kept(int of) {
    return kind == Kind.KEEP_HIGHEST ? Math.min(count, of) : Math.max(0, of - count);
  }
}
