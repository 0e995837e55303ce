package org.lmskit.scorm.manifest.read;

import static org.lmskit.scorm.finding.ScormFinding.DURATION_UNREADABLE;
import static org.lmskit.scorm.finding.ScormFinding.SEQUENCING_DANGLING;
import static org.lmskit.scorm.finding.ScormFinding.SEQUENCING_IN_12;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.manifest.bind.BoundManifest;
import org.lmskit.scorm.manifest.bind.BoundNode;
import org.lmskit.scorm.manifest.bind.BoundSequencing;
import org.lmskit.scorm.sequencing.definition.AuxiliaryResource;
import org.lmskit.scorm.sequencing.definition.CompletionThreshold;
import org.lmskit.scorm.sequencing.definition.ConstrainedChoice;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.DeliveryControls;
import org.lmskit.scorm.sequencing.definition.LimitConditions;
import org.lmskit.scorm.sequencing.definition.RandomizationControls;
import org.lmskit.scorm.sequencing.definition.RandomizationControls.Timing;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** Reads imsss:sequencing with ADL's extensions (SCORM 2004 4th Ed. CAM 5). */
final class SequencingReader {
  private static final Sequencing OF_SCORM_12 =
      Sequencing.builder().controlMode(ControlMode.FREE).build();

  private final boolean is2004;
  private final Values values;
  private final ObjectiveReader objectives;
  private final RuleReader rules;
  private final Report report;

  SequencingReader(boolean is2004, Report report) {
    this.is2004 = is2004;
    this.values = new Values(report);
    this.objectives = new ObjectiveReader(values, report);
    this.rules = new RuleReader(values, report);
    this.report = report;
  }

  /** What an activity defines, with what it refers to in the collection; defaults where it is silent. */
  Sequencing read(Scope scope, BoundSequencing.@Nullable Sequencing written, String activity) {
    if (!is2004) {
      if (written != null) {
        report.add(SEQUENCING_IN_12, written, activity);
      }
      return OF_SCORM_12;
    }
    return written == null ? Sequencing.DEFAULT : definition(merge(scope, written));
  }

  /** The duration that the run time hands out as the time allowed, as written; empty without. */
  String maxTimeAllowed(Scope scope, BoundSequencing.@Nullable Sequencing written) {
    BoundSequencing.Limits limits = written == null ? null : limitsOf(scope, written);
    String text = limits == null ? "" : Values.text(limits.attemptAbsoluteDurationLimit);
    return Times.duration(text).isPresent() ? text : "";
  }

  private static BoundSequencing.@Nullable Limits limitsOf(
      Scope scope, BoundSequencing.Sequencing own) {
    BoundSequencing.Sequencing common = scope.definition(Identifiers.normalize(own.reference));
    return own.limitConditions != null || common == null
        ? own.limitConditions
        : common.limitConditions;
  }

  /** What stands in line wins over the definition that IDRef names, element by element (CAM 5.1.2). */
  private BoundSequencing.Sequencing merge(Scope scope, BoundSequencing.Sequencing own) {
    String reference = Identifiers.normalize(own.reference);
    if (reference.isEmpty()) {
      return own;
    }
    BoundSequencing.Sequencing common = scope.definition(reference);
    if (common == null) {
      report.add(SEQUENCING_DANGLING, own, reference);
      return own;
    }
    return merge(own, common);
  }

  private static BoundSequencing.Sequencing merge(
      BoundSequencing.Sequencing own, BoundSequencing.Sequencing common) {
    BoundSequencing.Sequencing merged = new BoundSequencing.Sequencing();
    merged.line = own.line;
    merged.controlMode = first(own.controlMode, common.controlMode);
    merged.sequencingRules = first(own.sequencingRules, common.sequencingRules);
    merged.limitConditions = first(own.limitConditions, common.limitConditions);
    merged.auxiliaryResources = first(own.auxiliaryResources, common.auxiliaryResources);
    merged.rollupRules = first(own.rollupRules, common.rollupRules);
    merged.objectives = first(own.objectives, common.objectives);
    merged.randomizationControls = first(own.randomizationControls, common.randomizationControls);
    merged.deliveryControls = first(own.deliveryControls, common.deliveryControls);
    merged.constrainedChoiceConsiderations =
        first(own.constrainedChoiceConsiderations, common.constrainedChoiceConsiderations);
    merged.rollupConsiderations = first(own.rollupConsiderations, common.rollupConsiderations);
    merged.adlseqObjectives = first(own.adlseqObjectives, common.adlseqObjectives);
    return merged;
  }

  private static <T> @Nullable T first(@Nullable T own, @Nullable T common) {
    return own != null ? own : common;
  }

  private Sequencing definition(BoundSequencing.Sequencing s) {
    ObjectiveReader.Objectives defined = objectives.read(s);
    return new Sequencing(
        control(s.controlMode),
        choice(s.constrainedChoiceConsiderations),
        rules.rules(s.sequencingRules, defined),
        limits(s.limitConditions),
        auxiliary(s.auxiliaryResources),
        rules.rollup(s.rollupRules),
        considerations(s.rollupConsiderations),
        defined.primary(),
        defined.others(),
        randomization(s.randomizationControls),
        delivery(s.deliveryControls));
  }

  private ControlMode control(BoundSequencing.@Nullable ControlMode c) {
    if (c == null) {
      return ControlMode.DEFAULT;
    }
    return new ControlMode(
        values.flag(c.choice, true, "choice", c),
        values.flag(c.choiceExit, true, "choiceExit", c),
        values.flag(c.flow, false, "flow", c),
        values.flag(c.forwardOnly, false, "forwardOnly", c),
        values.flag(c.useCurrentAttemptObjectiveInfo, true, "useCurrentAttemptObjectiveInfo", c),
        values.flag(c.useCurrentAttemptProgressInfo, true, "useCurrentAttemptProgressInfo", c));
  }

  private LimitConditions limits(BoundSequencing.@Nullable Limits l) {
    if (l == null) {
      return LimitConditions.NONE;
    }
    return new LimitConditions(
        values.count(l.attemptLimit, "attemptLimit", l),
        duration(l.attemptAbsoluteDurationLimit, "attemptAbsoluteDurationLimit", l),
        duration(l.attemptExperiencedDurationLimit, "attemptExperiencedDurationLimit", l),
        duration(l.activityAbsoluteDurationLimit, "activityAbsoluteDurationLimit", l),
        duration(l.activityExperiencedDurationLimit, "activityExperiencedDurationLimit", l),
        instant(l.beginTimeLimit, "beginTimeLimit", l),
        instant(l.endTimeLimit, "endTimeLimit", l));
  }

  private @Nullable Duration duration(@Nullable String written, String name, BoundNode at) {
    String text = Values.text(written);
    Optional<Duration> duration = Times.duration(text);
    if (!text.isEmpty() && duration.isEmpty()) {
      report.add(DURATION_UNREADABLE, at, text, name);
    }
    return duration.orElse(null);
  }

  private @Nullable Instant instant(@Nullable String written, String name, BoundNode at) {
    String text = Values.text(written);
    Optional<Instant> instant = Times.instant(text);
    if (!text.isEmpty() && instant.isEmpty()) {
      report.add(DURATION_UNREADABLE, at, text, name);
    }
    return instant.orElse(null);
  }

  private RandomizationControls randomization(BoundSequencing.@Nullable Randomization r) {
    if (r == null) {
      return RandomizationControls.DEFAULT;
    }
    return new RandomizationControls(
        timing(r.selectionTiming, "selectionTiming", r),
        values.count(r.selectCount, "selectCount", r),
        timing(r.randomizationTiming, "randomizationTiming", r),
        values.flag(r.reorderChildren, false, "reorderChildren", r));
  }

  private Timing timing(@Nullable String written, String name, BoundNode at) {
    return values.token(written, Timing.values(), Timing::code, name, at).orElse(Timing.NEVER);
  }

  private DeliveryControls delivery(BoundSequencing.@Nullable Delivery d) {
    if (d == null) {
      return DeliveryControls.DEFAULT;
    }
    return new DeliveryControls(
        values.flag(d.tracked, true, "tracked", d),
        values.flag(d.completionSetByContent, false, "completionSetByContent", d),
        values.flag(d.objectiveSetByContent, false, "objectiveSetByContent", d));
  }

  private ConstrainedChoice choice(BoundSequencing.@Nullable Choice c) {
    if (c == null) {
      return ConstrainedChoice.DEFAULT;
    }
    return new ConstrainedChoice(
        values.flag(c.preventActivation, false, "preventActivation", c),
        values.flag(c.constrainChoice, false, "constrainChoice", c));
  }

  private RollupConsiderations considerations(BoundSequencing.@Nullable Considerations c) {
    if (c == null) {
      return RollupConsiderations.DEFAULT;
    }
    return new RollupConsiderations(
        required(c.requiredForSatisfied, "requiredForSatisfied", c),
        required(c.requiredForNotSatisfied, "requiredForNotSatisfied", c),
        required(c.requiredForCompleted, "requiredForCompleted", c),
        required(c.requiredForIncomplete, "requiredForIncomplete", c),
        values.flag(c.measureSatisfactionIfActive, true, "measureSatisfactionIfActive", c));
  }

  private Required required(@Nullable String written, String name, BoundNode at) {
    return values
        .token(written, Required.values(), Required::code, name, at)
        .orElse(Required.ALWAYS);
  }

  private static List<AuxiliaryResource> auxiliary(BoundSequencing.@Nullable AuxiliaryResources a) {
    if (a == null) {
      return List.of();
    }
    return a.resources.stream()
        .map(r -> new AuxiliaryResource(Values.text(r.auxiliaryResourceID), Values.text(r.purpose)))
        .toList();
  }

  /** The 3rd Edition writes the measure as text, which alone makes it decide (3rd Ed. CAM 3.4.1.11). */
  CompletionThreshold threshold(BoundManifest.@Nullable Threshold t) {
    if (t == null) {
      return CompletionThreshold.DEFAULT;
    }
    String text = Values.text(t.value);
    String measure = text.isEmpty() ? t.minProgressMeasure : text;
    return new CompletionThreshold(
        values.flag(t.completedByMeasure, !text.isEmpty(), "completedByMeasure", t),
        values.number(measure, 0, 1, BigDecimal.ONE, "minProgressMeasure", t),
        values.number(t.progressWeight, 0, 1, BigDecimal.ONE, "progressWeight", t));
  }
}
