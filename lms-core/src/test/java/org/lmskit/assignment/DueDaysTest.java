package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;
import static org.lmskit.catalog.DayRule.hire;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentEvent.Escalated;
import org.lmskit.catalog.Subject;
import org.lmskit.model.LearnerId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.AppointmentEntry;

/** When duties are due, in whose time, and what the host is told as the day comes and goes. */
class DueDaysTest {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final LearnerId YUKI = new LearnerId("yuki");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Audience WAREHOUSE = Audience.unit("warehouse");

  private final Company company = new Company(new InMemoryStore());
  private final Lms lms = company.lms;
  private final Subject course = company.course("c", 1);

  @AfterEach
  void close() {
    company.test.store.close();
  }

  private static AppointmentEntry hired(LearnerId who, String zone, String from) {
    return AppointmentEntry.of(
        "of " + who, who.value(), "racks", "associate", ZoneId.of(zone), LocalDate.parse(from));
  }

  @Test
  void overdue_and_escalation_come_once_at_midnight_of_the_persons_zone() {
    lms.assignments()
        .publish(AssignmentRule.of("r", WAREHOUSE.and(Audience.position("associate")), course)
            .due(hire(3))
            .reminding(Reminders.before(7).escalating(3, 5)));
    company.on("2026-05-18");
    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-05-18").under("tom"));
    lms.workforce()
        .appoint(AppointmentEntry.of("of tom", "tom", "office", "clerk", Company.LISBON, APRIL)
            .under("uma"));
    assertThat(company.heard())
        .containsExactly("AssignmentOpened course c 2026-05-18", "DueSoon course c 2026-05-18");

    company.at("2026-05-21T22:59:59Z");
    lms.advance();
    assertThat(company.heard()).isEmpty();
    company.at("2026-05-21T23:00:00Z");
    lms.advance();
    assertThat(company.heard()).containsExactly("Overdue course c 2026-05-22");
    company.on("2026-08-01");

    List<Escalated> escalated = company.test.heard.stream()
        .filter(Escalated.class::isInstance)
        .map(Escalated.class::cast)
        .toList();
    assertThat(company.heard())
        .containsExactly("Escalated course c 2026-05-24", "Escalated course c 2026-05-26");
    assertThat(escalated)
        .extracting(event -> lms.workforce()
            .learners(List.of(event.toOrNull()))
            .get(event.toOrNull())
            .id()
            .value())
        .containsExactly("tom", "uma");
    lms.advance();
    assertThat(company.heard()).isEmpty();
  }

  @Test
  void one_instant_is_in_time_in_lisbon_and_late_in_tokyo() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(hire(3)));
    company.at("2026-05-18T12:00:00Z");
    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-05-18"));
    lms.workforce().appoint(hired(YUKI, "Asia/Tokyo", "2026-05-18"));
    company.at("2026-05-21T16:30:00Z");
    company.heard();

    company.read(MIRA, "c", 1, 1);
    company.read(YUKI, "c", 1, 1);

    assertThat(company.heard())
        .containsExactly(
            "AssignmentSatisfied course c 2026-05-21",
            "Overdue course c 2026-05-22",
            "AssignmentSatisfied course c 2026-05-22");
    assertThat(company.standing(MIRA, course, "2026-05-22"))
        .isEqualTo("SATISFIED 1 due 2026-05-21 [rule r]");
  }

  @Test
  void late_feed_is_overdue_at_once_or_gets_a_realistic_allowance() {
    Subject other = company.course("d", 1);
    lms.assignments()
        .publish(
            AssignmentRule.of("r", WAREHOUSE, course).due(hire(3)).reminding(Reminders.before(7)));
    lms.assignments()
        .publish(AssignmentRule.of("s", WAREHOUSE, other)
            .due(hire(3))
            .allowing(Allowance.REALISTIC_ALLOWANCE));
    company.on("2026-05-27");

    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-05-18"));

    assertThat(company.heard())
        .containsExactly(
            "AssignmentOpened course c 2026-05-18",
            "AssignmentOpened course d 2026-05-18",
            "DueSoon course c 2026-05-18",
            "Overdue course c 2026-05-22");
    assertThat(company.standing(MIRA, course, "2026-05-27"))
        .isEqualTo("ACTIVE 1 due 2026-05-21 [rule r]");
    assertThat(company.standing(MIRA, other, "2026-05-27"))
        .isEqualTo("ACTIVE 1 due 2026-05-30 [rule s]");
    company.on("2026-06-10");
    assertThat(company.heard()).containsExactly("Overdue course d 2026-05-31");
    assertThat(company.standing(MIRA, other, "2026-06-10"))
        .isEqualTo("ACTIVE 1 due 2026-05-30 [rule s]");
  }

  @Test
  void what_was_known_in_time_is_no_late_news_after_a_downtime() {
    lms.assignments()
        .publish(AssignmentRule.of("s", WAREHOUSE, course)
            .due(hire(3))
            .allowing(Allowance.REALISTIC_ALLOWANCE));
    company.on("2026-05-10");
    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-05-18"));
    company.at("2026-05-27T12:00:00Z");

    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-05-18").under("tom"));

    assertThat(company.standing(MIRA, course, "2026-05-27"))
        .isEqualTo("ACTIVE 1 due 2026-05-21 [rule s]");
  }

  @Test
  void due_day_can_follow_the_completion_of_something_else() {
    Subject other = company.course("d", 1);
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course));
    lms.assignments()
        .publish(AssignmentRule.of("s", WAREHOUSE, other)
            .due(org.lmskit.catalog.DayRule.following(course, 10)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    assertThat(company.standing(PETRA, other, "2026-04-01")).isEqualTo("ACTIVE 1 [rule s]");
    company.on("2026-04-05");

    company.read(PETRA, "c", 1, 1);

    assertThat(company.standing(PETRA, other, "2026-04-05"))
        .isEqualTo("ACTIVE 1 due 2026-04-15 [rule s]");
  }

  @Test
  void duty_that_a_person_gave_is_reminded_of_and_escalated_as_he_asked() {
    company.on("2026-04-01");
    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-03-01"));
    company.heard();

    lms.assignments()
        .assign(MIRA, course, assignment(10), Reminders.before(3).escalating(2), APRIL, "asked");
    company.on("2026-05-01");

    assertThat(company.heard())
        .containsExactly(
            "DutyDecided course c 2026-04-01",
            "AssignmentOpened course c 2026-04-01",
            "DueSoon course c 2026-04-08",
            "Overdue course c 2026-04-12",
            "Escalated course c 2026-04-13");
  }

  @Test
  void escalation_goes_up_the_chain_and_past_its_top_to_the_highest() {
    LearnerId boss = new LearnerId("boss");
    LearnerId head = new LearnerId("head");
    company.on("2026-04-01");
    lms.workforce().appoint(hired(head, "Europe/Lisbon", "2026-01-01"));
    lms.workforce().appoint(hired(boss, "Europe/Lisbon", "2026-01-01").under("head"));
    lms.workforce().appoint(hired(MIRA, "Europe/Lisbon", "2026-01-01").under("boss"));
    lms.assignments()
        .assign(MIRA, course, assignment(5), Reminders.NONE.escalating(1, 4, 9), APRIL, "asked");

    company.on("2026-05-01");

    assertThat(company.test.heard.stream()
            .filter(Escalated.class::isInstance)
            .map(Escalated.class::cast)
            .map(event -> event.effectiveOn() + " " + event.level() + " "
                + lms.workforce().learners(List.of(event.toOrNull())).values().stream()
                    .map(known -> known.id().value())
                    .toList()))
        .containsExactly("2026-04-07 1 [boss]", "2026-04-10 2 [head]", "2026-04-15 3 [head]");
  }
}
