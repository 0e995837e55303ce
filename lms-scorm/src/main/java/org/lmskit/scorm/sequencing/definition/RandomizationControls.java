package org.lmskit.scorm.sequencing.definition;

import org.jspecify.annotations.Nullable;

/**
 * Selection and order of the children of a cluster ({@code imsss:randomizationControls}).
 *
 * @param selectionTiming when children are selected; default never
 * @param selectCount how many are selected, 0 or more; null if the manifest does not say
 * @param randomizationTiming when children are reordered; default never
 * @param reorderChildren whether they are reordered at all; default false
 * @see "SCORM 2004 4th Ed. SN 3.11 and 3.12"
 */
public record RandomizationControls(
    Timing selectionTiming,
    @Nullable Integer selectCount,
    Timing randomizationTiming,
    boolean reorderChildren) {
  /** The standard's defaults: all children in the order of the manifest. */
  public static final RandomizationControls DEFAULT =
      new RandomizationControls(Timing.NEVER, null, Timing.NEVER, false);

  /** When children are selected or reordered. */
  public enum Timing {
    /** Not at all. */
    NEVER("never"),
    /** Before the first attempt on the cluster. */
    ONCE("once"),
    /** Before each new attempt on the cluster. */
    ON_EACH_NEW_ATTEMPT("onEachNewAttempt");

    private final String code;

    Timing(String code) {
      this.code = code;
    }

    /** The word of the manifest, such as {@code onEachNewAttempt}. */
    public String code() {
      return code;
    }
  }
}
