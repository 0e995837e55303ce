package org.lmskit.scorm.cts;

import java.nio.file.Path;
import java.util.Locale;

/**
 * Plays the conformance cases again and again on one thread, the parsing of their manifests
 * included: {@code ConformanceBench FOLDER ROUNDS}.
 */
public final class ConformanceBench {
  private ConformanceBench() {}

  public static void main(String[] args) {
    var suite = CtsSuite.at(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    for (int round = 1; round <= rounds; round++) {
      var unread = suite.unread();
      long begun = System.nanoTime();
      var results = unread.results(() -> new JavaApiLms(unread.packages()));
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: %,.0f cases/s (%d cases, %d failed)%n",
          round,
          results.size() / seconds,
          results.size(),
          CtsSuite.failed(results).size());
    }
  }
}
