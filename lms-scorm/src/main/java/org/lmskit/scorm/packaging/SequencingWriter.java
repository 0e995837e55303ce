package org.lmskit.scorm.packaging;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.AuxiliaryResource;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.ConstrainedChoice;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.LimitConditions;
import org.lmskit.scorm.sequencing.definition.Objective;
import org.lmskit.scorm.sequencing.definition.ObjectiveMap;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RandomizationControls;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RollupRules;
import org.lmskit.scorm.sequencing.definition.RuleCondition;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.scorm.sequencing.definition.SequencingRule;
import org.lmskit.scorm.sequencing.definition.SequencingRules;

/** Writes a sequencing definition; what has its default is left out. */
final class SequencingWriter {
  private static final Set<ObjectiveValue> OF_IMS =
      Set.of(ObjectiveValue.SATISFIED_STATUS, ObjectiveValue.NORMALIZED_MEASURE);

  private final Xml xml;

  SequencingWriter(Xml xml) {
    this.xml = xml;
  }

  /** @param maxTime the attempt's absolute duration as it was written, empty to derive it */
  void write(Sequencing s, String maxTime) throws XMLStreamException {
    if (s.equals(Sequencing.DEFAULT)) {
      return;
    }
    xml.open("imsss:sequencing");
    control(s.controlMode());
    rules(s.rules());
    limits(s.limits(), maxTime);
    auxiliary(s.auxiliaryResources());
    rollup(s.rollup());
    objectives(s);
    randomization(s.randomization());
    delivery(s.delivery());
    choice(s.constrainedChoice());
    considerations(s.rollupConsiderations());
    adlObjectives(s);
    xml.close();
  }

  private void control(ControlMode c) throws XMLStreamException {
    if (c.equals(ControlMode.DEFAULT)) {
      return;
    }
    xml.open("imsss:controlMode");
    xml.flag("choice", c.choice(), true);
    xml.flag("choiceExit", c.choiceExit(), true);
    xml.flag("flow", c.flow(), false);
    xml.flag("forwardOnly", c.forwardOnly(), false);
    xml.flag("useCurrentAttemptObjectiveInfo", c.useCurrentAttemptObjectiveInformation(), true);
    xml.flag("useCurrentAttemptProgressInfo", c.useCurrentAttemptProgressInformation(), true);
    xml.close();
  }

  private void rules(SequencingRules rules) throws XMLStreamException {
    if (rules.equals(SequencingRules.NONE)) {
      return;
    }
    xml.open("imsss:sequencingRules");
    rules("imsss:preConditionRule", rules.preConditions());
    rules("imsss:exitConditionRule", rules.exits());
    rules("imsss:postConditionRule", rules.postConditions());
    xml.close();
  }

  private void rules(String name, List<SequencingRule> rules) throws XMLStreamException {
    for (SequencingRule rule : rules) {
      xml.open(name);
      xml.open("imsss:ruleConditions");
      xml.attribute("conditionCombination", word(rule.combination()));
      for (RuleCondition condition : rule.conditions()) {
        xml.open("imsss:ruleCondition");
        xml.attribute(
            "referencedObjective",
            condition.referencedObjective() == null ? "" : condition.referencedObjective());
        number("measureThreshold", condition.measureThreshold(), BigDecimal.ZERO);
        xml.attribute("operator", condition.negated() ? "not" : "");
        xml.attribute("condition", condition.type().code());
        xml.close();
      }
      xml.close();
      action("imsss:ruleAction", rule.action().code());
      xml.close();
    }
  }

  private void action(String name, String action) throws XMLStreamException {
    xml.open(name);
    xml.attribute("action", action);
    xml.close();
  }

  private void limits(LimitConditions l, String maxTime) throws XMLStreamException {
    if (l.isNone()) {
      return;
    }
    xml.open("imsss:limitConditions");
    attribute("attemptLimit", l.attemptLimit());
    Duration absolute = l.attemptAbsoluteDuration();
    attribute(
        "attemptAbsoluteDurationLimit", absolute == null || maxTime.isEmpty() ? absolute : maxTime);
    attribute("attemptExperiencedDurationLimit", l.attemptExperiencedDuration());
    attribute("activityAbsoluteDurationLimit", l.activityAbsoluteDuration());
    attribute("activityExperiencedDurationLimit", l.activityExperiencedDuration());
    attribute("beginTimeLimit", l.beginTime());
    attribute("endTimeLimit", l.endTime());
    xml.close();
  }

  private void auxiliary(List<AuxiliaryResource> resources) throws XMLStreamException {
    if (resources.isEmpty()) {
      return;
    }
    xml.open("imsss:auxiliaryResources");
    for (AuxiliaryResource resource : resources) {
      xml.open("imsss:auxiliaryResource");
      xml.attribute("auxiliaryResourceID", resource.id());
      xml.attribute("purpose", resource.purpose());
      xml.close();
    }
    xml.close();
  }

  private void rollup(RollupRules rollup) throws XMLStreamException {
    if (rollup.equals(RollupRules.DEFAULT)) {
      return;
    }
    xml.open("imsss:rollupRules");
    xml.flag("rollupObjectiveSatisfied", rollup.rollupObjectiveSatisfied(), true);
    xml.flag("rollupProgressCompletion", rollup.rollupProgressCompletion(), true);
    number("objectiveMeasureWeight", rollup.objectiveMeasureWeight(), BigDecimal.ONE);
    for (RollupRule rule : rollup.rules()) {
      rollupRule(rule);
    }
    xml.close();
  }

  private void rollupRule(RollupRule rule) throws XMLStreamException {
    xml.open("imsss:rollupRule");
    xml.attribute("childActivitySet", rule.childActivitySet().code());
    if (rule.minimumCount() != 0) {
      attribute("minimumCount", rule.minimumCount());
    }
    number("minimumPercent", rule.minimumPercent(), BigDecimal.ZERO);
    xml.open("imsss:rollupConditions");
    xml.attribute("conditionCombination", word(rule.combination()));
    for (var condition : rule.conditions()) {
      xml.open("imsss:rollupCondition");
      xml.attribute("operator", condition.negated() ? "not" : "");
      xml.attribute("condition", condition.type().code());
      xml.close();
    }
    xml.close();
    action("imsss:rollupAction", rule.action().code());
    xml.close();
  }

  private void objectives(Sequencing s) throws XMLStreamException {
    if (s.primaryObjective().equals(Objective.DEFAULT_PRIMARY) && s.objectives().isEmpty()) {
      return;
    }
    xml.open("imsss:objectives");
    objective("imsss:primaryObjective", s.primaryObjective());
    for (Objective objective : s.objectives()) {
      objective("imsss:objective", objective);
    }
    xml.close();
  }

  private void objective(String name, Objective o) throws XMLStreamException {
    xml.open(name);
    xml.attribute("objectiveID", o.id() == null ? "" : o.id());
    xml.flag("satisfiedByMeasure", o.satisfiedByMeasure(), false);
    if (!o.minNormalizedMeasure().equals(BigDecimal.ONE)) {
      xml.text("imsss:minNormalizedMeasure", o.minNormalizedMeasure().toPlainString());
    }
    for (ObjectiveMap map : o.maps()) {
      map("imsss:mapInfo", map, true);
    }
    xml.close();
  }

  /** The maps of the 4th Edition; one that shares nothing further is not written. */
  private void adlObjectives(Sequencing s) throws XMLStreamException {
    List<Objective> extended = new ArrayList<>(List.of(s.primaryObjective()));
    extended.addAll(s.objectives());
    extended.removeIf(o -> o.maps().stream().noneMatch(SequencingWriter::isExtended));
    if (extended.isEmpty()) {
      return;
    }
    xml.open("adlseq:objectives");
    for (Objective o : extended) {
      xml.open("adlseq:objective");
      xml.attribute("objectiveID", o.id() == null ? "" : o.id());
      for (ObjectiveMap map : o.maps()) {
        if (isExtended(map)) {
          map("adlseq:mapInfo", map, false);
        }
      }
      xml.close();
    }
    xml.close();
  }

  private static boolean isExtended(ObjectiveMap map) {
    return !OF_IMS.containsAll(map.reads()) || !OF_IMS.containsAll(map.writes());
  }

  private void map(String name, ObjectiveMap map, boolean ofIms) throws XMLStreamException {
    xml.open(name);
    xml.attribute("targetObjectiveID", map.target());
    for (ObjectiveValue value : ObjectiveValue.values()) {
      if (OF_IMS.contains(value) == ofIms) {
        xml.flag("read" + value.code(), map.reads(value), true);
        xml.flag("write" + value.code(), map.writes(value), false);
      }
    }
    xml.close();
  }

  private void randomization(RandomizationControls r) throws XMLStreamException {
    if (r.equals(RandomizationControls.DEFAULT)) {
      return;
    }
    xml.open("imsss:randomizationControls");
    xml.attribute("randomizationTiming", r.randomizationTiming().code());
    attribute("selectCount", r.selectCount());
    xml.flag("reorderChildren", r.reorderChildren(), false);
    xml.attribute("selectionTiming", r.selectionTiming().code());
    xml.close();
  }

  private void delivery(DeliveryControls d) throws XMLStreamException {
    if (d.equals(DeliveryControls.DEFAULT)) {
      return;
    }
    xml.open("imsss:deliveryControls");
    xml.flag("tracked", d.tracked(), true);
    xml.flag("completionSetByContent", d.completionSetByContent(), false);
    xml.flag("objectiveSetByContent", d.objectiveSetByContent(), false);
    xml.close();
  }

  private void choice(ConstrainedChoice c) throws XMLStreamException {
    if (c.equals(ConstrainedChoice.DEFAULT)) {
      return;
    }
    xml.open("adlseq:constrainedChoiceConsiderations");
    xml.flag("preventActivation", c.preventActivation(), false);
    xml.flag("constrainChoice", c.constrainChoice(), false);
    xml.close();
  }

  private void considerations(RollupConsiderations c) throws XMLStreamException {
    if (c.equals(RollupConsiderations.DEFAULT)) {
      return;
    }
    xml.open("adlseq:rollupConsiderations");
    xml.attribute("requiredForSatisfied", c.requiredForSatisfied().code());
    xml.attribute("requiredForNotSatisfied", c.requiredForNotSatisfied().code());
    xml.attribute("requiredForCompleted", c.requiredForCompleted().code());
    xml.attribute("requiredForIncomplete", c.requiredForIncomplete().code());
    xml.flag("measureSatisfactionIfActive", c.measureSatisfactionIfActive(), true);
    xml.close();
  }

  private void number(String name, BigDecimal value, BigDecimal otherwise)
      throws XMLStreamException {
    if (!value.equals(otherwise)) {
      xml.attribute(name, value.toPlainString());
    }
  }

  private void attribute(String name, @Nullable Object value) throws XMLStreamException {
    if (value != null) {
      xml.attribute(name, value.toString());
    }
  }

  private static String word(ConditionCombination combination) {
    return combination.name().toLowerCase(Locale.ROOT);
  }
}
