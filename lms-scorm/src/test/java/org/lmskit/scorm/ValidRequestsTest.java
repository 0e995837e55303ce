package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Activity;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.ValidRequests;

/** What is said of a request is what it then does, whatever content has said and not terminated. */
class ValidRequestsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
  private static final List<ApiCall> SAYINGS = List.of(
      new ApiCall("Initialize", ""),
      new ApiCall("Terminate", ""),
      new ApiCall("SetValue", "cmi.success_status", "passed"),
      new ApiCall("SetValue", "cmi.success_status", "failed"),
      new ApiCall("SetValue", "cmi.score.scaled", "0.5"),
      new ApiCall("SetValue", "cmi.completion_status", "completed"),
      new ApiCall("SetValue", "cmi.completion_status", "incomplete"),
      new ApiCall("SetValue", "cmi.exit", "suspend"),
      new ApiCall("SetValue", "cmi.exit", "normal"));

  @Test
  void an_exit_that_suspends_keeps_post_condition_rules_from_what_is_said() {
    var begun = navigate(registration("flow=\"true\""), Request.of(RequestType.START));
    var silent = call(begun, new ApiCall("Initialize", ""));
    var suspending = call(silent, new ApiCall("SetValue", "cmi.exit", "suspend"));

    assertThat(silent.validRequests(NOW).jump()).contains("ORG", "S");
    assertThat(suspending.validRequests(NOW).jump()).containsExactly("A", "B", "C");
    assertThat(trying(suspending, Request.jump("ORG"))).isFalse();
    assertThat(suspending.tracking()).isEqualTo(silent.tracking());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow=\"true\"",
        "flow=\"true\" choice=\"false\"",
        "flow=\"true\" forwardOnly=\"true\"",
        "flow=\"true\" choiceExit=\"false\"",
        "flow=\"false\""
      })
  void every_request_does_what_is_said_of_it(String mode) {
    for (int seed = 0; seed < 12; seed++) {
      var random = new Random(seed);
      var at = registration(mode);
      for (int step = 0; step < 12; step++) {
        assertAllTrue(at);
        at = said(at, random);
        assertAllTrue(at);
        at = navigate(at, any(at, random));
      }
    }
  }

  private static void assertAllTrue(ScormRegistration at) {
    var valid = at.validRequests(NOW);
    for (Request request : requests(at)) {
      assertThat(isSaid(valid, request))
          .as("%s at %s", request, at.tracking().current())
          .isEqualTo(trying(at, request));
    }
  }

  private static boolean isSaid(ValidRequests valid, Request request) {
    return switch (request.type()) {
      case CHOICE -> valid.choice().contains(request.target());
      case JUMP -> valid.jump().contains(request.target());
      default -> valid.isValid(request.type());
    };
  }

  private static boolean trying(ScormRegistration at, Request request) {
    return ScormPlayback.navigate(at, request, List.of(), NOW).exception() == null;
  }

  private static List<Request> requests(ScormRegistration at) {
    var requests = new ArrayList<Request>();
    for (RequestType type : RequestType.values()) {
      if (!type.hasTarget()) {
        requests.add(Request.of(type));
      }
    }
    for (Activity activity : at.tracking().tree().activities()) {
      requests.add(Request.choice(activity.id()));
      requests.add(Request.jump(activity.id()));
    }
    return requests;
  }

  private static Request any(ScormRegistration at, Random random) {
    var requests = requests(at);
    return requests.get(random.nextInt(requests.size()));
  }

  private static ScormRegistration said(ScormRegistration at, Random random) {
    var next = at;
    for (int i = 0; i < 4 && next.delivered().isPresent(); i++) {
      next = call(next, SAYINGS.get(i == 0 ? 0 : random.nextInt(SAYINGS.size())));
    }
    return next;
  }

  private static ScormRegistration call(ScormRegistration at, ApiCall call) {
    return ScormPlayback.call(at, List.of(call), NOW).registration();
  }

  private static ScormRegistration navigate(ScormRegistration at, Request request) {
    return ScormPlayback.navigate(at, request, List.of(), NOW).registration();
  }

  private static ScormRegistration registration(String mode) {
    var bytes = MANIFEST.replace("MODE", mode).getBytes(StandardCharsets.UTF_8);
    var reader = ManifestReader.parse(bytes, "imsmanifest.xml", new Findings());
    var course = ScormCourse.of(reader.resolve(PAGE, false));
    return ScormRegistration.open(course, ScormLearner.of("ann", "Ann"), 1);
  }

  private static final FileNames PAGE = new FileNames() {
    @Override
    public boolean contains(String path) {
      return path.equals("page.html");
    }

    @Override
    public Optional<String> findSimilar(String path) {
      return Optional.empty();
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.empty();
    }
  };

  /** A leaves the course once it is satisfied, C repeats its section, S may be tried twice. */
  private static final String MANIFEST = """
      <manifest identifier="M" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
          xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="ORG"><organization identifier="ORG"><title>Course</title>
          <item identifier="A" identifierref="SCO"><title>A</title>
            <imsss:sequencing><imsss:sequencingRules><imsss:postConditionRule>
              <imsss:ruleConditions><imsss:ruleCondition condition="satisfied"/></imsss:ruleConditions>
              <imsss:ruleAction action="exitAll"/>
            </imsss:postConditionRule></imsss:sequencingRules></imsss:sequencing>
          </item>
          <item identifier="S"><title>S</title>
            <item identifier="B" identifierref="SCO"><title>B</title></item>
            <item identifier="C" identifierref="SCO"><title>C</title>
              <imsss:sequencing><imsss:sequencingRules><imsss:postConditionRule>
                <imsss:ruleConditions>
                  <imsss:ruleCondition operator="not" condition="completed"/>
                </imsss:ruleConditions>
                <imsss:ruleAction action="retry"/>
              </imsss:postConditionRule></imsss:sequencingRules></imsss:sequencing>
            </item>
            <imsss:sequencing><imsss:controlMode MODE/>
              <imsss:limitConditions attemptLimit="2"/></imsss:sequencing>
          </item>
          <imsss:sequencing><imsss:controlMode MODE/></imsss:sequencing>
        </organization></organizations>
        <resources>
          <resource identifier="SCO" type="webcontent" adlcp:scormType="sco" href="page.html"/>
        </resources>
      </manifest>
      """;
}
