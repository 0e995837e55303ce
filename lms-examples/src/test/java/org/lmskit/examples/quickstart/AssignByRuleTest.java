package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssignByRuleTest {
  @Test
  void duty_is_given_overdue_escalated_extended_and_gone() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    List<String> told = AssignByRule.run(new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(told)
        .containsExactly(
            "AssignmentOpened 2026-05-04",
            "DueSoon 2026-05-11",
            "Overdue 2026-05-19",
            "Escalated 2026-05-21",
            "DutyDecided 2026-05-25",
            "AssignmentChanged 2026-05-25",
            "AssignmentWithdrawn 2026-05-20");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("compliant: 0/1")
        .contains("she had left before: WITHDRAWN");
  }
}
