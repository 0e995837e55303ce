package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.content.ContentStore;
import org.lmskit.model.Sha256;
import org.lmskit.model.TenantId;
import org.lmskit.scorm.ScormPackage.StoredFile;
import org.lmskit.store.Query;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;

/** Import into SQLite and a directory, by a process that dies in the middle of it. */
class ImportCrashTest {
  @TempDir
  Path home;

  @ParameterizedTest
  @EnumSource(ImportingUntilHalted.Moment.class)
  void a_package_that_was_acknowledged_is_whole_and_no_other_leaves_anything(
      ImportingUntilHalted.Moment moment) throws Exception {
    Set<String> acknowledged = importUntilHalted(moment);

    ContentStore content = ImportingUntilHalted.content(home);
    try (Store store = ImportingUntilHalted.store(home)) {
      List<ScormPackage> kept =
          store.read(TenantId.DEFAULT, reader -> reader.list(Query.of(ScormPackage.KIND))).stream()
              .map(Stored::value)
              .toList();
      assertThat(kept)
          .extracting(ScormPackage::id)
          .containsExactlyInAnyOrderElementsOf(acknowledged);
      Scorm scorm = Scorm.of(ImportingUntilHalted.lms(store, content));
      Set<String> needed = new TreeSet<>();
      for (ScormPackage imported : kept) {
        for (StoredFile file : imported.files().values()) {
          assertThat(hashOf(scorm, file)).isEqualTo(file.hash());
          needed.add(file.hash().hex());
        }
      }
      assertThat(files()).hasSizeGreaterThan(needed.size());

      ImportingUntilHalted.lms(store, content).collectGarbage(Duration.ZERO);

      assertThat(files()).isEqualTo(needed);
    }
  }

  private Set<String> importUntilHalted(ImportingUntilHalted.Moment moment) throws Exception {
    Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            ImportingUntilHalted.class.getName(),
            home.toString(),
            moment.name())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (BufferedReader lines = process.inputReader()) {
      Set<String> acknowledged = lines.lines().collect(Collectors.toSet());
      assertThat(process.waitFor()).isEqualTo(ImportingUntilHalted.STATUS);
      assertThat(acknowledged).hasSize(ImportingUntilHalted.ACKNOWLEDGED);
      return acknowledged;
    }
  }

  private static Sha256 hashOf(Scorm scorm, StoredFile file) throws IOException {
    try (InputStream bytes = scorm.open(file, 0, file.size())) {
      return Sha256.of(bytes.readAllBytes());
    }
  }

  /** The names of all files below the tenant's directory. */
  private Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(home.resolve("content"))) {
      return all.filter(Files::isRegularFile)
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".id"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
