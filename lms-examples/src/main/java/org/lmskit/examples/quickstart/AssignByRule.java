package org.lmskit.examples.quickstart;

import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentEvent;
import org.lmskit.assignment.AssignmentRule;
import org.lmskit.assignment.Audience;
import org.lmskit.assignment.Reminders;
import org.lmskit.assignment.RuleVersion;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.Position;

/** A duty over two months: given by a rule, overdue, escalated, extended, gone with a transfer, and back. */
public final class AssignByRule {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final Subject SAFETY = Subject.course("safety");
  private static final ZoneId LISBON = ZoneId.of("Europe/Lisbon");

  private AssignByRule() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static List<String> run(PrintStream out) {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-05-01T09:00:00Z"));
    InstantSource source = now::get;
    Clock clock = source.withZone(ZoneOffset.UTC);
    List<String> told = new ArrayList<>();
    Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(clock))
        .clock(clock)
        .listener(
            "mail",
            (tenant, events) -> events.stream()
                .filter(AssignmentEvent.OfDuty.class::isInstance)
                .forEach(event ->
                    told.add(event.getClass().getSimpleName() + " " + event.effectiveOn())))
        .build();
    LocalDate since = LocalDate.of(2026, 1, 1);
    lms.workforce().place(new OrgUnitId("warehouse"), "Warehouse", null, since);
    lms.workforce().define(new Position(new PositionId("associate"), "Warehouse Associate"));
    lms.catalog()
        .publish(Course.of("safety", "Safety induction")
            .unit(
                "u1",
                "Film",
                Viewable.link(URI.create("https://example.org/film"), ViewingRule.OPENED)));

    AssignmentRule rule = AssignmentRule.of("induction", Audience.unit("warehouse"), SAFETY)
        .due(DayRule.hire(14))
        .reminding(Reminders.before(7).escalating(3));
    lms.assignments().publish(rule);
    AppointmentEntry job = AppointmentEntry.of(
            "job-1", "mira", "warehouse", "associate", LISBON, LocalDate.of(2026, 5, 4))
        .under("tom");
    lms.workforce().appoint(job);

    now.set(Instant.parse("2026-05-25T09:00:00Z"));
    lms.advance();
    out.println("told so far: " + told);
    LocalDate today = LocalDate.of(2026, 5, 25);
    out.println("compliant: " + lms.assignments().compliance(MIRA, today));
    lms.assignments().extend(MIRA, SAFETY, today, LocalDate.of(2026, 6, 5), "was ill");
    out.println("why: " + lms.assignments().explain(MIRA, SAFETY, today).orElseThrow());

    lms.workforce().appoint(job.before(LocalDate.of(2026, 5, 20)));
    out.println("she had left before: "
        + lms.assignments()
            .standing(MIRA, SAFETY, today)
            .orElseThrow()
            .situation()
            .state());

    RuleVersion next =
        lms.dryRun(l -> l.assignments().publish(rule.due(DayRule.hire(7)))).result();
    out.println("version " + next.number() + " could be published");
    out.println("told: " + told);
    return told;
  }
}
