package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.ArchivePitfallsTest.refused;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource12;
import static org.lmskit.scorm.packaging.TestManifest.resource2004;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.scorm2004;
import static org.lmskit.scorm.packaging.TestManifest.zip;
import static org.lmskit.scorm.packaging.TestZip.codes;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Organization;
import org.lmskit.scorm.manifest.ScormType;

/** What manifests say wrongly, and what is made of it. */
class ManifestPitfallsTest {
  @TempDir
  Path folder;

  private PackageInspection accepted(String manifest, ScormFinding... findings) {
    PackageInspection found = zip(manifest).inspect(folder);
    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found))
        .containsExactly(Arrays.stream(findings).map(ScormFinding::code).toArray(String[]::new));
    return found;
  }

  private static Item first(PackageInspection found) {
    return found.manifest().organization().items().get(0);
  }

  @Test
  void an_unknown_default_organization_gives_way_to_the_first() {
    PackageInspection found = accepted(
        scorm12().replace("default=\"ORG1\"", "default=\"NO\""),
        ScormFinding.DEFAULT_ORGANIZATION_UNKNOWN);

    assertThat(found.manifest().defaultOrganization()).isEqualTo("ORG1");
  }

  @Test
  void the_default_organization_is_the_one_that_is_launched() {
    String two = scorm12()
        .replace("default=\"ORG1\"", "default=\"ORG2\"")
        .replace(
            "</organizations>",
            "<organization identifier=\"ORG2\"><title>Second</title>"
                + "<item identifier=\"I2\" identifierref=\"R1\" parameters=\"second\"><title>x</title></item>"
                + "</organization></organizations>");

    PackageInspection found = accepted(two);

    assertThat(found.organizations()).isEqualTo(2);
    assertThat(found.items()).isEqualTo(2);
    assertThat(found.launch()).isEqualTo("index.html?second");
  }

  @Test
  void without_organization_every_sco_becomes_an_item() {
    String manifest = scorm12(
            "",
            resource12("index.html")
                + resource12("index.html?2").replace("R1", "R2")
                + "<resource identifier=\"R3\" type=\"webcontent\" adlcp:scormtype=\"asset\" href=\"index.html\"/>")
        .replaceFirst("(?s)<organizations.*</organizations>", "<organizations/>");

    PackageInspection found = accepted(manifest, ScormFinding.ORGANIZATION_CREATED);

    Organization made = found.manifest().organization();
    assertThat(made.items()).extracting(Item::resource).containsExactly("R1", "R2");
    assertThat(found.launch()).isEqualTo("index.html");
  }

  @Test
  void an_organization_without_items_is_replaced_too() {
    accepted(scorm12("", resource12("index.html")), ScormFinding.ORGANIZATION_CREATED);
  }

  @Test
  void empty_and_missing_titles_are_replaced_by_the_identifier() {
    PackageInspection empty =
        accepted(scorm12().replace("Lesson", "  "), ScormFinding.TITLE_MISSING);
    PackageInspection missing =
        accepted(scorm12().replace("<title>Course</title>", ""), ScormFinding.TITLE_MISSING);

    assertThat(first(empty).title()).isEqualTo("I1");
    assertThat(missing.manifest().organization().title()).isEqualTo("ORG1");
  }

  @Test
  void an_item_with_a_dangling_reference_stays_but_cannot_be_launched() {
    PackageInspection found = accepted(
        scorm12(
            item("").replace("I1", "I0").replace("R1", "NO") + item(""), resource12("index.html")),
        ScormFinding.REFERENCE_DANGLING);

    assertThat(first(found).launch()).isNull();
    assertThat(first(found).resource()).isNull();
    assertThat(found.items()).isEqualTo(2);
    assertThat(found.launch()).isEqualTo("index.html");
    assertThat(found.problems().get(0).location()).isEqualTo("imsmanifest.xml:9");
  }

  @Test
  void white_space_in_identifiers_is_normalised_on_both_sides() {
    PackageInspection found = accepted(
        scorm12()
            .replace("identifier=\"R1\"", "identifier=\" R1\n\"")
            .replace("identifierref=\"R1\"", "identifierref=\"  R1 \""),
        ScormFinding.IDENTIFIER_SPACE);

    assertThat(found.launch()).isEqualTo("index.html");
    assertThat(first(found).resource()).isEqualTo("R1");
  }

  @Test
  void duplicate_and_missing_identifiers_are_made_unique() {
    PackageInspection found = accepted(
        scorm12(
            item("") + item("") + item("").replace(" identifier=\"I1\"", ""),
            resource12("index.html")),
        ScormFinding.IDENTIFIER_DUPLICATE,
        ScormFinding.IDENTIFIER_MISSING);

    assertThat(found.manifest().organization().items())
        .extracting(Item::identifier)
        .containsExactly("I1", "I1-2", "item");
  }

  @Test
  @Timeout(20)
  void one_identifier_for_everything_takes_no_longer_than_many() {
    PackageInspection found =
        zip(scorm12(item("").repeat(50_000), resource12("index.html"))).inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(found.manifest().organization().items().get(49_999).identifier())
        .isEqualTo("I1-50000");
  }

  @Test
  void scormtype_in_the_other_case_is_read_in_both_versions() {
    PackageInspection recent = accepted(
        scorm2004().replace("adlcp:scormType", "adlcp:scormtype"), ScormFinding.SCORM_TYPE_CASE);
    PackageInspection old = accepted(
        scorm12().replace("adlcp:scormtype", "adlcp:scormType"), ScormFinding.SCORM_TYPE_CASE);
    PackageInspection value =
        accepted(scorm12().replace("\"sco\"", "\"SCO\""), ScormFinding.SCORM_TYPE_ODD);

    assertThat(recent.manifest().resources().get(0).scormType()).isEqualTo(ScormType.SCO);
    assertThat(old.manifest().resources().get(0).scormType()).isEqualTo(ScormType.SCO);
    assertThat(value.manifest().resources().get(0).scormType()).isEqualTo(ScormType.SCO);
  }

  @Test
  void a_package_that_types_nothing_gets_scos() {
    PackageInspection found =
        accepted(scorm12().replace("adlcp:scormtype=\"sco\"", ""), ScormFinding.SCORM_TYPE_MISSING);

    assertThat(found.manifest().resources().get(0).scormType()).isEqualTo(ScormType.SCO);
  }

  @Test
  void missing_metadata_files_are_warnings_and_present_ones_are_read() {
    String located = scorm12()
        .replace("</metadata>", "<adlcp:location>meta/course.xml</adlcp:location></metadata>");

    accepted(located, ScormFinding.METADATA_FILE_MISSING);
    PackageInspection found = zip(located)
        .file(
            "meta/course.xml",
            "<lom xmlns=\"http://ltsc.ieee.org/xsd/LOM\"><general><title>"
                + "<string language=\"de\">Kurs</string></title></general></lom>")
        .inspect(folder);
    PackageInspection broken = zip(located).file("meta/course.xml", "<lom>").inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.manifest().metadata().lom().titles().get(0).text()).isEqualTo("Kurs");
    assertThat(found.manifest().metadata().lom().titles().get(0).language()).isEqualTo("de");
    assertThat(broken.accepted()).isTrue();
    assertThat(codes(broken)).containsExactly(ScormFinding.METADATA_UNREADABLE.code());
  }

  @Test
  void metadata_in_line_is_read_in_both_forms() {
    PackageInspection old = accepted(scorm12().replace("</metadata>", """
        <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general>
          <title><langstring xml:lang="en">Safety</langstring></title>
          <catalogentry><catalog>c</catalog><entry><langstring>E1</langstring></entry></catalogentry>
          <language>en</language>
          <keyword><langstring>fire</langstring></keyword></general>
          <educational><typicallearningtime><datetime>PT1H</datetime></typicallearningtime></educational>
        </lom></metadata>"""));

    var lom = old.manifest().metadata().lom();
    assertThat(lom.titles().get(0).text()).isEqualTo("Safety");
    assertThat(lom.identifiers()).containsExactly("E1");
    assertThat(lom.languages()).containsExactly("en");
    assertThat(lom.keywords().get(0).text()).isEqualTo("fire");
    assertThat(lom.findTypicalLearningTime()).contains("PT1H");
  }

  @Test
  void decimal_commas_and_numbers_out_of_range_are_repaired() {
    PackageInspection comma = accepted(
        scorm12(item("<adlcp:masteryscore>79,5</adlcp:masteryscore>"), resource12("index.html")),
        ScormFinding.NUMBER_COMMA);
    PackageInspection range = accepted(
        scorm12(item("<adlcp:masteryscore>150</adlcp:masteryscore>"), resource12("index.html")),
        ScormFinding.NUMBER_RANGE);
    PackageInspection word = accepted(
        scorm12(item("<adlcp:masteryscore>most</adlcp:masteryscore>"), resource12("index.html")),
        ScormFinding.NUMBER_UNREADABLE);

    assertThat(first(comma).settings().masteryScore()).isEqualByComparingTo(new BigDecimal("79.5"));
    assertThat(first(range).settings().masteryScore()).isEqualByComparingTo(new BigDecimal("100"));
    assertThat(first(word).settings().masteryScore()).isNull();
  }

  @Test
  void a_dangling_dependency_is_left_out() {
    accepted(
        scorm12(
            item(""),
            resource12("index.html")
                .replace("/>", "><dependency identifierref=\"NO\"/></resource>")),
        ScormFinding.DEPENDENCY_DANGLING);
  }

  @Test
  void a_cluster_launches_nothing_in_2004_and_may_in_1_2() {
    String child = "<item identifier=\"C\" identifierref=\"R1\"><title>Child</title></item>";

    PackageInspection recent = accepted(
        scorm2004(item(child), resource2004("index.html")), ScormFinding.CLUSTER_REFERENCE);
    PackageInspection old = accepted(scorm12(item(child), resource12("index.html")));

    assertThat(first(recent).launch()).isNull();
    assertThat(first(old).launch()).isNotNull();
  }

  @Test
  void a_resource_without_href_cannot_be_launched() {
    PackageInspection found = zip(scorm12().replace(" href=\"index.html\"", "")).inspect(folder);

    refused(found, ScormFinding.NOTHING_TO_LAUNCH);
    assertThat(codes(found)).contains(ScormFinding.RESOURCE_WITHOUT_HREF.code());
  }

  @Test
  void a_package_without_anything_to_launch_is_refused() {
    refused(zip(scorm12("", "")).inspect(folder), ScormFinding.NOTHING_TO_LAUNCH);
  }

  @Test
  void a_sub_manifest_is_put_where_an_item_refers_to_it() {
    String sub = "<manifest identifier=\"SUB\" xml:base=\"sub/\"><organizations default=\"SO\">"
        + "<organization identifier=\"SO\"><title>Sub</title>"
        + "<item identifier=\"S1\" identifierref=\"R1\"><title>Inner</title></item></organization></organizations>"
        + "<resources><resource identifier=\"R1\" type=\"webcontent\" adlcp:scormtype=\"sco\" href=\"a.html\"/>"
        + "</resources></manifest></manifest>";
    String manifest = scorm12(
            item("") + item("").replace("I1", "I2").replace("R1", "SUB"), resource12("index.html"))
        .replace("</manifest>", sub);

    PackageInspection found =
        zip(manifest).file("sub/a.html", TestManifest.PAGE).inspect(folder);

    assertThat(found.accepted()).as("%s", found.problems()).isTrue();
    assertThat(codes(found)).contains(ScormFinding.SUBMANIFEST_IMPORTED.code());
    Item grafted = found.manifest().organization().items().get(1);
    assertThat(grafted.items()).extracting(Item::title).containsExactly("Inner");
    assertThat(grafted.items().get(0).launch().path()).isEqualTo("sub/a.html");
  }

  @Test
  void a_sub_manifest_that_no_item_refers_to_is_named() {
    String sub =
        "<manifest identifier=\"SUB\"><organizations><organization identifier=\"SO\"><title>Sub</title>"
            + "<item identifier=\"S1\" identifierref=\"R1\"><title>Inner</title></item></organization></organizations>"
            + "<resources/></manifest></manifest>";

    PackageInspection found =
        accepted(scorm12().replace("</manifest>", sub), ScormFinding.SUBMANIFEST_UNUSED);

    assertThat(found.items()).isEqualTo(1);
    assertThat(found.problems().get(0).message()).contains("SUB");
  }

  @Test
  void a_sub_manifest_that_contains_itself_is_refused() {
    String sub =
        "<manifest identifier=\"SUB\"><organizations><organization identifier=\"SO\"><title>Sub</title>"
            + "<item identifier=\"S1\" identifierref=\"SUB\"><title>Inner</title></item></organization></organizations>"
            + "<resources/></manifest></manifest>";
    String manifest = scorm12(item("").replace("R1", "SUB"), resource12("index.html"))
        .replace("</manifest>", sub);

    PackageInspection found = zip(manifest).inspect(folder);

    refused(found, ScormFinding.SUBMANIFEST_CYCLE);
    assertThat(found.standard()).isEqualTo(PackageStandard.SCORM);
  }

  @Test
  void every_extension_of_scorm_1_2_is_read() {
    PackageInspection found = accepted(scorm12(
        item(
                "<adlcp:prerequisites type=\"aicc_script\">I2&amp;I3</adlcp:prerequisites>"
                    + "<adlcp:maxtimeallowed>0002:30:00</adlcp:maxtimeallowed>"
                    + "<adlcp:timelimitaction>exit,no message</adlcp:timelimitaction>"
                    + "<adlcp:datafromlms>x=1</adlcp:datafromlms><adlcp:masteryscore>80</adlcp:masteryscore>")
            + item("").replace("I1", "I2")
            + item("").replace("I1", "I3\" isvisible=\"false"),
        resource12("index.html")));

    var settings = first(found).settings();
    assertThat(settings.prerequisites().script()).isEqualTo("(I2)&(I3)");
    assertThat(settings.maxTimeAllowed()).isEqualTo("0002:30:00");
    assertThat(settings.timeLimitAction().token()).isEqualTo("exit,no message");
    assertThat(settings.launchData()).isEqualTo("x=1");
    assertThat(settings.masteryScore()).isEqualByComparingTo("80");
    assertThat(found.manifest().organization().items())
        .extracting(Item::visible)
        .containsExactly(true, true, false);
  }

  @Test
  void wrong_values_of_scorm_1_2_are_findings() {
    accepted(
        scorm12(
            item("<adlcp:prerequisites>I1&amp;&amp;</adlcp:prerequisites>"
                + "<adlcp:maxtimeallowed>two hours</adlcp:maxtimeallowed>"
                + "<adlcp:timelimitaction>explode</adlcp:timelimitaction>"),
            resource12("index.html")),
        ScormFinding.DURATION_UNREADABLE,
        ScormFinding.VALUE_UNKNOWN,
        ScormFinding.PREREQUISITES_UNREADABLE);
    PackageInspection gone = accepted(
        scorm12(
            item("\n<adlcp:prerequisites>GONE</adlcp:prerequisites>"), resource12("index.html")),
        ScormFinding.PREREQUISITE_UNKNOWN);
    assertThat(gone.problems().get(0).location()).isEqualTo("imsmanifest.xml:10");
  }
}
