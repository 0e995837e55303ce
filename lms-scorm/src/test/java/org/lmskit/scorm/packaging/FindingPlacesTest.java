package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource12;
import static org.lmskit.scorm.packaging.TestManifest.resource2004;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.scorm2004;
import static org.lmskit.scorm.packaging.TestManifest.zip;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lmskit.model.Problem;
import org.lmskit.scorm.finding.ScormFinding;

/** One fault is one finding, at the line where a person corrects it. */
class FindingPlacesTest {
  @TempDir
  Path folder;

  /** The item begins in line 9 of a manifest of 1.2, in line 12 of one of 2004. */
  private List<Problem> problems(String manifest) {
    return zip(manifest).inspect(folder).problems();
  }

  private static void isOne(List<Problem> problems, ScormFinding finding, int line) {
    assertThat(problems).extracting(Problem::code).containsExactly(finding.code());
    assertThat(problems.get(0).location()).isEqualTo("imsmanifest.xml:" + line);
  }

  @ParameterizedTest
  @CsvSource(textBlock = """
      masteryscore, eighty, NUMBER_UNREADABLE
      masteryscore, '80,5', NUMBER_COMMA
      masteryscore, 101, NUMBER_RANGE
      maxtimeallowed, soon, DURATION_UNREADABLE
      timelimitaction, stop, VALUE_UNKNOWN
      """)
  void values_of_scorm_12_are_blamed_at_their_own_line(
      String element, String value, ScormFinding finding) {
    String inner = "\n\n<adlcp:%s>%s</adlcp:%s>".formatted(element, value, element);

    isOne(problems(scorm12(item(inner), resource12("index.html"))), finding, 11);
  }

  @Test
  void values_of_scorm_2004_are_blamed_at_their_own_line() {
    String hidden = """

        <adlnav:presentation><adlnav:navigationInterface>
        <adlnav:hideLMSUI>previous</adlnav:hideLMSUI>
        <adlnav:hideLMSUI>everything</adlnav:hideLMSUI>
        </adlnav:navigationInterface></adlnav:presentation>""";
    String measure = """

        <imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true">
        <imsss:minNormalizedMeasure>7</imsss:minNormalizedMeasure>
        </imsss:primaryObjective></imsss:objectives></imsss:sequencing>""";

    isOne(
        problems(scorm2004(item(hidden), resource2004("index.html"))),
        ScormFinding.VALUE_UNKNOWN,
        15);
    isOne(
        problems(scorm2004(item(measure), resource2004("index.html"))),
        ScormFinding.NUMBER_RANGE,
        14);
  }

  @Test
  void an_empty_title_an_odd_version_and_lost_metadata_are_blamed_at_their_own_line() {
    String manifest = scorm12();
    String untitled = manifest.replace("<title>Course</title>", "\n<title/>");
    String odd = manifest.replace("<schemaversion>1.2", "\n<schemaversion>1.2.7");
    String lost = manifest.replace(
        "</schemaversion>", "</schemaversion>\n<adlcp:location>gone.xml</adlcp:location>");

    isOne(problems(untitled), ScormFinding.TITLE_MISSING, 9);
    isOne(problems(odd), ScormFinding.SCHEMA_VERSION_ODD, 6);
    isOne(problems(lost), ScormFinding.METADATA_FILE_MISSING, 6);
  }

  @Test
  void a_fault_of_a_definition_that_many_items_share_is_one_finding() {
    String items = "";
    for (int i = 0; i < 5; i++) {
      items += ("<item identifier=\"I%d\" identifierref=\"R1\"><title>Lesson</title>"
              + "<imsss:sequencing IDRef=\"SHARED\"/></item>")
          .formatted(i);
    }
    String manifest = scorm2004(items, resource2004("index.html")).replace("</manifest>", """
            <imsss:sequencingCollection><imsss:sequencing ID="SHARED">
              <imsss:limitConditions attemptLimit="many"/>
            </imsss:sequencing></imsss:sequencingCollection></manifest>""");

    assertThat(problems(manifest))
        .extracting(Problem::code)
        .containsExactly(ScormFinding.NUMBER_UNREADABLE.code());
  }
}
