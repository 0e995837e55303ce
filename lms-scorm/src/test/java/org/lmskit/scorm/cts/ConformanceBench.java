package org.lmskit.scorm.cts;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Plays the conformance cases again and again on one thread, the parsing of their manifests
 * included: {@code ConformanceBench FOLDER ROUNDS}, after as many rounds that do not count. The clock
 * includes the collector; CPU time of the thread does not, but depends less on what else runs.
 */
public final class ConformanceBench {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ConformanceBench() {}

  public static void main(String[] args) {
    var suite = CtsSuite.at(Path.of(args[0]));
    int rounds = Integer.parseInt(args[1]);
    var rates = new ArrayList<Double>();
    var clock = new ArrayList<Double>();
    for (int round = -rounds; round < rounds; round++) {
      var unread = suite.unread();
      long begun = cpu();
      long start = System.nanoTime();
      var results = unread.results(() -> new JavaApiLms(unread.packages()));
      double seconds = (cpu() - begun) / 1e9;
      double wall = (System.nanoTime() - start) / 1e9;
      int failed = CtsSuite.failed(results).size();
      if (failed > 0) {
        throw new IllegalStateException(failed + " cases failed");
      }
      if (round >= 0) {
        rates.add(results.size() / seconds);
        clock.add(results.size() / wall);
      }
    }
    print("second by the clock", clock);
    print("CPU second of the thread", rates);
  }

  private static void print(String unit, List<Double> rates) {
    Collections.sort(rates);
    int rounds = rates.size();
    System.out.printf(
        Locale.ROOT,
        "cases per %s in %d rounds: median %,.0f, best %,.0f, worst %,.0f%n",
        unit,
        rounds,
        rates.get(rounds / 2),
        rates.get(rounds - 1),
        rates.get(0));
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
