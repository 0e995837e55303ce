package org.lmskit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.assessment.analysis.AnalysedAttempt;
import org.lmskit.assessment.analysis.AnalysedAttempt.Answer;
import org.lmskit.assessment.analysis.AnalysedItem;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemAnalysis;
import org.lmskit.assignment.Audience;
import org.lmskit.model.Rational;
import org.lmskit.report.ComplianceTotals;
import org.lmskit.report.CoverageNeed;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * What reports take. Arguments: {@code items ATTEMPTS ITEMS}; {@code prepare FILE PEOPLE}, which writes a SQLite database
 * that {@code compliance FILE} and {@code coverage FILE} read; {@code attempts FILE ATTEMPTS ITEMS}, which writes the
 * attempts that {@code analysis FILE} reads.
 */
public final class ReportBench {
  private static final int ROUNDS = 3;

  private ReportBench() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("items")) {
      items(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      return;
    }
    try (Store store = JdbcStore.at("jdbc:sqlite:" + args[1], Lms.KINDS)) {
      Lms lms = SamplePeople.engine(store);
      switch (args[0]) {
        case "prepare" -> SamplePeople.fill(store, Integer.parseInt(args[2]));
        case "compliance" -> compliance(lms);
        case "coverage" -> coverage(lms);
        case "attempts" ->
          SampleAttempts.fill(lms, store, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
        case "analysis" -> analysis(lms);
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  /** Attempts by a model in which the able do better; generated while they are read, as from a store. */
  private static void items(int attempts, int items) {
    List<String> options = List.of("A", "B", "C", "D");
    List<AnalysedItem> all = IntStream.range(0, items)
        .mapToObj(i -> AnalysedItem.choice("item" + i, Rational.ONE, options, "A"))
        .toList();
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(1);
      long begin = System.nanoTime();
      ItemAnalysis analysis = ItemAnalysis.of(all, AttemptChoice.FIRST, visitor -> {
        for (int i = 0; i < attempts; i++) {
          visitor.accept(attempt(i, items, options, random));
        }
      });
      Runtime runtime = Runtime.getRuntime();
      System.out.printf(
          Locale.ROOT,
          "%d attempts at %d items: %,d ms, alpha %.3f, at most %d MB of heap%n",
          attempts,
          items,
          (System.nanoTime() - begin) / 1_000_000,
          analysis.alpha().orElseThrow(),
          runtime.totalMemory() >> 20);
    }
  }

  private static AnalysedAttempt attempt(
      int number, int items, List<String> options, Random random) {
    double able = random.nextGaussian();
    List<Answer> answers = new ArrayList<>(items);
    for (int item = 0; item < items; item++) {
      boolean right = able + random.nextGaussian() > (item - items / 2.0) / items;
      String chosen = right ? "A" : options.get(1 + random.nextInt(3));
      answers.add(new Answer("item" + item, Rational.of(right ? 1 : 0), Set.of(chosen)));
    }
    return new AnalysedAttempt("learner" + number, 1, answers);
  }

  private static void compliance(Lms lms) {
    Audience company = Audience.unit("company");
    for (int round = 0; round < ROUNDS; round++) {
      measure("compliance as CSV", () -> {
        Counting out = new Counting();
        try {
          lms.reports().compliance(company, SamplePeople.TODAY).csv(out);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return out.characters + " characters";
      });
      measure("totals", () -> {
        ComplianceTotals totals = lms.reports().complianceTotals(company, SamplePeople.TODAY);
        return totals.learners() + " learners, " + totals.duties();
      });
    }
  }

  /** Of each team, whether the half of it holds the certification. */
  private static void coverage(Lms lms) {
    List<CoverageNeed> needs = IntStream.range(0, SamplePeople.TEAMS)
        .mapToObj(i ->
            new CoverageNeed("team " + i, Audience.unit("team" + i), SamplePeople.FORKLIFT, 100))
        .toList();
    for (int round = 0; round < ROUNDS; round++) {
      measure("coverage of 90 days", () -> {
        long[] seen = new long[2];
        lms.reports()
            .coverage(needs, SamplePeople.TODAY, SamplePeople.TODAY.plusDays(90))
            .each(row -> {
              seen[0]++;
              seen[1] += row.holders();
            });
        return seen[0] + " rows, " + seen[1] + " held on a day";
      });
    }
  }

  private static void analysis(Lms lms) {
    for (int round = 0; round < ROUNDS; round++) {
      measure("item analysis from the store", () -> {
        ItemAnalysis analysis =
            lms.assessments().analyze(SampleAttempts.ASSESSMENT, AttemptChoice.FIRST);
        return String.format(
            Locale.ROOT,
            "%d attempts at %d items, alpha %.3f",
            analysis.attempts(),
            analysis.items().size(),
            analysis.alpha().orElseThrow());
      });
    }
  }

  /** Counts what is written. */
  private static final class Counting extends Writer {
    private long characters;

    @Override
    public void write(char[] buffer, int offset, int length) {
      characters += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  private static void measure(String what, java.util.function.Supplier<String> work) {
    long begin = System.nanoTime();
    long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    String result = work.get();
    System.out.printf(
        Locale.ROOT,
        "%s: %,d ms, %,d ms of CPU, %s, %d MB of heap%n",
        what,
        (System.nanoTime() - begin) / 1_000_000,
        (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1_000_000,
        result,
        Runtime.getRuntime().totalMemory() >> 20);
  }
}
