package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.ScormEngine.ANN;
import static org.lmskit.scorm.ScormEngine.FIRE_SAFETY;
import static org.lmskit.scorm.ScormEngine.NOW;
import static org.lmskit.scorm.ScormEngine.U1;
import static org.lmskit.scorm.ScormEngine.course;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.learning.Enrollment;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.SequencingException;

/** The prerequisites of SCORM 1.2 count when a course is played. */
class PrerequisitesPlayedTest {
  /** Z is what opens or not; G is an asset, S and T are sections. */
  private static final String ITEMS = item("A", "")
      + item("B", "")
      + item("C", "")
      + item("D", "")
      + item("E", "")
      + item("F", "")
      + "<item identifier='G' identifierref='ASSET'><title>The G</title></item>"
      + "<item identifier='S'><title>The S</title>" + item("X", "") + "</item>"
      + "<item identifier='T'><title>The T</title>" + item("Y", "") + "</item>";

  @TempDir
  private Path folder;

  private static String item(String id, String script) {
    return "<item identifier='%s' identifierref='SCO'><title>The %s</title>%s</item>"
        .formatted(id, id, needs(script));
  }

  private static String needs(String script) {
    String text = script.replace("&", "&amp;").replace("<", "&lt;");
    return script.isEmpty()
        ? ""
        : "<adlcp:prerequisites type='aicc_script'>" + text + "</adlcp:prerequisites>";
  }

  private static String manifest(String items) {
    return """
        <manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
            xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
          <metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
          <organizations default="O"><organization identifier="O"><title>Course</title>%s
          </organization></organizations>
          <resources>
            <resource identifier="SCO" type="webcontent" adlcp:scormtype="sco" href="a.html"/>
            <resource identifier="ASSET" type="webcontent" adlcp:scormtype="asset" href="a.html"/>
          </resources>
        </manifest>
        """.formatted(items);
  }

  private static ScormRegistration registration(String items, Findings findings) {
    var bytes = manifest(items).getBytes(StandardCharsets.UTF_8);
    var reader = ManifestReader.parse(bytes, "imsmanifest.xml", findings);
    var played = ScormCourse.of(reader.resolve(FileNames.any(), false));
    return ScormRegistration.open(played, ScormLearner.of("ann", "Ann"), 1);
  }

  private static ScormRegistration registration(String items) {
    return registration(items, new Findings());
  }

  private static NavigationReply choose(ScormRegistration at, String id) {
    return ScormPlayback.navigate(at, Request.choice(id), List.of(), NOW);
  }

  /** The learner works on an item, whose content says this status; stays there. */
  private static ScormRegistration done(ScormRegistration at, String id, String status) {
    var chosen = choose(at, id);
    assertThat(chosen.delivered()).isEqualTo(id);
    var calls = List.of(
        new ApiCall("LMSInitialize", ""),
        new ApiCall("LMSSetValue", "cmi.core.lesson_status", status),
        new ApiCall("LMSFinish", ""));
    return ScormPlayback.call(chosen.registration(), calls, NOW).registration();
  }

  private static ScormRegistration worked(String script) {
    var at = registration(ITEMS + item("Z", script));
    at = done(at, "A", "passed");
    at = done(at, "B", "completed");
    at = done(at, "C", "failed");
    at = done(at, "D", "incomplete");
    at = done(at, "E", "browsed");
    at = choose(at, "G").registration();
    return done(at, "X", "completed");
  }

  private static String why(ScormRegistration at, String id) {
    return Sequencer.why(at.tracking(), Request.choice(id), NOW).orElse("");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
      A; true
      B; true
      C; false
      D; false
      E; false
      F; false
      G; true
      S; true
      T; false
      A&B; true
      A&C; false
      C|B; true
      C|F; false
      ~C; true
      ~A; false
      ~(A&C); true
      A=passed; true
      A=P; true
      A=c; false
      B=c; true
      B="completed"; true
      C=F; true
      D=i; true
      E=b; true
      E=i; false
      F=n; true
      F="not attempted"; true
      D=n; false
      G=c; true
      S=c; true
      A<>passed; false
      B<>passed; true
      2*{A,B,C}; true
      2*{A,C,D}; false
      3*{A,B,G,F}; true
      {A,B}; true
      (C|B)&(~F); true
      NONE; false
      ~NONE; false
      NONE<>passed; false
      NONE|A; true
      ~(NONE|C); false
      1*{NONE,A}; true
      ~2*{NONE,A}; false
      O; false
      """)
  void what_is_said_of_an_item_is_what_choosing_it_does(String script, boolean opens) {
    var at = worked(script);

    assertThat(at.validRequests(NOW).choice().contains("Z")).isEqualTo(opens);
    var chosen = choose(at, "Z");
    assertThat(chosen.delivered()).isEqualTo(opens ? "Z" : null);
    assertThat(chosen.exception()).isEqualTo(opens ? null : SequencingException.DB_1_1_3);
    assertThat(at.tableOfContents(NOW)).contains("Z");
    assertThat(why(at, "Z").isEmpty()).isEqualTo(opens);
    var stored = RegistrationJson.read(at.course(), at.learner(), RegistrationJson.write(at));
    assertThat(stored.validRequests(NOW)).isEqualTo(at.validRequests(NOW));
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
      A; Opens after "The A" is completed
      A=passed&(B|C=f); Opens after "The A" is passed and ("The B" is completed or "The C" is failed)
      2*{A,B,S}; Opens after at least 2 of ("The A" is completed, "The B" is completed, "The S" is completed)
      {A,B}; Opens after "The A" is completed and "The B" is completed
      A&~B; Opens while "The A" is completed and "The B" is not completed
      A<>n; Opens while "The A" is attempted
      A=i; Opens while "The A" is incomplete
      ~(A|B)&A; Opens while not ("The A" is completed or "The B" is completed) and "The A" is completed
      NONE; Opens after "NONE" (which does not exist) is completed
      """)
  void a_closed_item_says_in_plain_words_when_it_opens(String script, String reason) {
    var at = registration(ITEMS + item("Z", script));

    assertThat(why(at, "Z")).isEqualTo(reason);
  }

  @Test
  void moving_step_by_step_does_not_deliver_a_closed_item() {
    var at = registration(item("A", "") + item("B", "A") + item("C", "B=passed"));
    var first = ScormPlayback.navigate(at, Request.of(RequestType.START), List.of(), NOW)
        .registration();

    assertThat(first.validRequests(NOW).isValid(RequestType.CONTINUE)).isFalse();
    assertThat(Sequencer.why(first.tracking(), Request.of(RequestType.CONTINUE), NOW))
        .contains("Opens after \"The A\" is completed");
    var next = ScormPlayback.navigate(first, Request.of(RequestType.CONTINUE), List.of(), NOW);
    assertThat(next.delivered()).isNull();
    assertThat(next.exception()).isEqualTo(SequencingException.SB_2_2_2);

    var finished = done(at, "A", "completed");
    assertThat(finished.validRequests(NOW).isValid(RequestType.CONTINUE)).isTrue();
    assertThat(finished.validRequests(NOW).choice()).containsExactly("O", "A", "B");
    assertThat(ScormPlayback.navigate(finished, Request.of(RequestType.CONTINUE), List.of(), NOW)
            .delivered())
        .isEqualTo("B");
  }

  @Test
  void what_running_content_has_said_counts_and_is_kept_while_it_is_looked_at_again() {
    var at = choose(registration(item("A", "") + item("B", "A")), "A").registration();
    at = ScormPlayback.call(at, List.of(new ApiCall("LMSInitialize", "")), NOW).registration();
    assertThat(at.validRequests(NOW).choice()).doesNotContain("B");
    var passed = new ApiCall("LMSSetValue", "cmi.core.lesson_status", "passed");
    at = ScormPlayback.call(at, List.of(passed), NOW).registration();
    assertThat(at.validRequests(NOW).choice()).contains("B");

    var again = choose(choose(at, "B").registration(), "A").registration();

    assertThat(again.validRequests(NOW).choice()).contains("B");
    assertThat(choose(again, "B").delivered()).isEqualTo("B");
  }

  @Test
  void a_closed_section_closes_what_is_in_it() {
    var section =
        "<item identifier='S'><title>The S</title>%s%s</item>".formatted(item("X", ""), needs("A"));
    var at = choose(registration(item("A", "") + section), "A").registration();

    assertThat(at.validRequests(NOW).choice()).doesNotContain("S", "X");
    assertThat(choose(at, "X").exception()).isEqualTo(SequencingException.DB_1_1_3);
    assertThat(why(at, "X")).isEqualTo("Opens after \"The A\" is completed");
    assertThat(done(at, "A", "passed").validRequests(NOW).choice()).contains("S", "X");
  }

  @Test
  void a_page_hands_what_it_needs_to_the_pages_below_it() {
    var page = "<item identifier='P' identifierref='SCO'><title>The P</title>%s%s</item>"
        .formatted(item("Q", "P"), needs("A"));
    var at = registration(item("A", "") + page);

    assertThat(why(at, "Q"))
        .isEqualTo("Opens after \"The A\" is completed and \"The P\" is completed");
    var finished = done(at, "A", "completed");
    assertThat(finished.validRequests(NOW).choice()).contains("P").doesNotContain("Q");
    assertThat(done(finished, "P", "completed").validRequests(NOW).choice()).contains("Q");
  }

  @Test
  void what_cannot_be_read_leaves_the_item_open_and_an_unknown_name_is_a_finding() {
    var findings = new Findings();
    var at = registration(item("A", "B&") + item("B", "NONE"), findings);

    assertThat(findings.has(ScormFinding.PREREQUISITES_UNREADABLE)).isTrue();
    assertThat(findings.has(ScormFinding.PREREQUISITE_UNKNOWN)).isTrue();
    assertThat(at.validRequests(NOW).choice()).contains("A").doesNotContain("B");
  }

  @Test
  void an_engine_that_is_opened_again_goes_on_where_the_learner_stood() throws IOException {
    var engine = new ScormEngine();
    var imported =
        engine.scorm.importPackage(zip(item("A", "") + item("B", "A=p"))).packageOrThrow();
    engine.lms.catalog().publish(course(imported));
    Enrollment enrollment = engine.lms.enrollments().enroll(ANN, FIRE_SAFETY);
    Launch launch = engine.scorm.launch(enrollment.id(), U1);
    var documents = new PlayerDocument(engine.scorm, "/");

    assertThat(documents.launch(launch.id(), "/c/"))
        .contains("\"reason\":\"Opens after \\\"The A\\\" is passed\"");
    assertThat(engine.scorm.navigate(launch.id(), Request.choice("B")))
        .isEqualTo(new Delivery.Refused(SequencingException.DB_1_1_3));
    engine.scorm.navigate(launch.id(), Request.choice("A"));
    engine.call(launch, 1, "cmi.core.lesson_status", "passed", "cmi.core.exit", "suspend");
    engine.scorm.navigate(launch.id(), Request.of(RequestType.SUSPEND_ALL));

    var reopened = new ScormEngine(engine.store, engine.content);
    Launch later = reopened.scorm.launch(enrollment.id(), U1);
    assertThat(reopened.scorm.view(later.id()).registration().validRequests(NOW).choice())
        .contains("B");
    assertThat(reopened.scorm.navigate(later.id(), Request.choice("B")))
        .isEqualTo(new Delivery.Delivered("B", "a.html"));
  }

  private Path zip(String items) throws IOException {
    Path zip = folder.resolve("package.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var file : List.of("imsmanifest.xml", "a.html")) {
        out.putNextEntry(new ZipEntry(file));
        var text = file.equals("a.html") ? "<!doctype html><title>A</title>" : manifest(items);
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return zip;
  }
}
