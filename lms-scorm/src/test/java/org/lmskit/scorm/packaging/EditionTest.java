package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.scorm.packaging.ArchivePitfallsTest.refused;
import static org.lmskit.scorm.packaging.TestManifest.item;
import static org.lmskit.scorm.packaging.TestManifest.resource2004;
import static org.lmskit.scorm.packaging.TestManifest.scorm12;
import static org.lmskit.scorm.packaging.TestManifest.scorm2004;
import static org.lmskit.scorm.packaging.TestManifest.zip;
import static org.lmskit.scorm.packaging.TestZip.codes;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.finding.ScormFinding;

/** Which SCORM it is, and what else it may be. */
class EditionTest {
  @TempDir
  Path folder;

  @Test
  void a_clean_package_of_scorm_1_2_has_no_findings() {
    PackageInspection found = zip(scorm12()).inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.accepted()).isTrue();
    assertThat(found.standard()).isEqualTo(PackageStandard.SCORM);
    assertThat(found.version()).isEqualTo("1.2");
    assertThat(found.edition()).isNull();
    assertThat(found.launch()).isEqualTo("index.html");
    assertThat(found.organizations()).isEqualTo(1);
    assertThat(found.items()).isEqualTo(1);
    assertThat(found.resources()).isEqualTo(1);
    assertThat(found.files()).isEqualTo(2);
  }

  @Test
  void editions_of_2004_are_told_by_the_schema_version() {
    edition("CAM 1.3", "2");
    edition("2004 3rd Edition", "3");
    edition("2004 4th Edition", "4");
  }

  private void edition(String schemaVersion, String edition) {
    PackageInspection found =
        zip(scorm2004(schemaVersion, item(""), resource2004("index.html"))).inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.version()).isEqualTo("2004");
    assertThat(found.edition()).isEqualTo(edition);
    assertThat(found.editionEvidence()).contains("namespaces").contains(schemaVersion);
  }

  @Test
  void an_odd_schema_version_is_read_as_well_as_it_can_be() {
    PackageInspection third = zip(scorm2004(
            "SCORM 2004 3rd ed.", item(""), resource2004("index.html")))
        .inspect(folder);
    PackageInspection other =
        zip(scorm2004("nonsense", item(""), resource2004("index.html"))).inspect(folder);

    assertThat(third.edition()).isEqualTo("3");
    assertThat(other.edition()).isEqualTo("4");
    assertThat(codes(third)).containsExactly(ScormFinding.SCHEMA_VERSION_ODD.code());
    assertThat(codes(other)).containsExactly(ScormFinding.SCHEMA_VERSION_ODD.code());
  }

  @Test
  void a_missing_schema_version_is_said_with_what_decided_instead() {
    PackageInspection found =
        zip(scorm12().replaceFirst("<metadata>.*</metadata>", "")).inspect(folder);

    assertThat(found.accepted()).isTrue();
    assertThat(found.version()).isEqualTo("1.2");
    assertThat(codes(found)).containsExactly(ScormFinding.SCHEMA_VERSION_MISSING.code());
    assertThat(found.problems().get(0).message()).contains("by the namespaces (adlcp_rootv1p2)");
  }

  @Test
  void namespaces_win_over_a_schema_version_that_contradicts_them() {
    PackageInspection old =
        zip(scorm12().replace(">1.2<", ">2004 3rd Edition<")).inspect(folder);
    PackageInspection recent =
        zip(scorm2004("1.2", item(""), resource2004("index.html"))).inspect(folder);

    assertThat(old.version()).isEqualTo("1.2");
    assertThat(recent.version()).isEqualTo("2004");
    assertThat(codes(old)).containsExactly(ScormFinding.SCHEMA_VERSION_CONFLICT.code());
    assertThat(codes(recent)).containsExactly(ScormFinding.SCHEMA_VERSION_CONFLICT.code());
  }

  @Test
  void without_namespaces_the_schema_version_decides() {
    String bare = scorm2004()
        .replaceAll("\\s*xmlns(:\\w+)?=\"[^\"]*\"", "")
        .replace("2004 4th Edition", "2004 3rd Edition");

    PackageInspection found = zip(bare).inspect(folder);

    assertThat(found.edition()).isEqualTo("3");
    assertThat(found.accepted()).isTrue();
  }

  @Test
  void other_ims_packages_are_refused_by_name() {
    String plain = scorm12()
        .replaceFirst("\\s*xmlns:adlcp=\"[^\"]*\"", "")
        .replace("adlcp:scormtype=\"sco\"", "");

    PackageInspection questions =
        zip(plain.replace("\"webcontent\"", "\"imsqti_item_xmlv2p1\"")).inspect(folder);
    PackageInspection cartridge = zip(plain
            .replace("ADL SCORM", "IMS Common Cartridge")
            .replace(">1.2<", ">1.1.0<"))
        .inspect(folder);

    refused(questions, ScormFinding.STANDARD_QTI);
    refused(cartridge, ScormFinding.STANDARD_COMMON_CARTRIDGE);
    assertThat(questions.standard()).isEqualTo(PackageStandard.OTHER);
    assertThat(cartridge.standard()).isEqualTo(PackageStandard.OTHER);
  }
}
