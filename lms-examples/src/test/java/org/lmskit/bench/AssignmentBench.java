package org.lmskit.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;

/**
 * Feeds people against 20 rules of which each matches 3, then 100 changes on top. Arguments: {@code sqlite|postgres}, number
 * of people.
 */
public final class AssignmentBench {
  private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
  private static final ZoneId ZONE = ZoneId.of("Europe/Lisbon");
  private static final int RULES = 20;

  private AssignmentBench() {}

  public static void main(String[] args) throws Exception {
    int people = Integer.parseInt(args[1]);
    String url = Databases.url(args[0]);
    // It ticks, since ids made in one millisecond have no order, and rows then land on any page.
    Clock clock = Clock.offset(
        Clock.systemUTC(), Duration.between(Instant.now(), Instant.parse("2026-04-02T09:00:00Z")));
    InMemoryContentStore content = new InMemoryContentStore(clock);
    try (Store store = JdbcStore.at(url, Lms.KINDS)) {
      Lms lms = Lms.on(store, content).clock(clock).zone(tenant -> ZONE).build();
      prepare(lms);
      List<FeedLine> lines = new ArrayList<>();
      for (int i = 0; i < people; i++) {
        lines.addAll(person(i, i % RULES));
      }
      measure(args[0] + ", " + people + " people", () -> lms.workforce().feed(lines));
      List<FeedLine> changes = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        changes.add(appointment(i * (people / 100), (i + 7) % RULES));
      }
      measure("100 changes", () -> lms.workforce().feed(changes));
      measure("the same again", () -> lms.workforce().feed(changes));
      System.out.println(
          lms.assignments().standing(new LearnerId("p0"), FROM.plusDays(9)).size() + " duties");
    }
    System.exit(0);
  }

  /** Twenty teams; rule k is about the teams k, k + 1 and k + 2. */
  private static void prepare(Lms lms) {
    lms.workforce().place(new OrgUnitId("company"), "Company", null, FROM);
    lms.workforce().define(new Position(new PositionId("associate"), "A"));
    for (int i = 0; i < RULES; i++) {
      lms.workforce().place(new OrgUnitId("team" + i), "Team " + i, new OrgUnitId("company"), FROM);
    }
    for (int i = 0; i < RULES; i++) {
      String id = "course" + i;
      lms.catalog()
          .publish(Course.of(id, id)
              .unit(
                  "u1",
                  "Link",
                  Viewable.link(URI.create("https://example.org/" + i), ViewingRule.OPENED)));
      lms.assignments()
          .publish(AssignmentRule.of(
                  "rule" + i,
                  Audience.any(
                      Audience.unit("team" + i),
                      Audience.unit("team" + (i + 1) % RULES),
                      Audience.unit("team" + (i + 2) % RULES)),
                  Subject.course(id))
              .due(DayRule.assignment(30)));
    }
  }

  private static List<FeedLine> person(int i, int team) {
    return List.of(
        new FeedLine.Person(
            "line " + i, new LearnerId("p" + i), LearnerProfile.named("Person " + i)),
        appointment(i, team));
  }

  private static FeedLine appointment(int i, int team) {
    return new FeedLine.Appoint(
        "line " + i, AppointmentEntry.of("a" + i, "p" + i, "team" + team, "associate", ZONE, FROM));
  }

  private static void measure(String what, Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long begin = System.nanoTime();
    work.run();
    System.out.printf(
        "%s: %,d ms, of which this thread was busy %,d ms%n",
        what,
        (System.nanoTime() - begin) / 1_000_000,
        (threads.getCurrentThreadCpuTime() - cpu) / 1_000_000);
  }
}
