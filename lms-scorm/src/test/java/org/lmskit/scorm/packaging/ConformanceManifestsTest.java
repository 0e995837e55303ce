package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.Manifest;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.manifest.read.ManifestReader;

/** The manifests of ADL's conformance suite, where a folder of them is given. */
class ConformanceManifestsTest {
  @TestFactory
  Stream<DynamicTest> every_manifest_of_the_conformance_suite_reads_and_writes_back_equal()
      throws IOException {
    String folder = System.getProperty("scorm.cts", "");
    assumeTrue(!folder.isEmpty(), "skipped: no folder of conformance cases (-Dscorm.cts=DIR)");

    List<Path> manifests;
    try (Stream<Path> list = Files.list(Path.of(folder, "manifests"))) {
      manifests = list.sorted().toList();
    }

    assertThat(manifests).hasSizeGreaterThan(100);
    return manifests.stream()
        .map(m -> DynamicTest.dynamicTest(m.getFileName().toString(), () -> check(m)));
  }

  private static void check(Path file) throws IOException {
    Findings findings = new Findings();

    Manifest manifest = ManifestReader.parse(Files.readAllBytes(file), "imsmanifest.xml", findings)
        .resolve(FileNames.any(), false);

    // The suite itself puts white space into identifiers (OB-02, CM-15); nothing else is repaired.
    assertThat(findings.problems()).allMatch(p -> p.code().equals("SCORM-MANIFEST-027"));
    assertThat(manifest.edition()).isEqualTo(ScormEdition.SCORM_2004_4TH);
    assertThat(manifest.organization().findLaunchable()).isPresent();
    assertThat(new ManifestWriter(manifest).bytes()).satisfies(bytes -> {
      Findings none = new Findings();
      Manifest again =
          ManifestReader.parse(bytes, "imsmanifest.xml", none).resolve(FileNames.any(), false);
      assertThat(again).isEqualTo(manifest);
      assertThat(none.problems()).isEmpty();
    });
  }
}
