package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource12;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
}
