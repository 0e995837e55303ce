package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.Refused.assertRefused;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;
import static org.lmskit.catalog.DayRule.hire;

import java.time.LocalDate;
import java.time.Period;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lmskit.DryRun;
import org.lmskit.Lms;
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
import org.lmskit.store.InMemoryStore;

class AssignmentsTest {
  private static final LearnerId MIRA = new LearnerId("mira");
  private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
  private static final Audience WAREHOUSE = Audience.unit("warehouse");

  private final Company company = new Company(new InMemoryStore());
  private final Lms lms = company.lms;
  private final Subject course = company.course("c", 1);

  @AfterEach
  void close() {
    company.test.store.close();
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
}
