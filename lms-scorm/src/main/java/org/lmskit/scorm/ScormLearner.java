package org.lmskit.scorm;

import org.lmskit.scorm.runtime.Mode;

/**
 * Who plays a course, and on which terms.
 *
 * @param id as content reads it in {@code cmi.learner_id}
 * @param name as content reads it in {@code cmi.learner_name}
 * @param mode how content is delivered; nothing is recorded in browse and review
 * @param forCredit whether success and score count
 */
public record ScormLearner(String id, String name, Mode mode, boolean forCredit) {
  /** A learner in normal mode, for credit. */
  public static ScormLearner of(String id, String name) {
    return new ScormLearner(id, name, Mode.NORMAL, true);
  }
}
