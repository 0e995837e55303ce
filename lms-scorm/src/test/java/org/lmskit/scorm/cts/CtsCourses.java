package org.lmskit.scorm.cts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lmskit.scorm.ScormCourse;
import org.lmskit.scorm.ScormRegistration;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.manifest.read.ManifestReader;
import org.lmskit.scorm.sequencing.ObjectiveState;

/** The packages of the cases, and what a learner carries from one to the next. */
final class CtsCourses {
  private static final FileNames ALL = new FileNames() {
    @Override
    public boolean contains(String path) {
      return true;
    }

    @Override
    public Optional<String> findSimilar(String path) {
      return Optional.of(path);
    }

    @Override
    public Optional<byte[]> read(String path) {
      return Optional.empty();
    }
  };
  private final Path folder;
  private final Map<String, ObjectiveState> globals = new HashMap<>();
  private final Map<String, String> stores = new HashMap<>();

  CtsCourses(Path folder) {
    this.folder = folder;
  }

  boolean isPackage(String name) {
    return Files.exists(folder.resolve("manifests").resolve(name + ".xml"));
  }

  ScormCourse course(String name) {
    try {
      var bytes = Files.readAllBytes(folder.resolve("manifests").resolve(name + ".xml"));
      var reader = ManifestReader.parse(bytes, "imsmanifest.xml", new Findings());
      return ScormCourse.of(reader.resolve(ALL, true));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void keep(ScormRegistration registration) {
    if (registration.course().tree().objectivesGlobalToSystem()) {
      globals.putAll(registration.globals());
    }
    if (registration.course().sharedDataGlobalToSystem()) {
      stores.putAll(registration.sharedData());
    }
  }

  ScormRegistration shared(ScormRegistration registration) {
    var next = registration;
    if (registration.course().tree().objectivesGlobalToSystem()) {
      next = next.withGlobals(globals);
    }
    return registration.course().sharedDataGlobalToSystem() ? next.withSharedData(stores) : next;
  }
}
