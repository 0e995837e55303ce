package org.lmskit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.Rational;
import org.lmskit.report.ComplianceTotals;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/**
 * What reports take. Arguments: {@code items ATTEMPTS ITEMS}; {@code prepare FILE PEOPLE}, which writes a SQLite database
 * that the others read: {@code compliance FILE}.
 */
public final class ReportBench {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
  private static final CertificationId FORKLIFT = new CertificationId("forklift");
  private static final int TEAMS = 20;
  private static final int TOGETHER = 1_000;

  private ReportBench() {}

  public static void main(String[] args) throws Exception {
    if (args[0].equals("items")) {
      items(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
      return;
    }
    Clock clock = Clock.fixed(Instant.parse("2026-06-01T09:00:00Z"), ZoneOffset.UTC);
    try (Store store = JdbcStore.at("jdbc:sqlite:" + args[1], Lms.KINDS)) {
      Lms lms = Lms.on(store, new InMemoryContentStore(clock))
          .clock(clock)
          .zone(tenant -> ZONE)
          .build();
      switch (args[0]) {
        case "prepare" -> prepare(lms, Integer.parseInt(args[2]));
        case "compliance" -> compliance(lms);
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
    for (int round = 0; round < 3; round++) {
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

  /** People in teams, each with two courses and a certification to do, most of it done. */
  private static void prepare(Lms lms, int people) {
    lms.workforce().place(new OrgUnitId("company"), "Company", null, FROM);
    lms.workforce().define(new Position(new PositionId("associate"), "Associate"));
    for (int i = 0; i < TEAMS; i++) {
      lms.workforce().place(new OrgUnitId("team" + i), "Team " + i, new OrgUnitId("company"), FROM);
    }
    for (String id : List.of("safety", "privacy")) {
      lms.catalog()
          .publish(Course.of(id, id)
              .unit(
                  "u1",
                  "Link",
                  Viewable.link(URI.create("https://example.org/" + id), ViewingRule.OPENED)));
    }
    lms.certifications()
        .publish(Certification.of("forklift", "Forklift", Period.ofMonths(12), FROM.minusYears(2)));
    for (Subject subject :
        List.of(
            Subject.course("safety"),
            Subject.course("privacy"),
            Subject.certification("forklift"))) {
      lms.assignments()
          .publish(
              AssignmentRule.of("to do " + subject.id(), Audience.unit("company"), subject)
                  .due(DayRule.assignment(30)));
    }
    for (int from = 0; from < people; from += TOGETHER) {
      List<FeedLine> lines = new ArrayList<>();
      for (int i = from; i < Math.min(people, from + TOGETHER); i++) {
        lines.add(new FeedLine.Person(
            "line " + i, new LearnerId("p" + i), LearnerProfile.named("Person " + i)));
        lines.add(new FeedLine.Appoint(
            "line " + i,
            AppointmentEntry.of(
                "a" + i, "p" + i, "team" + i % TEAMS, "associate", ZONE, FROM)));
      }
      lms.workforce().feed(lines);
      for (int i = from; i < Math.min(people, from + TOGETHER); i++) {
        if (i % 10 != 0) {
          lms.certifications()
              .complete(
                  new LearnerId("p" + i), FORKLIFT, Path.PRIMARY, TODAY.minusDays(i % 400));
        }
      }
      System.out.println(from + " people");
    }
  }

  private static void compliance(Lms lms) {
    Audience company = Audience.unit("company");
    for (int round = 0; round < 3; round++) {
      measure("compliance as CSV", () -> {
        Counting out = new Counting();
        try {
          lms.reports().compliance(company, TODAY).csv(out);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        return out.characters + " characters";
      });
      measure("totals", () -> {
        ComplianceTotals totals = lms.reports().complianceTotals(company, TODAY);
        return totals.learners() + " learners, " + totals.duties();
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
