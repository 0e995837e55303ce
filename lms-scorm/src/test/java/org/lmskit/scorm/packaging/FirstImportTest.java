package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstImportTest {
  @TempDir
  Path folder;

  @Test
  void a_clean_package_of_scorm_1_2_has_no_findings() {
    PackageInspection found = TestManifest.zip(TestManifest.scorm12()).inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.accepted()).isTrue();
    assertThat(found.standard()).isEqualTo(PackageStandard.SCORM);
    assertThat(found.version()).isEqualTo("1.2");
    assertThat(found.edition()).isNull();
    assertThat(found.launch()).isEqualTo("index.html");
    assertThat(found.organizations()).isEqualTo(1);
    assertThat(found.items()).isEqualTo(1);
    assertThat(found.resources()).isEqualTo(1);
  }

  @Test
  void a_clean_package_of_scorm_2004_has_no_findings() {
    PackageInspection found = TestManifest.zip(TestManifest.scorm2004()).inspect(folder);

    assertThat(found.problems()).isEmpty();
    assertThat(found.accepted()).isTrue();
    assertThat(found.version()).isEqualTo("2004");
    assertThat(found.edition()).isEqualTo("4");
  }
}
