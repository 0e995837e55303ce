package org.lmskit.xapi;

/** The lists of components that a question can have. */
public enum InteractionList {
  /** Options to choose or to put in order. */
  CHOICES("choices"),
  /** Points of a likert scale. */
  SCALE("scale"),
  /** What is matched. */
  SOURCE("source"),
  /** What it is matched to. */
  TARGET("target"),
  /** Steps to perform. */
  STEPS("steps");

  private final String property;

  InteractionList(String property) {
    this.property = property;
  }

  /** The name of the JSON property. */
  public String property() {
    return property;
  }
}
