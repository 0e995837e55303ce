package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.model.Rational;

class AssessAndRegradeTest {
  @Test
  void the_story_ends_with_a_pass_that_a_wrong_key_had_taken_away() {
    ByteArrayOutputStream told = new ByteArrayOutputStream();

    ScoreRow row = AssessAndRegrade.run(new PrintStream(told, true, StandardCharsets.UTF_8));

    assertThat(row.total()).isEqualTo(Rational.of(5, 2));
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(
            "submitted, graded: false",
            "passed: false",
            "corrected, 1 more would pass",
            "now 5/2 of 3, passed: true");
  }
}
