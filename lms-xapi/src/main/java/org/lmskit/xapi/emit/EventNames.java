package org.lmskit.xapi.emit;

import java.util.Optional;
import org.lmskit.learning.AttemptRef;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.model.UnitId;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.LanguageMap;

/**
 * What events leave out and statements may say: who a learner is, what things are called, what a
 * learner wrote. Whatever is absent is left out of statements.
 */
public interface EventNames {
  /** Nothing: agents are pseudonyms, activities have no names. */
  EventNames NONE = new EventNames() {};

  /** The agent that a learner is; absent for a pseudonym made of his key. */
  default Optional<Agent> agent(TenantId tenant, LearnerKey learner) {
    return Optional.empty();
  }

  /** The title of a version of a course. */
  default LanguageMap course(TenantId tenant, CourseId course, int version) {
    return LanguageMap.NONE;
  }

  /** The title of a unit of a version of a course. */
  default LanguageMap unit(TenantId tenant, CourseId course, int version, UnitId unit) {
    return LanguageMap.NONE;
  }

  /**
   * What a question of a unit asks.
   *
   * @param at the attempt in which it was answered
   * @param id as the content names the question
   */
  default Optional<Question> question(TenantId tenant, AttemptRef at, String id) {
    return Optional.empty();
  }

  /** A text that a person wrote, by its digest. */
  default Optional<String> text(TenantId tenant, Sha256 digest) {
    return Optional.empty();
  }
}
