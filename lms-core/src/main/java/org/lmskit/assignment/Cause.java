package org.lmskit.assignment;

import org.lmskit.path.PathId;
import org.lmskit.path.StepId;

/** Why a learner has a duty. */
public sealed interface Cause {
  /** He matches the audience of a rule. */
  record ByRule(RuleId rule) implements Cause {
    @Override
    public String toString() {
      return "rule " + rule;
    }
  }

  /** A person gave it to him. */
  record ByPerson() implements Cause {
    @Override
    public String toString() {
      return "person";
    }
  }

  /** It is a step of a learning path that he must do. */
  record ByPath(PathId path, StepId step) implements Cause {
    @Override
    public String toString() {
      return "path " + path + " step " + step;
    }
  }
}
