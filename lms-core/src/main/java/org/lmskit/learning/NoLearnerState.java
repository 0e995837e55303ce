package org.lmskit.learning;

/** Stands where a content type keeps nothing of a learner across attempts. */
public enum NoLearnerState {
  /** Nothing. */
  NONE
}
