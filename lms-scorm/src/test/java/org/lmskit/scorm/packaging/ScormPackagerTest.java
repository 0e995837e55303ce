package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.scorm.packaging.TestManifest.PAGE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.Item;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.ScormEdition;

/** What is written imports back equal. */
class ScormPackagerTest {
  @TempDir
  Path folder;

  private Path content;

  @BeforeEach
  void two_pages_and_a_picture() throws IOException {
    content = Files.createDirectories(folder.resolve("content/media")).getParent();
    Files.writeString(content.resolve("index.html"), PAGE);
    Files.writeString(content.resolve("zweite Seite ü.html"), PAGE);
    Files.write(content.resolve("media/a.png"), new byte[] {1, 2, 3});
  }

  @ParameterizedTest
  @EnumSource(names = {"SCORM_12", "SCORM_2004_4TH"})
  void a_folder_becomes_a_package_without_findings(ScormEdition edition) {
    Path zip = folder.resolve("course.zip");

    PackageInspection written = ScormPackager.ofFolder(
            content,
            edition,
            "course-1",
            "Two pages <&> more",
            List.of(
                new CoursePage("One", "index.html"), new CoursePage("Two", "zweite Seite ü.html")))
        .write(zip);

    assertThat(written.problems()).isEmpty();
    assertThat(written.manifest().edition()).isEqualTo(edition);
    assertThat(written.manifest().organization().title()).isEqualTo("Two pages <&> more");
    assertThat(written.manifest().organization().items())
        .extracting(Item::title)
        .containsExactly("One", "Two");
    assertThat(written.files()).isEqualTo(4);
    assertThat(PackageInspection.of(zip, PackageOptions.DEFAULT)).isEqualTo(written);
  }

  @Test
  void the_same_folder_gives_the_same_bytes() throws IOException {
    Path first = folder.resolve("first.zip");
    Path second = folder.resolve("second.zip");
    List<CoursePage> pages = List.of(new CoursePage("One", "index.html"));

    ScormPackager.ofFolder(content, ScormEdition.SCORM_12, "c", "T", pages).write(first);
    ScormPackager.ofFolder(content, ScormEdition.SCORM_12, "c", "T", pages).write(second);

    assertThat(Files.readAllBytes(first)).isEqualTo(Files.readAllBytes(second));
  }

  @Test
  void a_read_manifest_with_everything_writes_back_equal() {
    Manifest rich = TestZip.codes(rich()).isEmpty() ? rich().manifest() : null;
    assertThat(rich).as("%s", rich().problems()).isNotNull();

    PackageInspection again = new ScormPackager(rich)
        .file("index.html", () -> new ByteArrayInputStream(PAGE.getBytes(StandardCharsets.UTF_8)))
        .write(folder.resolve("rich.zip"));

    assertThat(again.problems()).isEmpty();
    assertThat(again.manifest()).isEqualTo(rich);
  }

  @Test
  void lines_of_launch_data_end_as_they_were_written() {
    Path zip = folder.resolve("lines.zip");

    PackageInspection written = new ScormPackager(TestManifest.zip(TestManifest.scorm12(
                TestManifest.item("<adlcp:datafromlms>a&#13;\nb</adlcp:datafromlms>"),
                TestManifest.resource12("index.html")))
            .inspect(folder)
            .manifest())
        .file("index.html", () -> new ByteArrayInputStream(new byte[0]))
        .write(zip);

    assertThat(written.manifest().organization().items().get(0).settings().launchData())
        .isEqualTo("a\r\nb");
  }

  @ParameterizedTest
  @EnumSource(names = {"SCORM_12", "SCORM_2004_4TH"})
  void odd_names_come_back_and_what_operating_systems_leave_behind_is_not_packed(
      ScormEdition edition) throws IOException {
    Path odd = Files.createDirectories(folder.resolve("odd/__MACOSX")).getParent();
    List<String> names = List.of(
        "%41.html",
        "100%.html",
        "a#b.html",
        "a&b.html",
        "a'b.html",
        "a+b.html",
        "a;b=c.html",
        "a?b.html",
        "ü é.html",
        "日本.html",
        " x .html",
        "a..b.html",
        "x.");
    for (String name : names) {
      Files.writeString(odd.resolve(name), PAGE);
    }
    for (String left : List.of(".DS_Store", "Thumbs.db", "._x.html", "__MACOSX/._x.html")) {
      Files.writeString(odd.resolve(left), "left");
    }

    PackageInspection written = ScormPackager.ofFolder(
            odd,
            edition,
            "odd",
            "Odd",
            names.stream().map(name -> new CoursePage("Page", name)).toList())
        .write(folder.resolve("odd.zip"));

    assertThat(written.problems()).isEmpty();
    assertThat(written.files()).isEqualTo(names.size() + 1);
    assertThat(written.manifest().organization().items())
        .extracting(item -> item.launch().path())
        .containsExactlyElementsOf(names);
  }

  private PackageInspection rich() {
    return TestManifest.zip(TestManifest.scorm2004(
            """
        <item identifier="C1" isvisible="false"><title>Cluster</title>
          <item identifier="I1" identifierref="R1" parameters="?a=1&amp;b=ü"><title>Lesson &lt;1&gt;</title>
            <metadata><lom xmlns="http://ltsc.ieee.org/xsd/LOM"><general><title>
              <string language="en">T</string></title></general></lom></metadata>
            <adlcp:timeLimitAction>exit,message</adlcp:timeLimitAction>
            <adlcp:dataFromLMS>a
        b</adlcp:dataFromLMS>
            <adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.50"/>
            <adlcp:data><adlcp:map targetID="d1" writeSharedData="false"/></adlcp:data>
            <imsss:sequencing>
              <imsss:limitConditions attemptLimit="1" attemptAbsoluteDurationLimit="P5Y6M4DT12H30M58.55S"/>
              <imsss:rollupRules objectiveMeasureWeight="0.25"/>
              <imsss:objectives><imsss:primaryObjective objectiveID="p">
                <imsss:mapInfo targetObjectiveID="g" writeSatisfiedStatus="true"/></imsss:primaryObjective>
              </imsss:objectives>
              <adlseq:objectives><adlseq:objective objectiveID="p">
                <adlseq:mapInfo targetObjectiveID="g" writeRawScore="true"/></adlseq:objective></adlseq:objectives>
            </imsss:sequencing>
            <adlnav:presentation><adlnav:navigationInterface><adlnav:hideLMSUI>abandonAll</adlnav:hideLMSUI>
            </adlnav:navigationInterface></adlnav:presentation>
          </item>
          <imsss:sequencing><imsss:controlMode flow="true" choice="false"/></imsss:sequencing>
        </item>""",
            TestManifest.resource2004("index.html?x=1#y")
                    .replace(
                        "/>",
                        "><file href=\"index.html\"/><dependency identifierref=\"R2\"/></resource>")
                + "<resource identifier=\"R2\" type=\"webcontent\" adlcp:scormType=\"asset\"/>"))
        .inspect(folder);
  }

  @Test
  void a_package_that_our_own_import_refuses_is_not_written() {
    Manifest manifest = rich().manifest();
    Path zip = folder.resolve("broken.zip");

    assertThatThrownBy(() -> new ScormPackager(manifest).write(zip))
        .isInstanceOfSatisfying(
            RejectedException.class,
            e -> assertThat(e.reason()).isEqualTo(ScormFinding.LAUNCH_FILE_MISSING));
    assertThat(zip).doesNotExist();
    assertThat(folder.resolve("broken.zip.part")).doesNotExist();
  }

  @Test
  void only_pages_of_the_folder_and_written_editions_are_taken() {
    assertThatThrownBy(() -> ScormPackager.ofFolder(
            content, ScormEdition.SCORM_12, "c", "T", List.of(new CoursePage("One", "gone.html"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gone.html");
    assertThatThrownBy(
            () -> ScormPackager.ofFolder(content, ScormEdition.SCORM_12, "c", "T", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ScormPackager.ofFolder(
            content,
            ScormEdition.SCORM_2004_3RD,
            "c",
            "T",
            List.of(new CoursePage("One", "index.html"))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
