package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.Lms;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.ExpiryBasis;
import org.lmskit.certification.Path;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.PageRequest;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Step;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.AppointmentEntry;

/** The rules of duties as a host meets them, with numbers that stand in no scenario. */
class OtherNumbersTest {
  private final Company company = new Company(new InMemoryStore());
  private final Lms lms = company.lms;

  @AfterEach
  void close() {
    company.test.store.close();
  }

  private void rule(String id, Audience audience, Subject subject, DayRule due, ExitPolicy exit) {
    lms.assignments().publish(AssignmentRule.of(id, audience, subject).due(due).exit(exit));
  }

  @Test
  void due_days_of_months_are_clipped_and_count_from_the_day_of_each_cycle() {
    Subject course = company.course("c", 1);
    DayRule month = new DayRule.Since(DayRule.Anchor.ASSIGNMENT, Period.ofMonths(1));
    rule("r", Audience.unit("racks"), course, month, ExitPolicy.CANCEL);
    company.on("2027-01-31");
    company.feed(line("1", PETRA, "racks", "2027-01-31", "2027-03-31"));
    company.on("2027-03-31");
    company.feed(line("2", PETRA, "racks", "2027-05-31", null));
    company.on("2027-07-01");

    assertThat(company.standing(PETRA, course, "2027-02-28"))
        .isEqualTo("ACTIVE 1 due 2027-02-28 [rule r]");
    assertThat(company.standing(PETRA, course, "2027-04-01")).isEqualTo("WITHDRAWN 1");
    assertThat(company.standing(PETRA, course, "2027-05-31"))
        .isEqualTo("ACTIVE 2 due 2027-06-30 [rule r]");
    assertThat(lms.assignments()
            .standing(PETRA, course, LocalDate.parse("2027-07-01"))
            .orElseThrow()
            .overdueDays())
        .isEqualTo(31); // March 1st to 30th, and July 1st
  }

  @Test
  void an_extension_ends_with_its_reason_and_a_resumption_has_the_days_that_it_left() {
    Subject course = company.course("c", 2);
    rule(
        "r",
        Audience.unit("office"),
        course,
        DayRule.assignment(10),
        ExitPolicy.SUSPEND_IF_STARTED);
    company.on("2026-03-02");
    company.feed(line("1", PETRA, "office", "2026-03-02", null));
    company.on("2026-03-04");
    company.read(PETRA, "c", 1, 1);
    lms.assignments()
        .extend(PETRA, course, day("2026-03-04"), day("2026-03-29"), "was ill"); // due was 03-12
    company.on("2026-03-18");
    company.feed(line("1", PETRA, "office", "2026-03-02", "2026-03-18"));

    assertThat(company.standing(PETRA, course, "2026-03-18")).isEqualTo("SUSPENDED 1 left 11");
    company.on("2026-10-05");
    company.feed(line("2", PETRA, "office", "2026-10-05", null));
    assertThat(company.standing(PETRA, course, "2026-10-05"))
        .isEqualTo("ACTIVE 1 due 2026-10-16 [rule r]");
  }

  @Test
  void of_three_reasons_that_end_on_one_day_the_least_destructive_policy_rules() {
    Subject course = company.course("c", 2);
    rule("a", Audience.unit("racks"), course, DayRule.assignment(40), ExitPolicy.CANCEL);
    rule("b", Audience.unit("warehouse"), course, DayRule.assignment(25), ExitPolicy.CANCEL);
    rule(
        "c",
        Audience.position("associate").and(Audience.unit("racks")),
        course,
        DayRule.assignment(60),
        ExitPolicy.WITHDRAW_IF_NOT_STARTED);
    company.on("2026-05-04");
    company.feed(line("1", PETRA, "racks", "2026-05-04", "2026-05-20"));
    company.read(PETRA, "c", 1, 1);
    company.on("2026-05-20");

    assertThat(company.standing(PETRA, course, "2026-05-19"))
        .isEqualTo("ACTIVE 1 due 2026-05-29 [rule a, rule b, rule c]");
    assertThat(company.standing(PETRA, course, "2026-05-20")).isEqualTo("SUSPENDED 1 left 9");
  }

  @Test
  void a_correction_that_undoes_an_exit_brings_the_same_cycle_and_enrollment_back() {
    Subject course = company.course("c", 3);
    rule("r", Audience.unit("office"), course, DayRule.assignment(21), ExitPolicy.CANCEL);
    company.on("2026-06-01");
    company.feed(line("1", PETRA, "office", "2026-06-01", "2026-06-10"));
    company.read(PETRA, "c", 1, 2);
    Enrollment enrollment = company.open(PETRA, "c");
    company.on("2026-06-14");
    assertThat(company.standing(PETRA, course, "2026-06-14")).isEqualTo("WITHDRAWN 1");

    company.feed(line("1", PETRA, "office", "2026-06-01", null));

    assertThat(company.standing(PETRA, course, "2026-06-14"))
        .isEqualTo("ACTIVE 1 due 2026-06-22 [rule r]");
    assertThat(company.open(PETRA, "c").id()).isEqualTo(enrollment.id());
    assertThat(company.open(PETRA, "c").progress()).hasToString("2/3");
  }

  @Test
  void a_mode_switch_applies_the_difference_of_its_day() {
    Subject course = company.course("c", 1);
    rule("r", Audience.unit("office"), course, DayRule.assignment(15), ExitPolicy.CANCEL);
    company.on("2026-02-02");
    company.feed(line("1", PETRA, "office", "2026-02-02", "2026-02-20"));
    lms.assignments().switchMode(new RuleId("r"), RuleMode.ADD_ONLY);
    company.on("2026-03-10");
    assertThat(company.standing(PETRA, course, "2026-03-10"))
        .isEqualTo("ACTIVE 1 due 2026-02-17 [rule r]");

    lms.assignments().switchMode(new RuleId("r"), RuleMode.UPDATE);

    assertThat(company.standing(PETRA, course, "2026-03-09"))
        .isEqualTo("ACTIVE 1 due 2026-02-17 [rule r]");
    assertThat(company.standing(PETRA, course, "2026-03-10")).isEqualTo("WITHDRAWN 1");
  }

  @Test
  void duties_of_a_path_inside_a_path_live_and_end_with_the_outer_one() {
    Subject basics = company.course("basics", 1);
    Subject lifts = company.course("lifts", 1);
    lms.paths()
        .publish(LearningPath.of("inner", "Inner")
            .step(Step.of("i1", "Lifts", lifts).due(DayRule.start(12))));
    lms.paths()
        .publish(LearningPath.of("outer", "Outer")
            .step(Step.of("o1", "Basics", basics).due(DayRule.start(5)))
            .step(Step.of("o2", "Inner", Subject.path("inner")).due(DayRule.start(20))));
    rule(
        "r",
        Audience.unit("racks"),
        Subject.path("outer"),
        DayRule.assignment(30),
        ExitPolicy.CANCEL);
    company.on("2026-04-06");
    company.feed(line("1", PETRA, "racks", "2026-04-06", "2026-05-01"));

    assertThat(company.standing(PETRA, Subject.path("inner"), "2026-04-06"))
        .isEqualTo("ACTIVE 1 due 2026-04-26 [path outer step o2]");
    assertThat(company.standing(PETRA, lifts, "2026-04-06"))
        .isEqualTo("ACTIVE 1 due 2026-04-18 [path inner step i1]");
    assertThat(company.compliance(PETRA, "2026-04-06")).isEqualTo("0/4");
    company.on("2026-04-10");
    company.read(PETRA, "lifts", 1, 1);
    assertThat(company.standing(PETRA, Subject.path("inner"), "2026-04-10"))
        .isEqualTo("SATISFIED 1 due 2026-04-26 [path outer step o2]");
    company.on("2026-05-01");
    assertThat(company.compliance(PETRA, "2026-05-01")).isEqualTo("0/0");
    assertThat(company.standing(PETRA, basics, "2026-05-01")).isEqualTo("WITHDRAWN 1");
  }

  @Test
  void a_certification_that_is_extended_and_paused_moves_the_duty_to_renew_it() {
    CertificationId crane = new CertificationId("crane");
    Subject subject = Subject.certification("crane");
    lms.certifications()
        .publish(Certification.of("crane", "Crane", Period.ofMonths(6), day("2020-01-01"))
            .basis(ExpiryBasis.expiry())
            .renewalWindow(Period.ofDays(20))
            .grace(Period.ofDays(10)));
    rule("r", Audience.unit("racks"), subject, DayRule.assignment(14), ExitPolicy.CANCEL);
    company.on("2026-01-07");
    company.feed(line("1", PETRA, "racks", "2026-01-07", null));
    company.on("2026-01-15");
    lms.certifications()
        .complete(PETRA, crane, org.lmskit.certification.Path.PRIMARY, day("2026-01-15"));
    company.on("2026-02-01");
    lms.certifications().extend(PETRA, crane, day("2026-02-01"), day("2026-08-01"), "by law");
    lms.certifications().pause(PETRA, crane, day("2026-02-01"), "leave");
    assertThat(company.compliance(PETRA, "2026-02-01")).isEqualTo("0/1");
    company.on("2026-03-03");
    lms.certifications().resume(PETRA, crane, day("2026-03-03"), "back"); // after 30 days

    assertThat(lms.certifications().statusOn(PETRA, crane, day("2026-03-03")).validUntil())
        .contains(day("2026-08-31"));
    assertThat(company.standing(PETRA, subject, "2026-08-10"))
        .isEqualTo("SATISFIED 1 due 2026-01-21 [rule r]");
    assertThat(company.standing(PETRA, subject, "2026-08-11"))
        .isEqualTo("ACTIVE 2 due 2026-08-30 [rule r]");
    assertThat(company.compliance(PETRA, "2026-08-30")).isEqualTo("1/1");
    assertThat(company.compliance(PETRA, "2026-08-31")).isEqualTo("0/1");
  }

  @Test
  void what_was_done_is_never_deleted_by_an_exit() {
    company.course("c", 2);
    rule(
        "r", Audience.unit("racks"), Subject.course("c"), DayRule.assignment(9), ExitPolicy.CANCEL);
    company.on("2026-04-06");
    company.feed(line("1", PETRA, "racks", "2026-04-06", "2026-04-12"));
    company.read(PETRA, "c", 1, 1);
    company.on("2026-04-13");

    List<Enrollment> all = lms.enrollments().of(PETRA, PageRequest.first(9)).items();
    assertThat(all)
        .extracting(one -> one.state() + " " + one.progress())
        .containsExactly("WITHDRAWN 1/2");
    assertThat(lms.attempts().of(all.get(0).id(), PageRequest.first(9)).items()).hasSize(1);
  }

  @Test
  void where_a_duty_stood_is_answered_as_it_was_known_at_an_instant() {
    Subject course = company.course("c", 1);
    company.on("2026-03-02");
    rule("r", Audience.unit("racks"), course, DayRule.hire(20), ExitPolicy.CANCEL);
    company.feed(line("1", PETRA, "racks", "2026-03-02", null));
    company.at("2026-03-20T10:00:00Z");
    company.feed(line("1", PETRA, "racks", "2026-02-23", null)); // he began a week before
    company.at("2026-04-06T10:00:00Z");
    lms.recognitions()
        .recognise(PETRA, new CourseId("c"), day("2026-03-12"), null, "seen on paper");

    assertThat(known("2026-03-12", "2026-03-01T00:00:00Z")).isEmpty();
    assertThat(known("2026-03-12", "2026-03-20T09:59:59Z"))
        .containsExactly("ACTIVE 1 due 2026-03-22 [rule r]");
    assertThat(known("2026-03-12", "2026-03-20T10:00:00Z"))
        .containsExactly("ACTIVE 1 due 2026-03-15 [rule r]");
    assertThat(known("2026-03-12", "2026-04-06T10:00:00Z"))
        .containsExactly("SATISFIED 1 due 2026-03-15 [rule r]");
    assertThat(known("2026-03-11", "2026-04-06T10:00:00Z"))
        .containsExactly("ACTIVE 1 due 2026-03-15 [rule r]");
    assertThat(known("2026-03-12", "2026-12-31T00:00:00Z"))
        .containsExactly(company.standing(PETRA, course, "2026-03-12"));
  }

  private List<String> known(String day, String asKnownAt) {
    return lms.assignments().standing(PETRA, day(day), Instant.parse(asKnownAt)).stream()
        .map(standing -> Life.text(standing.situation()))
        .toList();
  }

  @Test
  void a_duty_whose_certification_is_taken_away_is_due_on_that_day_and_not_before_it() {
    CertificationId crane = new CertificationId("crane");
    Subject subject = Subject.certification("crane");
    lms.certifications()
        .publish(Certification.of("crane", "Crane", Period.ofMonths(6), day("2020-01-01")));
    rule("r", Audience.unit("racks"), subject, DayRule.assignment(20), ExitPolicy.RETAIN);
    company.on("2026-03-01");
    company.feed(line("1", PETRA, "racks", "2026-03-01", null));
    lms.certifications().complete(PETRA, crane, Path.PRIMARY, day("2026-03-01"));
    company.on("2026-04-10");

    lms.certifications().revoke(PETRA, crane, day("2026-04-10"), "forged");

    assertThat(company.standing(PETRA, subject, "2026-04-09"))
        .isEqualTo("SATISFIED 1 due 2026-03-21 [rule r]");
    assertThat(company.standing(PETRA, subject, "2026-04-10"))
        .isEqualTo("ACTIVE 2 due 2026-04-10 [rule r]");
    lms.certifications().complete(PETRA, crane, Path.PRIMARY, day("2026-04-10"));
    company.on("2026-04-11");
    lms.certifications().complete(PETRA, crane, Path.PRIMARY, day("2026-04-11"));
    // without a window it can be renewed only once it has ended
    assertThat(company.standing(PETRA, subject, "2026-10-10"))
        .isEqualTo("SATISFIED 2 due 2026-04-10 [rule r]");
    assertThat(company.standing(PETRA, subject, "2026-10-11"))
        .isEqualTo("ACTIVE 3 due 2026-10-11 [rule r]");
  }

  @Test
  void a_day_whose_midnight_the_clocks_skip_begins_when_they_are_put_forward() {
    Subject course = company.course("c", 1);
    company.at("2026-04-01T09:00:00Z");
    lms.assignments()
        .publish(AssignmentRule.of("r", Audience.unit("racks"), course)
            .due(DayRule.fixed(day("2026-04-23")))
            .reminding(Reminders.before(3).escalating(2)));
    lms.workforce().appoint(job("1", "racks", "Africa/Cairo", "2026-04-01"));
    company.heard();

    assertTold("2026-04-19T21:59:59Z");
    assertTold("2026-04-19T22:00:00Z", "DueSoon course c 2026-04-20");
    assertTold("2026-04-23T21:59:59Z");
    assertTold("2026-04-23T22:00:00Z", "Overdue course c 2026-04-24"); // 01:00 there
    assertTold("2026-04-24T20:59:59Z");
    assertTold("2026-04-24T21:00:00Z", "Escalated course c 2026-04-25");
  }

  @Test
  void of_several_appointments_the_earliest_started_and_then_the_smaller_id_says_which_day_it_is() {
    Subject course = company.course("c", 1);
    rule("r", Audience.unit("racks"), course, DayRule.hire(60), ExitPolicy.RETAIN);
    company.at("2026-04-30T09:00:00Z");
    lms.workforce().appoint(job("b", "racks", "Pacific/Honolulu", "2026-03-01"));
    lms.workforce().appoint(job("a", "office", "Asia/Tokyo", "2026-03-01"));

    company.at("2026-05-01T16:00:00Z");
    company.read(PETRA, "c", 1, 1);
    assertThat(satisfied(course)).contains(day("2026-05-02")); // Tokyo
    lms.workforce().appoint(job("c", "warehouse", "Pacific/Honolulu", "2026-02-28"));
    Subject other = company.course("d", 1);
    rule("s", Audience.unit("racks"), other, DayRule.hire(60), ExitPolicy.RETAIN);
    company.read(PETRA, "d", 1, 1);
    assertThat(satisfied(other)).contains(day("2026-05-01")); // Honolulu
  }

  private Optional<LocalDate> satisfied(Subject subject) {
    return lms.assignments()
        .standing(PETRA, subject, day("2026-05-02"))
        .orElseThrow()
        .situation()
        .satisfiedOn();
  }

  private void assertTold(String instant, String... events) {
    company.at(instant);
    lms.advance();
    assertThat(company.heard()).containsExactly(events);
  }

  private static AppointmentEntry job(String id, String unit, String zone, String from) {
    return AppointmentEntry.of(id, "petra", unit, "associate", ZoneId.of(zone), day(from));
  }

  private static LocalDate day(String iso) {
    return LocalDate.parse(iso);
  }
}
