package org.lmskit.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lmskit.assignment.Company.PETRA;
import static org.lmskit.assignment.Company.line;
import static org.lmskit.catalog.DayRule.assignment;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.TestStore;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.Certification;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Path;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.model.CourseId;

/** Scenario S7: transfer between departments, exit and re-entry. */
@ParameterizedClass
@EnumSource(TestStore.class)
class TransferScenarioTest {
  private static final Subject PR = Subject.course("racking");
  private static final Subject FK = Subject.certification("forklift");
  private static final Subject DP = Subject.course("protection");
  private static final Subject FA = Subject.course("first-aid");
  private static final Subject FW = Subject.course("warden");

  private final Company company;

  TransferScenarioTest(TestStore store) {
    company = new Company(store.open());
  }

  @AfterEach
  void close() {
    company.test.store.close();
  }

  @BeforeEach
  void publish() {
    company.course("racking", 4);
    for (String id : List.of("protection", "first-aid", "warden")) {
      company.course(id, 1);
    }
    company
        .lms
        .certifications()
        .publish(Certification.of(
            "forklift", "Forklift", Period.ofMonths(12), LocalDate.of(2020, 1, 1)));
    Audience warehouse = Audience.unit("warehouse");
    Assignments assignments = company.lms.assignments();
    assignments.publish(AssignmentRule.of("r1", warehouse, PR)
        .due(assignment(30))
        .exit(ExitPolicy.SUSPEND_IF_STARTED));
    assignments.publish(AssignmentRule.of("r2", warehouse, FK).due(assignment(30)));
    assignments.publish(AssignmentRule.of("r3", Audience.unit("company"), DP).due(assignment(14)));
    assignments.publish(AssignmentRule.of("r4", warehouse, FA)
        .due(assignment(30))
        .exit(ExitPolicy.WITHDRAW_IF_NOT_STARTED));
    assignments.publish(AssignmentRule.of("r5", warehouse, DP));
    assignments.publish(AssignmentRule.of("r6", Audience.unit("office"), FW).due(assignment(30)));
  }

  private void april() {
    company.on("2026-04-01");
    company.feed(line("a1", PETRA, "racks", "2026-04-01", null));
    company.on("2026-04-03");
    company.read(PETRA, "racking", 1, 2);
    company.on("2026-04-08");
    company
        .lms
        .certifications()
        .complete(PETRA, new CertificationId("forklift"), Path.PRIMARY, LocalDate.of(2026, 4, 8));
    company.on("2026-04-10");
    company.read(PETRA, "protection", 1, 1);
  }

  private void exit() {
    company.feed(
        line("a1", PETRA, "racks", "2026-04-01", "2026-04-15"),
        line("a2", PETRA, "office", "2026-04-15", null));
  }

  private void reentry() {
    company.feed(
        line("a2", PETRA, "office", "2026-04-15", "2026-06-01"),
        line("a3", PETRA, "racks", "2026-06-01", null));
  }

  private List<String> table(String day) {
    List<String> row = new ArrayList<>();
    for (Subject subject : List.of(PR, FK, DP, FA, FW)) {
      row.add(company.standing(PETRA, subject, day));
    }
    row.add(company.compliance(PETRA, day));
    return row;
  }

  private void assertWholeTable() {
    assertThat(table("2026-04-14"))
        .containsExactly(
            "ACTIVE 1 due 2026-05-01 [rule r1]",
            "SATISFIED 1 due 2026-05-01 [rule r2]",
            "SATISFIED 1 due 2026-04-15 [rule r3, rule r5]",
            "ACTIVE 1 due 2026-05-01 [rule r4]",
            "-",
            "2/4");
    assertThat(table("2026-04-15"))
        .containsExactly(
            "SUSPENDED 1 left 16",
            "NOT_REQUIRED 1 due 2026-05-01",
            "SATISFIED 1 due 2026-04-15 [rule r3]",
            "WITHDRAWN 1",
            "ACTIVE 1 due 2026-05-15 [rule r6]",
            "1/2");
    assertThat(table("2026-05-20")).last().isEqualTo("1/2");
    assertThat(company.lms.assignments().standing(PETRA, FW, LocalDate.of(2026, 5, 15)))
        .hasValueSatisfying(standing -> assertThat(standing.overdue()).isFalse());
    assertThat(company.lms.assignments().standing(PETRA, FW, LocalDate.of(2026, 5, 16)))
        .hasValueSatisfying(standing -> assertThat(standing.overdue()).isTrue());
    assertThat(table("2026-06-01"))
        .containsExactly(
            "ACTIVE 1 due 2026-06-17 [rule r1]",
            "SATISFIED 1 due 2026-05-01 [rule r2]",
            "SATISFIED 1 due 2026-04-15 [rule r3, rule r5]",
            "ACTIVE 2 due 2026-07-01 [rule r4]",
            "WITHDRAWN 1",
            "2/4");
    assertThat(company
            .lms
            .assignments()
            .find(PETRA, FW)
            .orElseThrow()
            .overdueDays(LocalDate.of(2026, 12, 31)))
        .isEqualTo(16);
  }

  private List<Enrollment> enrollments(Subject subject) {
    return company.lms.enrollments().of(PETRA, org.lmskit.TestLms.ALL).items().stream()
        .filter(enrollment -> enrollment.course().equals(new CourseId(subject.id())))
        .toList();
  }

  @Test
  void told_day_by_day() {
    april();
    company.on("2026-04-14");
    String racking = company.open(PETRA, "racking").id().value();
    company.on("2026-04-15");
    company.heard();
    exit();

    assertThat(company.heard())
        .containsExactlyInAnyOrder(
            "AssignmentSuspended course racking 2026-04-15",
            "AssignmentReleased certification forklift 2026-04-15",
            "AssignmentChanged course protection 2026-04-15",
            "AssignmentWithdrawn course first-aid 2026-04-15",
            "AssignmentOpened course warden 2026-04-15");
    assertThat(enrollments(PR))
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.SUSPENDED);
    assertThat(enrollments(FA))
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.WITHDRAWN);
    company.on("2026-05-20");
    assertThat(company.heard()).containsExactly("Overdue course warden 2026-05-16");
    company.on("2026-06-01");
    reentry();

    assertWholeTable();
    assertThat(company.open(PETRA, "racking").id().value()).isEqualTo(racking);
    assertThat(company.open(PETRA, "racking").progress()).hasToString("2/4");
    assertThat(company.open(PETRA, "first-aid").cycle()).isEqualTo(2);
    assertThat(enrollments(DP))
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.COMPLETED);
    assertThat(enrollments(FW))
        .extracting(Enrollment::state)
        .containsExactly(EnrollmentState.WITHDRAWN);
  }

  @Test
  void told_in_one_batch_at_the_end_gives_the_same() {
    april();
    company.on("2026-06-01");
    company.feed(
        line("a3", PETRA, "racks", "2026-06-01", null),
        line("a2", PETRA, "office", "2026-04-15", "2026-06-01"),
        line("a1", PETRA, "racks", "2026-04-01", "2026-04-15"));

    assertWholeTable();
    assertThat(company.open(PETRA, "racking").progress()).hasToString("2/4");
    assertThat(company.open(PETRA, "first-aid").cycle()).isEqualTo(2);
  }

  @Test
  void told_in_advance_and_caught_up_later_gives_the_same() {
    april();
    exit();
    reentry();
    company.on("2026-06-01");

    assertWholeTable();
    assertThat(company.open(PETRA, "racking").progress()).hasToString("2/4");
    assertThat(company.open(PETRA, "first-aid").cycle()).isEqualTo(2);
  }

  @Test
  void feeding_the_same_again_changes_nothing() {
    april();
    company.on("2026-04-15");
    exit();
    company.test.events();

    exit();
    company.lms.advance();

    assertThat(company.test.events()).isEmpty();
    company.on("2026-06-01");
    reentry();
    company.test.events();
    reentry();
    assertThat(company.test.events()).isEmpty();
  }
}
