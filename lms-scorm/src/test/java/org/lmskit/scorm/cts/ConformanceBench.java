package org.lmskit.scorm.cts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Plays the conformance cases again and again on one thread, the parsing of their manifests
 * included: {@code ConformanceBench FOLDER ROUNDS}. CPU time, so that a busy machine counts little.
 */
public final class ConformanceBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ConformanceBench() {}

  public static void main(String[] args) {
    var suite = CtsSuite.at(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    for (int round = 1; round <= rounds; round++) {
      var unread = suite.unread();
      long begun = cpu();
      var results = unread.results(() -> new JavaApiLms(unread.packages()));
      double seconds = (cpu() - begun) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: %,.0f cases per CPU second (%d cases, %d failed)%n",
          round,
          results.size() / seconds,
          results.size(),
          CtsSuite.failed(results).size());
    }
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
