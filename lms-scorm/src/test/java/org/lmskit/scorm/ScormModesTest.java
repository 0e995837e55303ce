package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.scorm.ScormEngine.ANN;
import static org.lmskit.scorm.ScormEngine.FIRE_SAFETY;
import static org.lmskit.scorm.ScormEngine.U1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.catalog.Course;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.Success;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.NotFoundException;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;

/** Browse and review through the engine: content is told, and nothing that comes of it counts. */
class ScormModesTest {
  private static final String ITEMS = """
      <item identifier="I1" identifierref="R1"><title>Wounds</title></item>
      <item identifier="I2" identifierref="R1"><title>Burns</title></item>
      """;
  private static final String SHARING = """
      <item identifier="I1" identifierref="R1"><title>Wounds</title>
        <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P">
          <imsss:mapInfo targetObjectiveID="urn:g" writeSatisfiedStatus="true"/>
        </imsss:primaryObjective></imsss:objectives></imsss:sequencing>
        <adlcp:data><adlcp:map targetID="urn:d"/></adlcp:data></item>
      <item identifier="I2" identifierref="R1"><title>Burns</title>
        <adlcp:data><adlcp:map targetID="urn:d"/></adlcp:data></item>
      <item identifier="I3" identifierref="R1"><title>Shock</title>
        <imsss:sequencing><imsss:sequencingRules><imsss:preConditionRule>
          <imsss:ruleConditions><imsss:ruleCondition referencedObjective="Q" operator="not"
            condition="objectiveStatusKnown"/></imsss:ruleConditions><imsss:ruleAction action="disabled"/>
        </imsss:preConditionRule></imsss:sequencingRules>
        <imsss:objectives><imsss:primaryObjective/><imsss:objective objectiveID="Q">
          <imsss:mapInfo targetObjectiveID="urn:g" readSatisfiedStatus="true"/>
        </imsss:objective></imsss:objectives></imsss:sequencing></item>
      """;
  private static final String MANIFEST = """
      <manifest identifier="M1" version="1.0" xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3" xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
        <metadata><schema>ADL SCORM</schema><schemaversion>2004 4th Edition</schemaversion></metadata>
        <organizations default="O"><organization identifier="O"><title>First aid</title>
          %s
          <imsss:sequencing><imsss:controlMode flow="true"/></imsss:sequencing>
        </organization></organizations>
        <resources>
          <resource identifier="R1" type="webcontent" adlcp:scormType="sco" href="a.html"/>
        </resources>
      </manifest>
      """;

  @TempDir
  private Path folder;

  private final ScormEngine engine = new ScormEngine();
  private EnrollmentId enrollment;

  @BeforeEach
  void enroll() throws IOException {
    engine.lms.catalog().publish(ScormEngine.course(imported(ITEMS)));
    enrollment = engine.lms.enrollments().enroll(ANN, FIRE_SAFETY).id();
  }

  private ScormPackage imported(String items) throws IOException {
    Path zip = folder.resolve("course.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
      out.putNextEntry(new ZipEntry("imsmanifest.xml"));
      out.write(MANIFEST.formatted(items).getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("a.html"));
    }
    return engine.scorm.importPackage(zip).packageOrThrow();
  }

  @ParameterizedTest
  @EnumSource(names = {"BROWSE", "REVIEW"})
  void looking_through_a_course_of_2004_completes_nothing(Mode mode) {
    Launch launch = engine.scorm.launch(enrollment, U1, mode, false);

    List<ApiReply> replies = look(launch, 1);
    Delivery next = engine.scorm.navigate(launch.id(), Request.of(RequestType.CONTINUE));
    look(launch, 2);
    engine.scorm.navigate(launch.id(), Request.of(RequestType.EXIT_ALL));

    assertThat(replies).allMatch(ApiReply::isOk);
    assertThat(replies.get(1).result()).isEqualTo(mode.value());
    assertThat(next).isInstanceOf(Delivery.Delivered.class);
    assertThat(reload().state()).isEqualTo(EnrollmentState.ACTIVE);
    assertThat(result().progress()).isEqualByComparingTo("0");
    assertThat(result().success()).isEqualTo(Success.UNKNOWN);
    assertThat(result().score()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BROWSE", "REVIEW"})
  void work_goes_on_where_it_was_before_somebody_looked(Mode mode) {
    Launch first = engine.scorm.launch(enrollment, U1);
    call(first, "cmi.location", "p7", "cmi.exit", "suspend", "cmi.completion_status", "completed");
    engine.scorm.navigate(first.id(), Request.of(RequestType.SUSPEND_ALL));
    Launch look = engine.scorm.launch(enrollment, U1, mode, false);
    look(look, 1);
    engine.scorm.navigate(look.id(), Request.of(RequestType.EXIT_ALL));

    Launch again = engine.scorm.launch(enrollment, U1);
    List<ApiReply> replies = engine.scorm.call(
        again.id(),
        1,
        List.of(
            new ApiCall("Initialize", ""),
            new ApiCall("GetValue", "cmi.location"),
            new ApiCall("GetValue", "cmi.mode")));

    assertThat(replies).extracting(ApiReply::result).containsExactly("true", "p7", "normal");
    assertThat(again.attempt().id()).isEqualTo(first.attempt().id());
    assertThat(result().progress()).isEqualByComparingTo("0.5");
  }

  @Test
  void review_of_an_attempt_that_has_ended_shows_it_and_is_no_other_one() {
    Launch first = engine.scorm.launch(enrollment, U1);
    call(first, "cmi.score.scaled", "0.9", "cmi.success_status", "passed", "cmi.location", "p7");
    engine.scorm.navigate(first.id(), Request.of(RequestType.CONTINUE));
    engine.scorm.call(
        first.id(), 2, List.of(new ApiCall("Initialize", ""), new ApiCall("Terminate", "")));
    engine.scorm.navigate(first.id(), Request.of(RequestType.EXIT_ALL));
    Enrollment before = reload();
    assertThat(engine.lms.attempts().find(first.attempt().id()).orElseThrow().ended())
        .isTrue();

    Launch review = engine.scorm.launch(enrollment, U1, Mode.REVIEW, false);
    List<ApiReply> replies = engine.scorm.call(
        review.id(),
        1,
        List.of(
            new ApiCall("Initialize", ""),
            new ApiCall("GetValue", "cmi.mode"),
            new ApiCall("GetValue", "cmi.success_status"),
            new ApiCall("GetValue", "cmi.score.scaled"),
            new ApiCall("GetValue", "cmi.location"),
            new ApiCall("SetValue", "cmi.success_status", "failed"),
            new ApiCall("Terminate", "")));
    Delivery next = engine.scorm.navigate(review.id(), Request.of(RequestType.CONTINUE));
    engine.scorm.navigate(review.id(), Request.of(RequestType.EXIT_ALL));

    assertThat(replies)
        .extracting(ApiReply::result)
        .containsExactly("true", "review", "passed", "0.9", "p7", "true", "true");
    assertThat(next).isInstanceOf(Delivery.Delivered.class);
    assertThat(review.attempt().id()).isEqualTo(first.attempt().id());
    assertThat(reload()).isEqualTo(before);
    assertThat(result().attemptCount()).isEqualTo(1);
    Launch again = engine.scorm.launch(enrollment, U1, Mode.REVIEW, false);
    assertThat(again.attempt().id()).isEqualTo(first.attempt().id());
  }

  @Test
  void content_that_has_not_begun_is_told_the_terms_of_the_newest_launch() {
    engine.scorm.launch(enrollment, U1);
    Launch review = engine.scorm.launch(enrollment, U1, Mode.REVIEW, false);
    Mode reviewed =
        engine.scorm.view(review.id()).registration().running().launch().mode();
    Launch free = engine.scorm.launch(enrollment, U1, Mode.NORMAL, false);

    assertThat(reviewed).isEqualTo(Mode.REVIEW);
    var running = engine.scorm.view(free.id()).registration().running().launch();
    assertThat(running.mode()).isEqualTo(Mode.NORMAL);
    assertThat(running.forCredit()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"BROWSE", "REVIEW"})
  void what_activities_share_goes_from_one_to_the_next_and_to_nobody_else(Mode mode)
      throws IOException {
    CourseId sharing = new CourseId("sharing");
    engine
        .lms
        .catalog()
        .publish(Course.of("sharing", "First aid")
            .unit("u1", "First aid", imported(SHARING).content()));
    EnrollmentId enrolled = engine.lms.enrollments().enroll(ANN, sharing).id();
    Launch launch = engine.scorm.launch(enrolled, U1, mode, false);

    call(launch, "adl.data.0.store", "tourniquet", "cmi.success_status", "passed");
    engine.scorm.navigate(launch.id(), Request.of(RequestType.CONTINUE));
    List<ApiReply> replies = engine.scorm.call(
        launch.id(),
        2,
        List.of(
            new ApiCall("Initialize", ""),
            new ApiCall("GetValue", "adl.data.0.store"),
            new ApiCall("Terminate", "")));
    Delivery last = engine.scorm.navigate(launch.id(), Request.of(RequestType.CONTINUE));

    assertThat(last).isInstanceOf(Delivery.Delivered.class);
    assertThat(replies.get(1).result()).isEqualTo("tourniquet");
    Launch work = engine.scorm.launch(enrolled, U1);
    ScormRegistration counted = engine.scorm.view(work.id()).registration();
    assertThat(counted.globals()).isEmpty();
    assertThat(counted.sharedData()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"BROWSE", "REVIEW"})
  void work_and_a_look_at_the_same_time_leave_each_other_alone(Mode mode) {
    Launch work = engine.scorm.launch(enrollment, U1);
    said(work, 1, "begin", "Initialize", "Commit");
    Launch look = engine.scorm.launch(enrollment, U1, mode, false);
    List<ApiReply> looked = said(look, 1, "begin", "Initialize");

    List<ApiReply> worked = engine.scorm.call(
        work.id(),
        2,
        List.of(
            new ApiCall("SetValue", "cmi.completion_status", "completed"),
            new ApiCall("SetValue", "cmi.location", "p7"),
            new ApiCall("Commit", "")));

    assertThat(worked).allMatch(ApiReply::isOk);
    assertThat(result().progress()).isEqualByComparingTo("0.5");
    Launch again = engine.scorm.launch(enrollment, U1);
    said(again, 1, "begin", "Initialize");
    assertThat(engine.scorm.view(work.id()).isSuperseded()).isTrue();
    List<ApiReply> more = engine.scorm.call(
        look.id(),
        2,
        List.of(new ApiCall("GetValue", "cmi.mode"), new ApiCall("GetValue", "cmi.location")));
    assertThat(looked).allMatch(ApiReply::isOk);
    assertThat(more).extracting(ApiReply::result).containsExactly(mode.value(), "");
  }

  @Test
  void work_is_known_after_any_number_of_looks() {
    Launch work = engine.scorm.launch(enrollment, U1);
    said(work, 1, "begin", "Initialize");
    Launch oldest = engine.scorm.launch(enrollment, U1, Mode.BROWSE, false);
    for (int i = 0; i < 20; i++) {
      engine.scorm.launch(enrollment, U1, Mode.BROWSE, false);
    }

    assertThat(said(work, 2, "Commit")).allMatch(ApiReply::isOk);
    assertThatThrownBy(() -> engine.scorm.view(oldest.id())).isInstanceOf(NotFoundException.class);
  }

  @Test
  void a_look_goes_on_with_the_last_one_until_there_was_work_in_between() {
    Launch work = engine.scorm.launch(enrollment, U1);
    said(work, 1, "begin", "Initialize");
    Launch first = engine.scorm.launch(enrollment, U1, Mode.REVIEW, false);
    call(first, "cmi.location", "looked", "cmi.exit", "suspend");
    Launch second = engine.scorm.launch(enrollment, U1, Mode.REVIEW, false);
    String before = location(second);
    assertThat(engine.scorm.view(first.id()).isSuperseded()).isTrue();

    engine.scorm.call(
        work.id(),
        2,
        List.of(
            new ApiCall("SetValue", "cmi.location", "p7"),
            new ApiCall("SetValue", "cmi.exit", "suspend"),
            new ApiCall("Commit", "")));
    Launch third = engine.scorm.launch(enrollment, U1, Mode.REVIEW, false);

    assertThat(before).isEqualTo("looked");
    assertThat(location(third)).isEqualTo("p7");
  }

  private String location(Launch launch) {
    said(launch, 1, "begin", "Initialize");
    return engine
        .scorm
        .call(launch.id(), 2, List.of(new ApiCall("GetValue", "cmi.location")))
        .get(0)
        .result();
  }

  private List<ApiReply> said(Launch launch, long sequence, String... names) {
    List<ApiCall> calls = Arrays.stream(names)
        .map(name -> name.equals("begin") ? new ApiCall(name) : new ApiCall(name, ""))
        .toList();
    return engine.scorm.call(launch.id(), sequence, calls);
  }

  private List<ApiReply> look(Launch launch, long sequence) {
    return engine.scorm.call(
        launch.id(),
        sequence,
        List.of(
            new ApiCall("Initialize", ""),
            new ApiCall("GetValue", "cmi.mode"),
            new ApiCall("SetValue", "cmi.score.scaled", "0.2"),
            new ApiCall("SetValue", "cmi.success_status", "failed"),
            new ApiCall("SetValue", "cmi.location", "elsewhere"),
            new ApiCall("Terminate", "")));
  }

  private void call(Launch launch, String... setValues) {
    List<ApiCall> calls = new ArrayList<>(List.of(new ApiCall("Initialize", "")));
    for (int i = 0; i < setValues.length; i += 2) {
      calls.add(new ApiCall("SetValue", setValues[i], setValues[i + 1]));
    }
    calls.add(new ApiCall("Terminate", ""));
    engine.scorm.call(launch.id(), 1, calls);
  }

  private Enrollment reload() {
    return engine.lms.enrollments().find(enrollment).orElseThrow();
  }

  private UnitResult result() {
    return reload().unit(U1);
  }
}
