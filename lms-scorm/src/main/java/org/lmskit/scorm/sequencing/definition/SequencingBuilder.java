package org.lmskit.scorm.sequencing.definition;

import java.util.List;

/** Builds a {@link Sequencing}; what is not set has the standard's default. Not thread-safe. */
public final class SequencingBuilder {
  private ControlMode controlMode = ControlMode.DEFAULT;
  private ConstrainedChoice constrainedChoice = ConstrainedChoice.DEFAULT;
  private SequencingRules rules = SequencingRules.NONE;
  private LimitConditions limits = LimitConditions.NONE;
  private List<AuxiliaryResource> auxiliaryResources = List.of();
  private RollupRules rollup = RollupRules.DEFAULT;
  private RollupConsiderations rollupConsiderations = RollupConsiderations.DEFAULT;
  private Objective primaryObjective = Objective.DEFAULT_PRIMARY;
  private List<Objective> objectives = List.of();
  private RandomizationControls randomization = RandomizationControls.DEFAULT;
  private DeliveryControls delivery = DeliveryControls.DEFAULT;

  SequencingBuilder() {}

  /** Sets the control modes. */
  public SequencingBuilder controlMode(ControlMode value) {
    controlMode = value;
    return this;
  }

  /** Sets the further restrictions of choice. */
  public SequencingBuilder constrainedChoice(ConstrainedChoice value) {
    constrainedChoice = value;
    return this;
  }

  /** Sets the sequencing rules. */
  public SequencingBuilder rules(SequencingRules value) {
    rules = value;
    return this;
  }

  /** Sets the sequencing rules, sorted by their actions. */
  public SequencingBuilder rules(SequencingRule... value) {
    rules = SequencingRules.of(List.of(value));
    return this;
  }

  /** Sets the limit conditions. */
  public SequencingBuilder limits(LimitConditions value) {
    limits = value;
    return this;
  }

  /** Sets the auxiliary resources. */
  public SequencingBuilder auxiliaryResources(List<AuxiliaryResource> value) {
    auxiliaryResources = value;
    return this;
  }

  /** Sets the rollup rules and contribution. */
  public SequencingBuilder rollup(RollupRules value) {
    rollup = value;
    return this;
  }

  /** Sets the rollup considerations. */
  public SequencingBuilder rollupConsiderations(RollupConsiderations value) {
    rollupConsiderations = value;
    return this;
  }

  /** Sets the objective that contributes to rollup. */
  public SequencingBuilder primaryObjective(Objective value) {
    primaryObjective = value;
    return this;
  }

  /** Sets the objectives besides the primary one. */
  public SequencingBuilder objectives(List<Objective> value) {
    objectives = value;
    return this;
  }

  /** Sets the objectives besides the primary one. */
  public SequencingBuilder objectives(Objective... value) {
    return objectives(List.of(value));
  }

  /** Sets selection and order of the children. */
  public SequencingBuilder randomization(RandomizationControls value) {
    randomization = value;
    return this;
  }

  /** Sets the delivery controls. */
  public SequencingBuilder delivery(DeliveryControls value) {
    delivery = value;
    return this;
  }

  /** The definition as set so far. */
  public Sequencing build() {
    return new Sequencing(
        controlMode,
        constrainedChoice,
        rules,
        limits,
        auxiliaryResources,
        rollup,
        rollupConsiderations,
        primaryObjective,
        objectives,
        randomization,
        delivery);
  }
}
