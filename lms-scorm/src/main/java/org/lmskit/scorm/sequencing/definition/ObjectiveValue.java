package org.lmskit.scorm.sequencing.definition;

/**
 * A value of an objective that a map can read from or write to a global objective.
 *
 * @see "SCORM 2004 4th Ed. SN 3.10"
 */
public enum ObjectiveValue {
  /** Whether the objective is satisfied ({@code imsss:mapInfo}). */
  SATISFIED_STATUS("SatisfiedStatus"),
  /** The normalized measure, -1 to 1 ({@code imsss:mapInfo}). */
  NORMALIZED_MEASURE("NormalizedMeasure"),
  /** The raw score ({@code adlseq:mapInfo}). */
  RAW_SCORE("RawScore"),
  /** The lowest possible raw score ({@code adlseq:mapInfo}). */
  MIN_SCORE("MinScore"),
  /** The highest possible raw score ({@code adlseq:mapInfo}). */
  MAX_SCORE("MaxScore"),
  /** Whether the objective is completed ({@code adlseq:mapInfo}). */
  COMPLETION_STATUS("CompletionStatus"),
  /** The progress measure, 0 to 1 ({@code adlseq:mapInfo}). */
  PROGRESS_MEASURE("ProgressMeasure");

  private final String code;

  ObjectiveValue(String code) {
    this.code = code;
  }

  /** The manifest's attribute for it is {@code read} or {@code write} plus this code. */
  public String code() {
    return code;
  }
}
