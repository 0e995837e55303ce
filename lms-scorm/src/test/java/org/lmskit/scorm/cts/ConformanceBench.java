package org.lmskit.scorm.cts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Plays the conformance cases again and again on one thread, the parsing of their manifests
 * included: {@code ConformanceBench FOLDER ROUNDS}.
 */
public final class ConformanceBench {
  private ConformanceBench() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    List<CtsCase> cases;
    try (var files = Files.list(folder.resolve("cases"))) {
      cases = files.sorted().map(CtsCase::read).toList();
    }
    for (int round = 1; round <= rounds; round++) {
      long begun = System.nanoTime();
      int failed = 0;
      for (List<CtsCase> family : CtsFamilies.of(cases)) {
        var courses = new CtsCourses(folder);
        for (CtsCase script : family) {
          failed += CtsPlayer.play(folder, script, courses).isEmpty() ? 0 : 1;
        }
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: %,.0f cases/s (%d cases, %d failed)%n",
          round,
          cases.size() / seconds,
          cases.size(),
          failed);
    }
  }
}
