package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.catalog.Draft;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.VersionPlan;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.RejectedException;
import org.lmskit.store.InMemoryStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;

/** A course from the first draft to its second version. */
public final class PublishCourse {
  private PublishCourse() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    Clock clock = Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(clock))
        .clock(clock)
        .build();

    Course course = Course.of("fire-safety", "Fire safety")
        .withTitle(Text.of("Fire safety").with("pt", "Segurança contra incêndios"))
        .unit(
            "alarms",
            "Alarms",
            Viewable.link(URI.create("https://acme.example/alarms"), ViewingRule.OPENED));
    Draft draft = lms.catalog().save(lms.catalog().newDraft(course));
    lms.catalog()
        .check(draft.course())
        .forEach(p -> out.println(p.severity() + " " + p.code() + " " + p.location()));
    CourseVersion first = lms.catalog().publish(draft.course());
    out.println("published version " + first.number());

    Course better = course.unit(Unit.of(
            "exits",
            "Exits",
            Viewable.link(URI.create("https://acme.example/exits"), ViewingRule.OPENED))
        .after("alarms"));
    try {
      lms.catalog().publish(better);
    } catch (RejectedException e) {
      out.println(e.reason() + " " + e.details().values().stream().sorted().toList());
    }
    VersionPlan plan = VersionPlan.propose(course, better).sunset(LocalDate.of(2026, 6, 1));
    out.println("would record "
        + lms.dryRun(dry -> dry.catalog().publish(better, plan)).events().size() + " event");
    out.println("published version " + lms.catalog().publish(better, plan).number());
  }
}
