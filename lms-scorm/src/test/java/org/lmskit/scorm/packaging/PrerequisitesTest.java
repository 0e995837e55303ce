package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource12;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.model.Problem;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/** The prerequisites of SCORM 1.2. */
class PrerequisitesTest {
  private static final Map<String, String> STATUS = Map.of(
      "S1",
      "completed",
      "S2",
      "passed",
      "S3",
      "failed",
      "S4",
      "incomplete",
      "S5",
      "not attempted",
      "S6",
      "browsed");

  private static Prerequisites parse(String script, Findings findings) {
    String xml = script.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    String manifest = scorm12(
        item("<adlcp:prerequisites type=\"aicc_script\">" + xml + "</adlcp:prerequisites>"),
        resource12("index.html"));
    return ManifestReader.parse(
            manifest.getBytes(StandardCharsets.UTF_8), "imsmanifest.xml", findings)
        .resolve(FileNames.any(), false)
        .organization()
        .items()
        .get(0)
        .settings()
        .prerequisites();
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
      S1; true
      S3; false
      S1&S2; true
      S1&S3; false
      S3|S2; true
      S3|S1&S2; true
      (S3|S1)&S4; false
      ~S3; true
      ~(S1&S3); true
      S3="failed"; true
      S3=F; true
      S4 = incomplete; true
      S5="not attempted"; true
      S5=N; true
      S6=browsed; true
      S3<>passed; true
      S2<>"passed"; false
      2*{S1,S2,S3}; true
      3*{S1,S2,S3}; false
      2*{S1,S3|S2,S4=I}; true
      {S1,S2}; true
      "S1"&'S2'; true
      """)
  void scripts_hold_or_not(String script, boolean expected) {
    Findings findings = new Findings();

    Prerequisites parsed = parse(script, findings);

    assertThat(parsed).as("%s", findings.problems()).isNotNull();
    assertThat(parsed.hold(STATUS::get)).isEqualTo(expected);
    assertThat(parsed.fail(STATUS::get)).isEqualTo(!expected);
    assertThat(parse(parsed.script(), new Findings())).isEqualTo(parsed);
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', textBlock = """
      S1&
      (S1
      S1=dancing
      x*{S1}
      2*{S1
      S1 S2)
      |S1
      S1<passed
      """)
  void scripts_that_cannot_be_read_leave_the_item_open(String script) {
    Findings findings = new Findings();

    assertThat(parse(script, findings)).isNull();
    assertThat(findings.has(ScormFinding.PREREQUISITES_UNREADABLE)).isTrue();
    assertThat(findings.accepted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"S9", "~S9", "S9=passed", "S9<>passed", "~(S9&S1)", "~(S9|S3)", "2*{S1,S9}"})
  void what_names_an_unknown_item_neither_holds_nor_fails(String script) {
    Prerequisites parsed = parse(script, new Findings());

    assertThat(parsed.hold(STATUS::get)).isFalse();
    assertThat(parsed.fail(STATUS::get)).isFalse();
  }

  @Test
  void endless_nesting_is_a_finding() {
    Findings findings = new Findings();

    assertThat(parse("(".repeat(5_000) + "S1", findings)).isNull();
    assertThat(parse("~".repeat(5_000) + "S1", findings)).isNull();
    assertThat(findings.problems()).hasSize(2);
  }

  /** The findings about items of these prerequisites, each on a line of its own from line 9 on. */
  private static List<Problem> found(String... items) {
    StringBuilder xml = new StringBuilder();
    for (String item : items) {
      xml.append(item).append('\n');
    }
    Findings findings = new Findings();
    byte[] manifest =
        scorm12(xml.toString(), resource12("index.html")).getBytes(StandardCharsets.UTF_8);
    ManifestReader.parse(manifest, "imsmanifest.xml", findings).resolve(FileNames.any(), false);
    return findings.problems();
  }

  private static String needs(String id, String script, String... inside) {
    return ("<item identifier=\"%s\" identifierref=\"R1\"><title>%s</title>"
            + "<adlcp:prerequisites type=\"aicc_script\">%s</adlcp:prerequisites>%s</item>")
        .formatted(id, id, script.replace("&", "&amp;"), String.join("", inside));
  }

  private static String free(String id) {
    return "<item identifier=\"%s\" identifierref=\"R1\"><title>%s</title></item>"
        .formatted(id, id);
  }

  @Test
  void items_that_wait_for_each_other_are_found_once_and_named_at_the_first_ones_line() {
    List<Problem> found =
        found(free("A"), needs("B", "A&D"), needs("C", "B"), needs("D", "C"), needs("E", "D"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).code()).isEqualTo(ScormFinding.PREREQUISITES_CIRCLE.code());
    assertThat(found.get(0).location()).isEqualTo("imsmanifest.xml:10");
    assertThat(found.get(0).message()).contains("Item B ", "(B, D, C, B)");
  }

  @Test
  void an_item_that_waits_for_itself_or_for_the_section_it_is_in_is_found() {
    assertThat(found(needs("A", "A")))
        .extracting(Problem::code)
        .containsExactly(ScormFinding.PREREQUISITES_CIRCLE.code());
    assertThat(found(
            "<item identifier=\"S\"><title>S</title>" + free("A") + needs("B", "S") + "</item>"))
        .extracting(Problem::code)
        .containsExactly(ScormFinding.PREREQUISITES_CIRCLE.code());
    assertThat(found(needs("S", "A", free("A"))))
        .extracting(Problem::code)
        .containsExactly(ScormFinding.PREREQUISITES_CIRCLE.code());
  }

  @Test
  void two_circles_are_two_findings() {
    List<Problem> found =
        found(needs("A", "B"), needs("B", "A"), needs("C", "D"), needs("D", "C&A"));

    assertThat(found)
        .extracting(Problem::code)
        .containsOnly(ScormFinding.PREREQUISITES_CIRCLE.code())
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"B", "~B", "B|C", "1*{B,C}", "B=\"not attempted\"", "~(B&C)", "~(B|C)"})
  void what_can_still_open_is_no_circle(String script) {
    boolean shut = script.equals("B");

    List<Problem> found = found(needs("A", script), needs("B", "A"), free("C"));

    assertThat(found).hasSize(shut ? 1 : 0);
  }

  @Test
  void what_waits_for_an_unknown_item_is_no_circle() {
    List<Problem> found = found(needs("A", "GONE"), needs("B", "A"));

    assertThat(found)
        .extracting(Problem::code)
        .containsExactly(ScormFinding.PREREQUISITE_UNKNOWN.code());
  }
}
