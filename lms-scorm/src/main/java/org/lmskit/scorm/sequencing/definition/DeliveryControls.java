package org.lmskit.scorm.sequencing.definition;

/**
 * What is recorded about an activity, and who decides it ({@code imsss:deliveryControls}).
 *
 * @param tracked whether tracking information is kept; default true
 * @param completionSetByContent whether only content says that it is completed; if false the LMS
 *     sets completed when content said nothing; default false
 * @param objectiveSetByContent whether only content says that the primary objective is satisfied;
 *     if false the LMS sets satisfied when content said nothing; default false
 * @see "SCORM 2004 4th Ed. SN 3.13"
 */
public record DeliveryControls(
    boolean tracked, boolean completionSetByContent, boolean objectiveSetByContent) {
  /** The standard's defaults. */
  public static final DeliveryControls DEFAULT = new DeliveryControls(true, false, false);
}
