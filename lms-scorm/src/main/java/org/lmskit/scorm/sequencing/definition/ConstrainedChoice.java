package org.lmskit.scorm.sequencing.definition;

/**
 * Further restrictions of choice ({@code adlseq:constrainedChoiceConsiderations}).
 *
 * @param preventActivation whether a choice from outside may not begin attempts on the descendants
 *     of a child that is not yet active
 * @param constrainChoice whether only the activities next to the current one in flow may be chosen
 * @see "SCORM 2004 4th Ed. SN 3.3"
 */
public record ConstrainedChoice(boolean preventActivation, boolean constrainChoice) {
  /** The standard's defaults: neither restriction. */
  public static final ConstrainedChoice DEFAULT = new ConstrainedChoice(false, false);
}
