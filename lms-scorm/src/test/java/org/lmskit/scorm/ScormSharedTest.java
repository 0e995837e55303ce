package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lmskit.model.LearnerKey;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.sequencing.ObjectiveState;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;

/** What a learner's packages share through global objectives. */
class ScormSharedTest {
  private static final ObjectiveState PASSED =
      ObjectiveState.UNKNOWN.with(ObjectiveValue.SATISFIED_STATUS, true);
  private static final String MANIFEST = """
      <manifest identifier="M" version="1" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
          xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="O"><organization identifier="O"><title>O</title>
          <item identifier="A" identifierref="R"><title>A</title>
            <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P">
              <imsss:mapInfo targetObjectiveID="urn:here" writeSatisfiedStatus="true"/>
            </imsss:primaryObjective></imsss:objectives></imsss:sequencing>
          </item>
        </organization></organizations>
        <resources><resource identifier="R" type="webcontent" adlcp:scormType="sco" href="a.html">
          <file href="a.html"/></resource></resources>
      </manifest>
      """;

  @Test
  void an_objective_that_became_unknown_is_forgotten_and_those_of_other_packages_stay() {
    var manifest = ManifestReader.parse(
        MANIFEST.getBytes(StandardCharsets.UTF_8), "imsmanifest.xml", new Findings());
    var course = ScormCourse.of(manifest.resolve(FileNames.any(), true));
    var registration = ScormRegistration.open(course, ScormLearner.of("L1", "Doe, Jo"), 1);
    var shared = new ScormShared(
        new LearnerKey("k1"), Map.of("urn:here", PASSED, "urn:elsewhere", PASSED), Map.of());
    assertThat(shared.into(registration).globals()).containsOnlyKeys("urn:here");

    var left = shared.from(registration.withGlobals(Map.of()));

    assertThat(left.objectives()).containsOnlyKeys("urn:elsewhere");
  }
}
