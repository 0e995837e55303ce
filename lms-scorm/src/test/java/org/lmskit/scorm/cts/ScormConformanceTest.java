package org.lmskit.scorm.cts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plays the conformance cases in the folder of the system property {@code scorm.cts}. */
class ScormConformanceTest {
  @Test
  void every_conformance_case_passes() throws IOException {
    var property = System.getProperty("scorm.cts", "");
    if (property.isEmpty()) {
      System.out.println("SCORM conformance cases skipped: -Dscorm.cts=DIR is not given");
    }
    assumeTrue(!property.isEmpty());
    var folder = Path.of(property);

    var failed = new ArrayList<String>();
    var families = new ArrayList<List<CtsCase>>(CtsFamilies.of(cases(folder)));
    int total = 0;
    for (List<CtsCase> family : families) {
      var courses = new CtsCourses(folder);
      for (CtsCase script : family) {
        total++;
        var failures = CtsPlayer.play(folder, script, courses);
        if (!failures.isEmpty()) {
          failed.add(script.name() + ": " + failures.subList(0, Math.min(4, failures.size())));
        }
      }
    }

    System.out.println(
        "SCORM conformance cases: " + (total - failed.size()) + " of " + total + " pass");
    assertThat(failed).isEmpty();
  }

  private static List<CtsCase> cases(Path folder) throws IOException {
    try (var files = Files.list(folder.resolve("cases"))) {
      return files.sorted().map(CtsCase::read).toList();
    }
  }
}
