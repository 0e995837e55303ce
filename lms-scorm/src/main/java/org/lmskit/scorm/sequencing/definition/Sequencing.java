package org.lmskit.scorm.sequencing.definition;

import java.util.List;

/**
 * The sequencing definition of one activity: {@code imsss:sequencing}, a referenced sequencing
 * collection already merged.
 *
 * @param controlMode how a learner may move among the children
 * @param constrainedChoice further restrictions of choice
 * @param rules pre-condition, exit and post-condition rules
 * @param limits when the activity may not be delivered
 * @param auxiliaryResources kept without behaviour
 * @param rollup rules over the children and contribution to the parent
 * @param rollupConsiderations when the activity counts for its parent
 * @param primaryObjective the objective that contributes to rollup
 * @param objectives the others, in the order of the manifest; each has an id
 * @param randomization selection and order of the children
 * @param delivery what is recorded and who decides it
 * @see "SCORM 2004 4th Ed. SN 3"
 */
public record Sequencing(
    ControlMode controlMode,
    ConstrainedChoice constrainedChoice,
    SequencingRules rules,
    LimitConditions limits,
    List<AuxiliaryResource> auxiliaryResources,
    RollupRules rollup,
    RollupConsiderations rollupConsiderations,
    Objective primaryObjective,
    List<Objective> objectives,
    RandomizationControls randomization,
    DeliveryControls delivery) {
  /** The standard's defaults: what an activity has if the manifest says nothing. */
  public static final Sequencing DEFAULT = builder().build();

  /**
   * Copies the lists.
   *
   * @throws IllegalArgumentException if an objective other than the primary one has no id
   */
  public Sequencing {
    auxiliaryResources = List.copyOf(auxiliaryResources);
    objectives = List.copyOf(objectives);
    for (Objective objective : objectives) {
      if (objective.id() == null) {
        throw new IllegalArgumentException("an objective without id");
      }
    }
  }

  /** A builder that starts with the defaults. */
  public static SequencingBuilder builder() {
    return new SequencingBuilder();
  }

  /** A builder that starts with this definition. */
  public SequencingBuilder toBuilder() {
    return new SequencingBuilder()
        .controlMode(controlMode)
        .constrainedChoice(constrainedChoice)
        .rules(rules)
        .limits(limits)
        .auxiliaryResources(auxiliaryResources)
        .rollup(rollup)
        .rollupConsiderations(rollupConsiderations)
        .primaryObjective(primaryObjective)
        .objectives(objectives)
        .randomization(randomization)
        .delivery(delivery);
  }
}
