package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;
import static org.lmskit.catalog.DayRule.hire;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.assignment.AssignmentEvent.Escalated;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.GroupId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PrincipalId;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;
import org.lmskit.store.InMemoryStore;
import org.lmskit.workforce.AppointmentEntry;

class AssignmentsTest {
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

  private static void assertRefused(Reason reason, Callable<?> work) {
    assertThatThrownBy(work::call)
        .isInstanceOfSatisfying(
            RejectedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
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
  void correction_that_undoes_an_exit_leaves_the_state_as_if_it_never_was() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(assignment(30)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    String first = company.open(PETRA, "c").id().value();
    company.on("2026-04-15");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", "2026-04-15"));
    company.on("2026-06-01");
    company.feed(line("a2", PETRA, "racks", "2026-06-01", null));
    assertThat(company.standing(PETRA, course, "2026-06-01"))
        .isEqualTo("ACTIVE 2 due 2026-07-01 [rule r]");
    company.heard();

    company.feed(line("a3", PETRA, "warehouse", "2026-04-15", "2026-06-01"));

    assertThat(company.heard())
        .containsExactly("AssignmentCorrected course c 2026-04-15", "Overdue course c 2026-05-02");
    assertThat(company.standing(PETRA, course, "2026-06-01"))
        .isEqualTo("ACTIVE 1 due 2026-05-01 [rule r]");
    assertThat(company.open(PETRA, "c").id().value()).isEqualTo(first);
  }

  @Test
  void add_only_keeps_what_a_correction_would_take_away_since_it_depends_on_arrival() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).mode(RuleMode.ADD_ONLY));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));

    company.feed(line("a1", PETRA, "office", "2026-04-01", null));

    assertThat(company.standing(PETRA, course, "2026-04-01")).isEqualTo("ACTIVE 1 [rule r]");
    lms.assignments().switchMode(new RuleId("r"), RuleMode.UPDATE);
    assertThat(company.standing(PETRA, course, "2026-04-01")).isEqualTo("-");
  }

  @Test
  void retiring_a_rule_lets_everybody_leave_by_its_exit_policy() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(assignment(30)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    company.on("2026-04-10");

    lms.assignments().retire(new RuleId("r"));

    assertThat(company.standing(PETRA, course, "2026-04-09"))
        .isEqualTo("ACTIVE 1 due 2026-05-01 [rule r]");
    assertThat(company.standing(PETRA, course, "2026-04-10")).isEqualTo("WITHDRAWN 1");
    assertThatThrownBy(() -> lms.assignments().retire(new RuleId("none")))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void groups_attributes_and_moves_of_the_organisation_change_who_matches() {
    Subject other = company.course("d", 1);
    lms.assignments()
        .publish(AssignmentRule.of(
            "r", Audience.group("first-aiders").or(Audience.attribute("shift", "night")), course));
    lms.assignments()
        .publish(AssignmentRule.of(
            "s", Audience.unit("office").and(Audience.group("first-aiders").negated()), other));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    assertThat(company.standing(PETRA, course, "2026-04-01")).isEqualTo("-");

    lms.workforce().attribute(PETRA, "shift", "night", LocalDate.of(2026, 4, 1));
    assertThat(company.standing(PETRA, course, "2026-04-01")).isEqualTo("ACTIVE 1 [rule r]");
    lms.workforce().attribute(PETRA, "shift", "day", LocalDate.of(2026, 4, 10));
    assertThat(company.standing(PETRA, course, "2026-04-10")).isEqualTo("WITHDRAWN 1");

    lms.workforce()
        .place(new OrgUnitId("racks"), "Racks", new OrgUnitId("office"), LocalDate.of(2026, 4, 20));
    assertThat(company.standing(PETRA, other, "2026-04-20")).isEqualTo("ACTIVE 1 [rule s]");
    company.on("2026-04-20");
    assertThat(company.open(PETRA, "d").state()).isEqualTo(EnrollmentState.ACTIVE);

    lms.workforce().join(PETRA, new GroupId("first-aiders"), LocalDate.of(2026, 4, 20));
    assertThat(company.standing(PETRA, course, "2026-04-20")).isEqualTo("ACTIVE 2 [rule r]");
    assertThat(company.standing(PETRA, other, "2026-04-20")).isEqualTo("-");
  }

  @Test
  void certification_duty_is_fulfilled_while_compliant_and_its_renewal_is_a_new_cycle() {
    Subject refresher = company.course("refresher", 1);
    lms.certifications()
        .publish(Certification.of("fk", "Forklift", Period.ofMonths(12), LocalDate.of(2020, 1, 1))
            .renewalWindow(Period.ofDays(60))
            .primary(course)
            .renewal(refresher));
    Subject fk = Subject.certification("fk");
    lms.assignments()
        .publish(AssignmentRule.of("r", WAREHOUSE, fk)
            .due(assignment(30))
            .reminding(Reminders.before(30)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    company.on("2026-04-08");
    company.read(PETRA, "c", 1, 1);
    assertThat(company.standing(PETRA, fk, "2026-04-08"))
        .isEqualTo("SATISFIED 1 due 2026-05-01 [rule r]");
    company.on("2027-02-07");

    assertThat(company.standing(PETRA, fk, "2027-02-07"))
        .isEqualTo("ACTIVE 2 due 2027-04-07 [rule r]");
    assertThat(company.compliance(PETRA, "2027-02-07")).isEqualTo("1/1");
    assertThat(company.compliance(PETRA, "2027-04-08")).isEqualTo("0/1");
    company.on("2027-03-20");
    company.heard();
    company.read(PETRA, "refresher", 1, 1);

    assertThat(company.heard()).containsExactly("AssignmentSatisfied certification fk 2027-03-20");
    assertThat(company.standing(PETRA, fk, "2027-03-20"))
        .isEqualTo("SATISFIED 2 due 2027-04-07 [rule r]");
    company.on("2029-01-01");
    assertThat(company.standing(PETRA, fk, "2029-01-01"))
        .isEqualTo("ACTIVE 3 due 2028-03-19 [rule r]");
    assertThat(company.heard())
        .containsExactly(
            "AssignmentOpened certification fk 2028-01-20",
            "DueSoon certification fk 2028-02-18",
            "AssignmentChanged certification fk 2028-03-20",
            "Overdue certification fk 2028-03-20");
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
  void dry_run_of_a_rule_gives_what_publishing_it_records_and_writes_nothing() {
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    AssignmentRule rule =
        AssignmentRule.of("r", WAREHOUSE, course).due(assignment(3)).reminding(Reminders.before(5));
    company.test.events();

    DryRun<RuleVersion> what = lms.dryRun(l -> l.assignments().publish(rule));

    assertThat(company.test.events()).isEmpty();
    assertThat(lms.assignments().rules()).isEmpty();
    lms.assignments().publish(rule);
    assertThat(what.events())
        .extracting(event -> event.getClass().getSimpleName())
        .isEqualTo(company.test.events())
        .containsExactly("RulePublished", "AssignmentOpened", "EnrollmentOpened", "DueSoon");
  }

  @Test
  void unsound_rules_are_refused_with_the_reason() {
    AssignmentRule rule = AssignmentRule.of("r", WAREHOUSE, course);
    Assignments all = lms.assignments();
    all.publish(rule.exit(ExitPolicy.CANCEL));

    assertRefused(
        AssignmentReason.SUBJECT_UNKNOWN,
        () -> all.publish(AssignmentRule.of("x", WAREHOUSE, Subject.course("none"))));
    assertRefused(
        AssignmentReason.SUBJECT_UNKNOWN,
        () -> all.publish(AssignmentRule.of("x", WAREHOUSE, Subject.certification("none"))));
    assertRefused(
        AssignmentReason.ORG_UNIT_UNKNOWN,
        () -> all.publish(AssignmentRule.of("x", Audience.unit("moon"), course)));
    assertRefused(
        AssignmentReason.POSITION_UNKNOWN,
        () -> all.publish(AssignmentRule.of("x", Audience.position("pope"), course)));
    assertRefused(
        AssignmentReason.AUDIENCE_IMPOSSIBLE,
        () -> all.publish(AssignmentRule.of("x", WAREHOUSE.and(WAREHOUSE.negated()), course)));
    assertRefused(
        AssignmentReason.RULE_CONTRADICTS,
        () -> all.publish(AssignmentRule.of("x", Audience.all(WAREHOUSE), course)));
    assertRefused(
        AssignmentReason.BACK_DATED, () -> all.publish(rule.from(LocalDate.of(2025, 1, 1))));
    Subject other = company.course("d", 1);
    assertRefused(
        AssignmentReason.SUBJECT_CHANGED,
        () -> all.publish(AssignmentRule.of("r", WAREHOUSE, other)));
    assertThat(all.versions(new RuleId("r"))).hasSize(1);
    all.publish(AssignmentRule.of("x", WAREHOUSE, course).exit(ExitPolicy.CANCEL));
    all.publish(AssignmentRule.of("y", WAREHOUSE, course).mode(RuleMode.ADD_ONLY));
  }

  @Test
  void decisions_need_a_reason_a_day_that_has_come_and_something_to_decide() {
    company.on("2026-04-01");
    Assignments all = lms.assignments();

    assertRefused(AssignmentReason.REASON_MISSING, () -> all.waive(PETRA, course, APRIL, " "));
    assertRefused(
        AssignmentReason.FUTURE_DAY, () -> all.waive(PETRA, course, APRIL.plusDays(1), "knows it"));
    assertRefused(
        AssignmentReason.SUBJECT_UNKNOWN,
        () -> all.assign(PETRA, Subject.course("none"), null, APRIL, "asked"));
    assertRefused(
        AssignmentReason.NOT_WAIVED, () -> all.liftWaiver(PETRA, course, APRIL, "why not"));
    assertRefused(
        AssignmentReason.NOT_EXCLUDED, () -> all.liftExclusion(PETRA, course, APRIL, "why not"));
    assertRefused(
        AssignmentReason.NOT_ASSIGNED, () -> all.unassign(PETRA, course, APRIL, "why not"));
    assertRefused(
        AssignmentReason.NO_DUTY,
        () -> all.extend(PETRA, course, APRIL, APRIL.plusDays(9), "was ill"));
    all.assign(PETRA, course, assignment(10), APRIL, "asked for it");
    assertRefused(
        AssignmentReason.NOT_LATER,
        () -> all.extend(PETRA, course, APRIL, APRIL.plusDays(10), "was ill"));
    assertThat(all.extend(PETRA, course, APRIL, APRIL.plusDays(11), "was ill")
            .situation()
            .dueOn())
        .contains(APRIL.plusDays(11));
  }

  @Test
  void waiver_and_exclusion_change_the_duty_and_telling_them_again_changes_nothing() {
    Assignments all = lms.assignments();
    company.on("2026-04-01");
    all.assign(PETRA, course, assignment(30), APRIL, "asked for it");
    company.heard();

    all.waive(PETRA, course, APRIL, "knows it");
    all.waive(PETRA, course, APRIL, "knows it");
    assertThat(company.heard())
        .containsExactly("DutyDecided course c 2026-04-01", "AssignmentWaived course c 2026-04-01");
    all.exclude(PETRA, course, APRIL, "never again");
    assertThat(lms.enrollments().findOpen(PETRA, new CourseId("c"))).isEmpty();
    assertThat(company.compliance(PETRA, "2026-04-01")).isEqualTo("0/0");
    company.on("2026-04-20");
    all.liftExclusion(PETRA, course, LocalDate.of(2026, 4, 20), "one more time");
    all.liftWaiver(PETRA, course, LocalDate.of(2026, 4, 20), "one more time");

    assertThat(company.standing(PETRA, course, "2026-04-20"))
        .isEqualTo("ACTIVE 2 due 2026-05-20 [person]");
    assertThat(company.open(PETRA, "c").cycle()).isEqualTo(2);
  }

  @Test
  void many_are_assigned_at_once() {
    company.on("2026-04-01");
    List<LearnerId> all = java.util.stream.IntStream.range(0, 900)
        .mapToObj(i -> new LearnerId("l" + i))
        .toList();

    lms.assignments().assignAll(all, course, assignment(10), APRIL, "new machine");

    assertThat(lms.assignments()
            .of(course, AssignmentState.ACTIVE, org.lmskit.model.PageRequest.first(1_000))
            .items())
        .hasSize(900);
  }

  @Test
  void explanation_names_the_reasons_the_due_day_and_what_remains() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(assignment(30)));
    lms.assignments().publish(AssignmentRule.of("s", Audience.staff(), course).due(hire(10)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));

    Explanation why = lms.assignments().explain(PETRA, course, APRIL).orElseThrow();

    assertThat(why.reasons())
        .extracting(because -> because.reason().cause() + " " + because.rules() + " "
            + because.ruleOrNull().equals(hire(10)))
        .containsExactly("rule r false false", "rule s true true");
    assertThat(why.situation().dueOn()).contains(LocalDate.of(2026, 4, 11));
    assertThat(why.remaining().orElseThrow().remaining()).hasValue(1);
    assertThat(lms.assignments().explain(MIRA, course, APRIL)).isEmpty();
  }

  @Test
  void host_is_asked_before_anything_is_done() {
    Lms strict = company
        .test
        .builder()
        .authorizer((principal, action, subject) -> !action.startsWith("assignments."))
        .build();
    Assignments all = strict.as(new PrincipalId("hr-7")).assignments();

    assertThatThrownBy(() -> all.publish(AssignmentRule.of("r", WAREHOUSE, course)))
        .hasMessageStartingWith("NOT_AUTHORIZED");
    assertThatThrownBy(() -> all.waive(PETRA, course, APRIL, "knows it"))
        .hasMessageStartingWith("NOT_AUTHORIZED");
    assertThatThrownBy(() -> all.standing(PETRA, APRIL)).hasMessageStartingWith("NOT_AUTHORIZED");
  }

  @Test
  void erased_learner_is_left_alone() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(assignment(3)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    lms.workforce().erase(PETRA);
    company.heard();

    company.on("2026-06-01");
    lms.workforce()
        .place(new OrgUnitId("racks"), "Racks", new OrgUnitId("office"), LocalDate.of(2026, 5, 1));

    assertThat(company.heard()).isEmpty();
  }

  @Test
  void completion_by_certification_day_needs_no_course() {
    lms.certifications()
        .publish(Certification.of("fk", "Forklift", Period.ofMonths(12), LocalDate.of(2020, 1, 1)));
    Subject fk = Subject.certification("fk");
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, fk).due(assignment(30)));
    company.on("2026-04-10");
    lms.certifications()
        .complete(PETRA, new CertificationId("fk"), Path.PRIMARY, LocalDate.of(2026, 3, 1));

    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));

    assertThat(company.standing(PETRA, fk, "2026-04-10"))
        .isEqualTo("SATISFIED 1 due 2026-05-01 [rule r]");
  }

  @Test
  void what_was_learned_elsewhere_satisfies_a_duty_in_the_same_call() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(assignment(30)));
    company.on("2026-04-10");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    company.heard();

    lms.recognitions()
        .recognise(PETRA, new CourseId("c"), LocalDate.of(2026, 4, 5), null, "the other site");

    assertThat(company.heard()).containsExactly("AssignmentSatisfied course c 2026-04-05");
  }

  @Test
  void completion_that_a_person_takes_away_leaves_the_duty_to_be_done_in_a_new_enrollment() {
    lms.assignments().publish(AssignmentRule.of("r", WAREHOUSE, course).due(assignment(30)));
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    EnrollmentId done = company.open(PETRA, "c").id();
    company.read(PETRA, "c", 1, 1);
    company.on("2026-04-10");

    lms.enrollments().withdrawCompletion(done, "somebody else sat there");

    assertThat(company.standing(PETRA, course, "2026-04-10"))
        .isEqualTo("ACTIVE 1 due 2026-05-01 [rule r]");
    assertThat(company.open(PETRA, "c").id()).isNotEqualTo(done);
    assertThat(company.open(PETRA, "c").cycle()).isEqualTo(2);
  }

  @Test
  void decisions_of_past_days_are_taken_in_any_order_and_those_of_today_need_something_to_decide() {
    company.on("2026-04-20");
    Assignments all = lms.assignments();

    all.liftWaiver(PETRA, course, APRIL.plusDays(9), "forgot it");
    all.extend(PETRA, course, APRIL.plusDays(12), APRIL.plusDays(40), "was ill");
    all.waive(PETRA, course, APRIL.plusDays(4), "knows it");
    assertThat(company.standing(PETRA, course, "2026-04-20")).isEqualTo("-");
    all.assign(PETRA, course, assignment(20), APRIL, "asked for it");

    assertThat(company.standing(PETRA, course, "2026-04-04"))
        .isEqualTo("ACTIVE 1 due 2026-04-21 [person]");
    assertThat(company.standing(PETRA, course, "2026-04-05"))
        .isEqualTo("WAIVED 1 due 2026-04-21 [person]");
    assertThat(company.standing(PETRA, course, "2026-04-10"))
        .isEqualTo("ACTIVE 1 due 2026-04-21 [person]");
    assertThat(company.standing(PETRA, course, "2026-04-13"))
        .isEqualTo("ACTIVE 1 due 2026-05-11 [person]");
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
