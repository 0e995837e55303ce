package org.lmskit.catalog;

/** How far a requirement, or a part of it, is met. */
public enum Satisfaction {
  /** It is met. */
  SATISFIED,
  /** It is not met, but can be, by doing something or by waiting. */
  NOT_YET,
  /** It cannot be met any more, unless something is waived. */
  IMPOSSIBLE
}
