package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PracticeQuickstartsTest {
  private static String told(Consumer<PrintStream> main) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    main.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void practical_is_observed_signed_off_and_questioned() {
    assertThat(told(ObserveAndSign::run).lines())
        .containsExactly(
            "Tom may sign until 2026-06-10: Forklift practical",
            "PASSED, signed the very record: true",
            "the course is COMPLETED",
            "in doubt: PASSED of 2026-06-03",
            "still in doubt: 0");
  }

  @Test
  void training_day_has_one_seat_and_is_attended() {
    assertThat(told(BookAndAttend::run).lines())
        .containsExactly(
            "Ann BOOKED, Ben WAITING",
            "Ben BOOKED",
            "OFFERING_FULL: all 1 seats of offering may are taken",
            "with 5 seats 4 would be free",
            "attended on 2026-05-04",
            "the course is COMPLETED");
  }

  @Test
  void operator_lacks_what_no_evidence_shows() {
    assertThat(told(FindSkillGaps::run).lines())
        .containsExactly(
            "fork 2/2 gap 0",
            "safe 3/3 gap 0",
            "inv 0/1 gap 1",
            "gap 1, ready 15/16",
            "by the latest evidence: gap 7, ready 9/16");
  }
}
