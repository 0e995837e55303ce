package org.lmskit.scorm.cts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** Plays the conformance cases through the Java API. */
class ScormConformanceTest {
  @Test
  void every_conformance_case_passes() {
    var suite = CtsSuite.find();
    assumeTrue(suite.isPresent());

    var results = suite
        .get()
        .play("through the Java API", () -> new JavaApiLms(suite.get().packages()));

    assertThat(results).isNotEmpty();
    assertThat(CtsSuite.failed(results)).isEmpty();
  }
}
