package org.lmskit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.lmskit.Lms;
import org.lmskit.assessment.Assessment;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.Pool;
import org.lmskit.assessment.Section;
import org.lmskit.assessment.bank.ItemBank;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * Measures how long an answer takes while many sit a quiz of 40 items at once, on SQLite in a file:
 * {@code SittingBench SITTINGS ANSWERS PAUSE}. Each sitting gives so many answers, with a pause of about so many
 * milliseconds before each, and hands in.
 */
public final class SittingBench {
  private static final int ITEMS = 40;
  private static final UnitId UNIT = new UnitId("quiz");

  private final Lms lms;
  private final int answers;
  private final int pause;
  private final ConcurrentLinkedQueue<Long> answered = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Long> submitted = new ConcurrentLinkedQueue<>();

  private SittingBench(Lms lms, int answers, int pause) {
    this.lms = lms;
    this.answers = answers;
    this.pause = pause;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path file = Files.createTempDirectory("lmskit-bench").resolve("bench.db");
    try (Store store = JdbcStore.at("jdbc:sqlite:" + file, Lms.KINDS)) {
      Lms lms = Lms.on(store, new InMemoryContentStore()).build();
      new SittingBench(lms, Integer.parseInt(args[1]), Integer.parseInt(args[2]))
          .run(Integer.parseInt(args[0]));
    }
  }

  private void run(int sittings) throws InterruptedException {
    Course course = publish();
    List<Paper> papers = IntStream.range(0, sittings)
        .mapToObj(i -> lms.enrollments().enroll(new LearnerId("l" + i), course.id()))
        .map(enrollment -> lms.sittings().start(enrollment.id(), UNIT))
        .toList();
    List<Thread> threads = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < sittings; i++) {
      Paper paper = papers.get(i);
      Random random = new Random(i);
      Thread thread = new Thread(() -> sit(paper, random));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT, "%d sittings, %.0f answers a second%n", sittings, answered.size() / seconds);
    report("an answer", answered);
    report("handing in", submitted);
  }

  private Course publish() {
    ItemBank bank = lms.itemBanks().define(ItemBank.of("bank", "Bank"));
    SimpleChoice[] choices = IntStream.range(0, 4)
        .mapToObj(i -> SimpleChoice.of("c" + i, "A choice that says something " + i))
        .toArray(SimpleChoice[]::new);
    String[] ids = IntStream.range(0, ITEMS).mapToObj(i -> "item-" + i).toArray(String[]::new);
    for (String id : ids) {
      lms.itemBanks()
          .publish(bank.id(), Item.singleChoice(id, "What is asked here?", "c1", choices));
    }
    AssessmentVersion version = lms.assessments()
        .publish(Assessment.of("quiz", "Quiz").section(Section.of("s", "S", Pool.of(ids))));
    Course course = Course.of("course", "Course").unit(version.unit(UNIT.value()));
    lms.catalog().publish(course);
    return course;
  }

  private void sit(Paper paper, Random random) {
    for (int i = 0; i < answers; i++) {
      think(random);
      Response response = Response.choices("c" + random.nextInt(4));
      time(
          answered,
          () -> lms.sittings()
              .respond(
                  paper.attempt(),
                  paper.items().get(random.nextInt(ITEMS)).ref().item(),
                  response));
    }
    think(random);
    time(submitted, () -> lms.sittings().submit(paper.attempt()));
  }

  private void think(Random random) {
    try {
      Thread.sleep(pause / 2 + random.nextInt(pause + 1));
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts a sitting", e);
    }
  }

  private static void time(ConcurrentLinkedQueue<Long> into, Runnable work) {
    long begun = System.nanoTime();
    work.run();
    into.add(System.nanoTime() - begun);
  }

  private static void report(String what, ConcurrentLinkedQueue<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%s: p50 %.1f ms, p95 %.1f ms, p99 %.1f ms%n",
        what,
        sorted.get(sorted.size() / 2) / 1e6,
        sorted.get(sorted.size() * 95 / 100) / 1e6,
        sorted.get(sorted.size() * 99 / 100) / 1e6);
  }
}
