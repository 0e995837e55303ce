package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportOnAShiftTest {
  @Test
  void shift_lacks_a_driver_from_the_day_on_which_an_award_ends() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    ReportOnAShift.run(new PrintStream(out, true, StandardCharsets.UTF_8));

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsExactly(
            "fulfilled 2/3, overdue 0",
            "ann at risk: [expiring certification forklift valid until 2026-08-03]",
            "carla at risk: [not started certification forklift due 2026-07-20]",
            "on 2026-08-03 the night shift has 1 of 2 needed",
            "learner,name,certification,title,state,validUntil,renewalOpensOn,daysLeft",
            "ann,,forklift,Forklift,CERTIFIED,2026-08-03,,14");
  }
}
