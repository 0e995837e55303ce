package org.lmskit.scorm.manifest.bind;

import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of IMS Simple Sequencing and of ADL's extensions. */
public final class BoundSequencing {
  private BoundSequencing() {}

  /** Definitions to refer to by their ID. */
  public static final class Collection extends BoundNode {
    @XmlElement(name = "sequencing")
    public List<Sequencing> definitions = new ArrayList<>();
  }

  /** A sequencing definition, complete or one that refers to another. */
  public static final class Sequencing extends BoundNode {
    @XmlAttribute(name = "ID")
    public @Nullable String id;

    @XmlAttribute(name = "IDRef")
    public @Nullable String reference;

    public @Nullable ControlMode controlMode;
    public @Nullable Rules sequencingRules;
    public @Nullable Limits limitConditions;
    public @Nullable AuxiliaryResources auxiliaryResources;
    public @Nullable Rollup rollupRules;
    public @Nullable Objectives objectives;
    public @Nullable Randomization randomizationControls;
    public @Nullable Delivery deliveryControls;
    public @Nullable Choice constrainedChoiceConsiderations;
    public @Nullable Considerations rollupConsiderations;
    public @Nullable AdlObjectives adlseqObjectives;
  }

  /** How children may be reached. */
  public static final class ControlMode extends BoundNode {
    @XmlAttribute
    public @Nullable String choice;

    @XmlAttribute
    public @Nullable String choiceExit;

    @XmlAttribute
    public @Nullable String flow;

    @XmlAttribute
    public @Nullable String forwardOnly;

    @XmlAttribute
    public @Nullable String useCurrentAttemptObjectiveInfo;

    @XmlAttribute
    public @Nullable String useCurrentAttemptProgressInfo;
  }

  /** The sequencing rules. */
  public static final class Rules extends BoundNode {
    @XmlElement(name = "preConditionRule")
    public List<Rule> pre = new ArrayList<>();

    @XmlElement(name = "exitConditionRule")
    public List<Rule> exit = new ArrayList<>();

    @XmlElement(name = "postConditionRule")
    public List<Rule> post = new ArrayList<>();
  }

  /** Conditions and what they cause. */
  public static final class Rule extends BoundNode {
    public @Nullable Conditions ruleConditions;
    public @Nullable Action ruleAction;
  }

  /** Conditions of a sequencing rule. */
  public static final class Conditions extends BoundNode {
    @XmlAttribute
    public @Nullable String conditionCombination;

    @XmlElement(name = "ruleCondition")
    public List<Condition> conditions = new ArrayList<>();
  }

  /** One condition. */
  public static final class Condition extends BoundNode {
    @XmlAttribute
    public @Nullable String referencedObjective;

    @XmlAttribute
    public @Nullable String measureThreshold;

    @XmlAttribute
    public @Nullable String operator;

    @XmlAttribute
    public @Nullable String condition;
  }

  /** An action of a rule. */
  public static final class Action extends BoundNode {
    @XmlAttribute
    public @Nullable String action;
  }

  /** Limits of attempts and time. */
  public static final class Limits extends BoundNode {
    @XmlAttribute
    public @Nullable String attemptLimit;

    @XmlAttribute
    public @Nullable String attemptAbsoluteDurationLimit;

    @XmlAttribute
    public @Nullable String attemptExperiencedDurationLimit;

    @XmlAttribute
    public @Nullable String activityAbsoluteDurationLimit;

    @XmlAttribute
    public @Nullable String activityExperiencedDurationLimit;

    @XmlAttribute
    public @Nullable String beginTimeLimit;

    @XmlAttribute
    public @Nullable String endTimeLimit;
  }

  /** Auxiliary resources. */
  public static final class AuxiliaryResources extends BoundNode {
    @XmlElement(name = "auxiliaryResource")
    public List<AuxiliaryResource> resources = new ArrayList<>();
  }

  /** One auxiliary resource. */
  public static final class AuxiliaryResource extends BoundNode {
    @XmlAttribute
    public @Nullable String auxiliaryResourceID;

    @XmlAttribute
    public @Nullable String purpose;
  }

  /** What an activity contributes, and its own rules. */
  public static final class Rollup extends BoundNode {
    @XmlAttribute
    public @Nullable String rollupObjectiveSatisfied;

    @XmlAttribute
    public @Nullable String rollupProgressCompletion;

    @XmlAttribute
    public @Nullable String objectiveMeasureWeight;

    @XmlElement(name = "rollupRule")
    public List<RollupRule> rules = new ArrayList<>();
  }

  /** One rollup rule. */
  public static final class RollupRule extends BoundNode {
    @XmlAttribute
    public @Nullable String childActivitySet;

    @XmlAttribute
    public @Nullable String minimumCount;

    @XmlAttribute
    public @Nullable String minimumPercent;

    public @Nullable RollupConditions rollupConditions;
    public @Nullable Action rollupAction;
  }

  /** Conditions of a rollup rule. */
  public static final class RollupConditions extends BoundNode {
    @XmlAttribute
    public @Nullable String conditionCombination;

    @XmlElement(name = "rollupCondition")
    public List<Condition> conditions = new ArrayList<>();
  }

  /** The objectives of an activity. */
  public static final class Objectives extends BoundNode {
    public @Nullable Objective primaryObjective;

    @XmlElement(name = "objective")
    public List<Objective> objectives = new ArrayList<>();
  }

  /** An objective. */
  public static final class Objective extends BoundNode {
    @XmlAttribute
    public @Nullable String objectiveID;

    @XmlAttribute
    public @Nullable String satisfiedByMeasure;

    public @Nullable BoundText minNormalizedMeasure;

    @XmlElement(name = "mapInfo")
    public List<MapInfo> maps = new ArrayList<>();
  }

  /** How an objective shares with a global one. */
  public static final class MapInfo extends BoundNode {
    @XmlAttribute
    public @Nullable String targetObjectiveID;

    @XmlAttribute
    public @Nullable String readSatisfiedStatus;

    @XmlAttribute
    public @Nullable String readNormalizedMeasure;

    @XmlAttribute
    public @Nullable String writeSatisfiedStatus;

    @XmlAttribute
    public @Nullable String writeNormalizedMeasure;
  }

  /** Selection and randomization of children. */
  public static final class Randomization extends BoundNode {
    @XmlAttribute
    public @Nullable String randomizationTiming;

    @XmlAttribute
    public @Nullable String selectCount;

    @XmlAttribute
    public @Nullable String reorderChildren;

    @XmlAttribute
    public @Nullable String selectionTiming;
  }

  /** What is tracked, and who says so. */
  public static final class Delivery extends BoundNode {
    @XmlAttribute
    public @Nullable String tracked;

    @XmlAttribute
    public @Nullable String completionSetByContent;

    @XmlAttribute
    public @Nullable String objectiveSetByContent;
  }

  /** Limits of choice. */
  public static final class Choice extends BoundNode {
    @XmlAttribute
    public @Nullable String preventActivation;

    @XmlAttribute
    public @Nullable String constrainChoice;
  }

  /** When a child counts in rollup. */
  public static final class Considerations extends BoundNode {
    @XmlAttribute
    public @Nullable String requiredForSatisfied;

    @XmlAttribute
    public @Nullable String requiredForNotSatisfied;

    @XmlAttribute
    public @Nullable String requiredForCompleted;

    @XmlAttribute
    public @Nullable String requiredForIncomplete;

    @XmlAttribute
    public @Nullable String measureSatisfactionIfActive;
  }

  /** The objective maps of the 4th Edition. */
  public static final class AdlObjectives extends BoundNode {
    @XmlElement(name = "adlseqObjective")
    public List<AdlObjective> objectives = new ArrayList<>();
  }

  /** The further maps of one objective. */
  public static final class AdlObjective extends BoundNode {
    @XmlAttribute
    public @Nullable String objectiveID;

    @XmlElement(name = "adlseqMapInfo")
    public List<AdlMapInfo> maps = new ArrayList<>();
  }

  /** How scores and progress are shared. */
  public static final class AdlMapInfo extends BoundNode {
    @XmlAttribute
    public @Nullable String targetObjectiveID;

    @XmlAttribute
    public @Nullable String readRawScore;

    @XmlAttribute
    public @Nullable String readMinScore;

    @XmlAttribute
    public @Nullable String readMaxScore;

    @XmlAttribute
    public @Nullable String readCompletionStatus;

    @XmlAttribute
    public @Nullable String readProgressMeasure;

    @XmlAttribute
    public @Nullable String writeRawScore;

    @XmlAttribute
    public @Nullable String writeMinScore;

    @XmlAttribute
    public @Nullable String writeMaxScore;

    @XmlAttribute
    public @Nullable String writeCompletionStatus;

    @XmlAttribute
    public @Nullable String writeProgressMeasure;
  }
}
