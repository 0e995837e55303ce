package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource2004;
import static org.lmskit.scorm.packaging.TestManifest.scorm2004;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Problem;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.DataMap;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.sequencing.definition.ChildActivitySet;
import org.lmskit.scorm.sequencing.definition.ConditionCombination;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.LmsUi;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import org.lmskit.scorm.sequencing.definition.RandomizationControls.Timing;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.RuleAction;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;
import org.lmskit.scorm.sequencing.definition.Sequencing;

/** Every element of imsss, adlseq, adlnav and of ADL's content packaging extensions of 2004. */
class SequencingReadingTest {
  private Findings findings = new Findings();

  private Item read(String inner) {
    return manifest(scorm2004(item(inner), resource2004("index.html")))
        .organization()
        .items()
        .get(0);
  }

  private Manifest manifest(String text) {
    findings = new Findings();
    return ManifestReader.parse(text.getBytes(StandardCharsets.UTF_8), "imsmanifest.xml", findings)
        .resolve(FileNames.any(), false);
  }

  private Sequencing sequencing(String inner) {
    return read("<imsss:sequencing>" + inner + "</imsss:sequencing>").sequencing();
  }

  private void found(ScormFinding... expected) {
    assertThat(findings.problems().stream().map(Problem::code))
        .containsExactly(Arrays.stream(expected).map(ScormFinding::code).toArray(String[]::new));
  }

  @Test
  void an_item_without_sequencing_has_the_defaults() {
    assertThat(read("").sequencing()).isEqualTo(Sequencing.DEFAULT);
    assertThat(sequencing("")).isEqualTo(Sequencing.DEFAULT);
    found();
  }

  @Test
  void control_modes_are_read() {
    ControlMode mode = sequencing(
            "<imsss:controlMode choice=\"false\" choiceExit=\"false\" flow=\"true\""
                + " forwardOnly=\"true\" useCurrentAttemptObjectiveInfo=\"false\" useCurrentAttemptProgressInfo=\"0\"/>")
        .controlMode();

    assertThat(mode).isEqualTo(new ControlMode(false, false, true, true, false, false));
    found();
  }

  @Test
  void sequencing_rules_are_read_in_their_three_lists() {
    Sequencing read = sequencing("""
        <imsss:sequencingRules>
          <imsss:preConditionRule>
            <imsss:ruleConditions conditionCombination="any">
              <imsss:ruleCondition condition="objectiveMeasureLessThan" operator="not" referencedObjective="o1"
                  measureThreshold="-0.25"/>
              <imsss:ruleCondition condition="always"/>
            </imsss:ruleConditions>
            <imsss:ruleAction action="hiddenFromChoice"/>
          </imsss:preConditionRule>
          <imsss:exitConditionRule>
            <imsss:ruleConditions><imsss:ruleCondition condition="completed"/></imsss:ruleConditions>
            <imsss:ruleAction action="exit"/>
          </imsss:exitConditionRule>
          <imsss:postConditionRule>
            <imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/></imsss:ruleConditions>
            <imsss:ruleAction action="retryAll"/>
          </imsss:postConditionRule>
        </imsss:sequencingRules>
        <imsss:objectives><imsss:primaryObjective objectiveID="o1"/></imsss:objectives>""");

    var pre = read.rules().preConditions().get(0);
    assertThat(pre.combination()).isEqualTo(ConditionCombination.ANY);
    assertThat(pre.action()).isEqualTo(RuleAction.HIDDEN_FROM_CHOICE);
    assertThat(pre.conditions().get(0).type())
        .isEqualTo(RuleConditionType.OBJECTIVE_MEASURE_LESS_THAN);
    assertThat(pre.conditions().get(0).negated()).isTrue();
    assertThat(pre.conditions().get(0).referencedObjective()).isEqualTo("o1");
    assertThat(pre.conditions().get(0).measureThreshold()).isEqualByComparingTo("-0.25");
    assertThat(read.rules().exits().get(0).action()).isEqualTo(RuleAction.EXIT);
    assertThat(read.rules().postConditions().get(0).combination())
        .isEqualTo(ConditionCombination.ALL);
    assertThat(read.rules().postConditions().get(0).action()).isEqualTo(RuleAction.RETRY_ALL);
    found();
  }

  @Test
  void a_rule_that_is_incomplete_or_unknown_is_left_out() {
    Sequencing read = sequencing("""
        <imsss:sequencingRules>
          <imsss:preConditionRule><imsss:ruleAction action="skip"/></imsss:preConditionRule>
          <imsss:preConditionRule>
            <imsss:ruleConditions><imsss:ruleCondition condition="satisfied" referencedObjective="gone"/></imsss:ruleConditions>
            <imsss:ruleAction action="retry"/>
          </imsss:preConditionRule>
        </imsss:sequencingRules>""");

    assertThat(read.rules().preConditions()).isEmpty();
    found(
        ScormFinding.RULE_INCOMPLETE,
        ScormFinding.OBJECTIVE_UNKNOWN,
        ScormFinding.VALUE_UNKNOWN,
        ScormFinding.RULE_INCOMPLETE);
  }

  @Test
  void limits_are_read_and_the_time_goes_to_the_run_time_as_written() {
    Item read = read(
        "<imsss:sequencing><imsss:limitConditions attemptLimit=\"2\""
            + " attemptAbsoluteDurationLimit=\"P1DT2H3M4.5S\" attemptExperiencedDurationLimit=\"PT1H\""
            + " activityAbsoluteDurationLimit=\"P1Y2M\" activityExperiencedDurationLimit=\"PT5S\""
            + " beginTimeLimit=\"2026-01-02T03:04:05Z\" endTimeLimit=\"2026-02-02T03:04:05+01:00\"/></imsss:sequencing>");

    var limits = read.sequencing().limits();
    assertThat(limits.attemptLimit()).isEqualTo(2);
    assertThat(limits.attemptAbsoluteDuration()).isEqualTo(Duration.parse("P1DT2H3M4.5S"));
    assertThat(limits.attemptExperiencedDuration()).isEqualTo(Duration.ofHours(1));
    assertThat(limits.activityAbsoluteDuration()).isEqualTo(Duration.ofDays(425));
    assertThat(limits.activityExperiencedDuration()).isEqualTo(Duration.ofSeconds(5));
    assertThat(limits.beginTime()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
    assertThat(limits.endTime()).isEqualTo(Instant.parse("2026-02-02T02:04:05Z"));
    assertThat(read.settings().maxTimeAllowed()).isEqualTo("P1DT2H3M4.5S");
    found();
  }

  @Test
  void rollup_rules_are_read_with_their_defaults() {
    var rollup = sequencing("""
        <imsss:rollupRules rollupObjectiveSatisfied="false" rollupProgressCompletion="false" objectiveMeasureWeight="0.5">
          <imsss:rollupRule childActivitySet="atLeastPercent" minimumCount="3" minimumPercent="0.75">
            <imsss:rollupConditions>
              <imsss:rollupCondition operator="not" condition="attempted"/>
            </imsss:rollupConditions>
            <imsss:rollupAction action="notSatisfied"/>
          </imsss:rollupRule>
        </imsss:rollupRules>""").rollup();

    assertThat(rollup.rollupObjectiveSatisfied()).isFalse();
    assertThat(rollup.rollupProgressCompletion()).isFalse();
    assertThat(rollup.objectiveMeasureWeight()).isEqualByComparingTo("0.5");
    var rule = rollup.rules().get(0);
    assertThat(rule.childActivitySet()).isEqualTo(ChildActivitySet.AT_LEAST_PERCENT);
    assertThat(rule.minimumCount()).isEqualTo(3);
    assertThat(rule.minimumPercent()).isEqualByComparingTo("0.75");
    assertThat(rule.combination()).isEqualTo(ConditionCombination.ANY);
    assertThat(rule.conditions().get(0).negated()).isTrue();
    found();
  }

  @Test
  void objectives_are_read_and_the_maps_of_the_fourth_edition_are_merged_into_them() {
    Sequencing read = sequencing("""
        <imsss:objectives>
          <imsss:primaryObjective objectiveID="p" satisfiedByMeasure="true">
            <imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure>
            <imsss:mapInfo targetObjectiveID="g1" readSatisfiedStatus="false" writeNormalizedMeasure="true"/>
          </imsss:primaryObjective>
          <imsss:objective objectiveID="o1"/>
        </imsss:objectives>
        <adlseq:objectives>
          <adlseq:objective objectiveID="p">
            <adlseq:mapInfo targetObjectiveID="g1" readRawScore="false" readMinScore="false" readMaxScore="false"
                readCompletionStatus="false" writeProgressMeasure="true"/>
          </adlseq:objective>
          <adlseq:objective objectiveID="o1">
            <adlseq:mapInfo targetObjectiveID="g2" writeRawScore="true"/>
          </adlseq:objective>
        </adlseq:objectives>""");

    assertThat(read.primaryObjective().satisfiedByMeasure()).isTrue();
    assertThat(read.primaryObjective().minNormalizedMeasure()).isEqualByComparingTo("0.6");
    var merged = read.primaryObjective().maps().get(0);
    assertThat(merged.reads())
        .isEqualTo(Set.of(ObjectiveValue.NORMALIZED_MEASURE, ObjectiveValue.PROGRESS_MEASURE));
    assertThat(merged.writes())
        .isEqualTo(Set.of(ObjectiveValue.NORMALIZED_MEASURE, ObjectiveValue.PROGRESS_MEASURE));
    var other = read.objectives().get(0).maps().get(0);
    assertThat(other.target()).isEqualTo("g2");
    assertThat(other.reads())
        .isEqualTo(EnumSet.range(ObjectiveValue.RAW_SCORE, ObjectiveValue.PROGRESS_MEASURE));
    assertThat(other.writes()).isEqualTo(Set.of(ObjectiveValue.RAW_SCORE));
    found();
  }

  @Test
  void wrong_objectives_are_findings() {
    Sequencing read = sequencing("""
        <imsss:objectives>
          <imsss:primaryObjective objectiveID="p"><imsss:mapInfo targetObjectiveID="g" writeSatisfiedStatus="true"/></imsss:primaryObjective>
          <imsss:objective objectiveID="p"/>
          <imsss:objective/>
          <imsss:objective objectiveID="o"><imsss:mapInfo/><imsss:mapInfo targetObjectiveID="g" writeSatisfiedStatus="true"/></imsss:objective>
        </imsss:objectives>
        <adlseq:objectives><adlseq:objective objectiveID="gone"/></adlseq:objectives>""");

    assertThat(read.objectives()).hasSize(1);
    found(
        ScormFinding.OBJECTIVE_DUPLICATE,
        ScormFinding.OBJECTIVE_UNNAMED,
        ScormFinding.MAP_WITHOUT_TARGET,
        ScormFinding.MAP_WRITERS,
        ScormFinding.OBJECTIVE_UNKNOWN);
  }

  @Test
  void the_remaining_elements_are_read() {
    Sequencing read = sequencing("""
        <imsss:randomizationControls randomizationTiming="once" selectCount="2" reorderChildren="true"
            selectionTiming="onEachNewAttempt"/>
        <imsss:deliveryControls tracked="false" completionSetByContent="true" objectiveSetByContent="true"/>
        <imsss:auxiliaryResources><imsss:auxiliaryResource auxiliaryResourceID="a" purpose="help"/></imsss:auxiliaryResources>
        <adlseq:constrainedChoiceConsiderations preventActivation="true" constrainChoice="true"/>
        <adlseq:rollupConsiderations requiredForSatisfied="ifAttempted" requiredForNotSatisfied="ifNotSkipped"
            requiredForCompleted="ifNotSuspended" requiredForIncomplete="always" measureSatisfactionIfActive="false"/>""");

    assertThat(read.randomization().randomizationTiming()).isEqualTo(Timing.ONCE);
    assertThat(read.randomization().selectionTiming()).isEqualTo(Timing.ON_EACH_NEW_ATTEMPT);
    assertThat(read.randomization().selectCount()).isEqualTo(2);
    assertThat(read.randomization().reorderChildren()).isTrue();
    assertThat(read.delivery().tracked()).isFalse();
    assertThat(read.delivery().completionSetByContent()).isTrue();
    assertThat(read.delivery().objectiveSetByContent()).isTrue();
    assertThat(read.auxiliaryResources().get(0).purpose()).isEqualTo("help");
    assertThat(read.constrainedChoice().preventActivation()).isTrue();
    assertThat(read.constrainedChoice().constrainChoice()).isTrue();
    assertThat(read.rollupConsiderations().requiredForSatisfied()).isEqualTo(Required.IF_ATTEMPTED);
    assertThat(read.rollupConsiderations().requiredForNotSatisfied())
        .isEqualTo(Required.IF_NOT_SKIPPED);
    assertThat(read.rollupConsiderations().requiredForCompleted())
        .isEqualTo(Required.IF_NOT_SUSPENDED);
    assertThat(read.rollupConsiderations().measureSatisfactionIfActive()).isFalse();
    found();
  }

  @Test
  void a_sequencing_collection_is_merged_by_reference_and_what_stands_in_line_wins() {
    String collection = "<imsss:sequencingCollection><imsss:sequencing ID=\"S1\">"
        + "<imsss:controlMode flow=\"true\"/><imsss:deliveryControls tracked=\"false\"/>"
        + "</imsss:sequencing></imsss:sequencingCollection></manifest>";
    String inner =
        "<imsss:sequencing IDRef=\" S1 \"><imsss:controlMode choice=\"false\"/></imsss:sequencing>";

    Sequencing merged = manifest(
            scorm2004(item(inner), resource2004("index.html")).replace("</manifest>", collection))
        .organization()
        .items()
        .get(0)
        .sequencing();

    assertThat(merged.delivery().tracked()).isFalse();
    assertThat(merged.controlMode().choice()).isFalse();
    assertThat(merged.controlMode().flow()).isFalse();
    found();
  }

  @Test
  void a_reference_into_no_collection_keeps_what_stands_in_line() {
    Sequencing read =
        read("<imsss:sequencing IDRef=\"NO\"><imsss:controlMode flow=\"true\"/></imsss:sequencing>")
            .sequencing();

    assertThat(read.controlMode().flow()).isTrue();
    found(ScormFinding.SEQUENCING_DANGLING);
  }

  @Test
  void the_extensions_of_an_item_are_read() {
    Item read = read("""
        <adlcp:timeLimitAction>continue,no message</adlcp:timeLimitAction>
        <adlcp:dataFromLMS>seed=7</adlcp:dataFromLMS>
        <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.75" progressWeight="0.5"/>
        <adlcp:data><adlcp:map targetID="store" readSharedData="false"/><adlcp:map targetID="store"/></adlcp:data>
        <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>continue</adlnav:hideLMSUI>
          <adlnav:hideLMSUI>exitAll</adlnav:hideLMSUI><adlnav:hideLMSUI>all</adlnav:hideLMSUI>
        </adlnav:navigationInterface></adlnav:presentation>""");

    assertThat(read.settings().timeLimitAction().token()).isEqualTo("continue,no message");
    assertThat(read.settings().launchData()).isEqualTo("seed=7");
    assertThat(read.completion().completedByMeasure()).isTrue();
    assertThat(read.completion().minProgressMeasure()).isEqualByComparingTo("0.75");
    assertThat(read.completion().progressWeight()).isEqualByComparingTo("0.5");
    assertThat(read.settings().dataMaps()).containsExactly(new DataMap("store", false, true));
    assertThat(read.settings().hidden()).containsExactlyInAnyOrder(LmsUi.CONTINUE, LmsUi.EXIT_ALL);
    found(ScormFinding.DATA_STORE_DUPLICATE, ScormFinding.VALUE_UNKNOWN);
  }

  @Test
  void the_completion_threshold_of_the_third_edition_is_text_that_decides() {
    Item read = read("<adlcp:completionThreshold>0.8</adlcp:completionThreshold>");

    assertThat(read.completion().completedByMeasure()).isTrue();
    assertThat(read.completion().minProgressMeasure()).isEqualByComparingTo("0.8");
    found();
  }

  @Test
  void the_switches_of_an_organization_are_read() {
    Manifest read = manifest(
        scorm2004()
            .replace(
                "<organization ",
                "<organization structure=\"linear\" adlseq:objectivesGlobalToSystem=\"false\" adlcp:sharedDataGlobalToSystem=\"false\" "));

    assertThat(read.organization().structure()).isEqualTo("linear");
    assertThat(read.organization().objectivesGlobalToSystem()).isFalse();
    assertThat(read.organization().sharedDataGlobalToSystem()).isFalse();
    found();
  }

  @Test
  void escaped_blanks_at_the_ends_and_in_runs_of_objective_ids_do_not_count() {
    Sequencing read = sequencing("""
        <imsss:sequencingRules><imsss:preConditionRule>
          <imsss:ruleConditions><imsss:ruleCondition condition="satisfied" referencedObjective="  %20obj%20%201%20  "/></imsss:ruleConditions>
          <imsss:ruleAction action="skip"/></imsss:preConditionRule></imsss:sequencingRules>
        <imsss:objectives><imsss:primaryObjective/><imsss:objective objectiveID="obj%201"/></imsss:objectives>""");

    assertThat(read.rules().preConditions().get(0).conditions().get(0).referencedObjective())
        .isEqualTo("obj 1");
    found();
  }

  @Test
  void booleans_and_words_in_odd_spelling_are_repaired() {
    Sequencing read = sequencing("<imsss:controlMode flow=\"YES\" choice=\"maybe\"/>"
        + "<imsss:randomizationControls selectionTiming=\"Once\"/>");

    assertThat(read.controlMode().flow()).isTrue();
    assertThat(read.controlMode().choice()).isTrue();
    assertThat(read.randomization().selectionTiming()).isEqualTo(Timing.ONCE);
    assertThat(findings.has(ScormFinding.VALUE_REPAIRED)).isTrue();
    assertThat(findings.has(ScormFinding.VALUE_UNKNOWN)).isTrue();
  }
}
