package org.lmskit.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.CsvFeed;
import org.lmskit.workforce.FeedLine;
import org.lmskit.workforce.FeedReport;

/** An organisation and its people, told by a personnel system, with findings per line. */
public final class TellTheOrganisation {
  private static final String PEOPLE = """
      learner,name,appointment,unit,position,manager,zone,from,before,groups,valid-from,attribute.grade
      mira,Mira,a1,racks,associate,tom,Europe/Lisbon,2026-05-18,,first-aid,2026-05-18,junior
      tom,Tom,a2,warehouse,lead,,Europe/Lisbon,2024-01-01,,,,
      ken,Ken,a3,racks,associate,tom,Asia/Tokio,2026-05-18,,,,
      """;

  private TellTheOrganisation() {}

  /** Tells the story on the console. */
  public static void main(String[] args) throws IOException {
    run(System.out);
  }

  static void run(PrintStream out) throws IOException {
    Clock clock = Clock.fixed(Instant.parse("2026-05-20T08:00:00Z"), ZoneOffset.UTC);
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(clock))
        .clock(clock)
        .build();
    LocalDate start = LocalDate.of(2024, 1, 1);
    lms.workforce()
        .feed(List.of(
            new FeedLine.Part("1", new OrgUnitId("warehouse"), "Warehouse", null, start),
            new FeedLine.Part(
                "2", new OrgUnitId("racks"), "Racks", new OrgUnitId("warehouse"), start),
            new FeedLine.Job("3", new PositionId("associate"), "Associate"),
            new FeedLine.Job("4", new PositionId("lead"), "Shift lead")));

    CsvFeed csv = CsvFeed.read("people.csv", new StringReader(PEOPLE));
    csv.problems().forEach(p -> out.println(p.code() + " " + p.location() + " " + p.message()));
    FeedReport report = lms.workforce().feed(csv.lines());
    out.println("accepted " + report.accepted() + ", refused " + report.refused());

    LocalDate today = LocalDate.of(2026, 5, 20);
    LearnerId mira = new LearnerId("mira");
    out.println("hired on " + lms.workforce().hiredOn(mira, today).orElseThrow());
    out.println("managers " + lms.workforce().managers(mira, today).size());
    out.println("in the warehouse "
        + lms.workforce().appointmentsIn(new OrgUnitId("warehouse"), today).size());
    out.println("groups " + lms.workforce().groups(mira, today));
    lms.workforce().leave(mira, new GroupId("first-aid"), LocalDate.of(2026, 6, 1));
    out.println("groups in June " + lms.workforce().groups(mira, LocalDate.of(2026, 6, 1)));
  }
}
