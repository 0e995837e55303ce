package org.lmskit.scorm.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.scorm.cts.CtsSuite;

/** Conformance cases in a real browser: engine, server, player, adapter and a page that calls. */
class BrowserConformanceTest {
  private static final Set<String> ONE_OF_EACH = Set.of(
      "API", "CM-01", "CM-04a", "CM-11", "CO-01", "CO-06", "CO-10", "CT-02", "CT-05", "DDM", "DMB",
      "MS-01", "MS-03", "OB-01a", "OB-01b", "OB-04", "RU-02a", "RU-05a", "RU-16", "SX-02", "SX-07a",
      "SX-09", "T-01a", "T-01b");

  @TempDir
  private Path folder;

  @Test
  void cases_of_every_family_pass_in_a_real_browser() throws IOException {
    var results =
        play("in Chromium", CtsSuite.find().map(suite -> suite.only(ONE_OF_EACH::contains)));

    assertThat(results).hasSizeGreaterThanOrEqualTo(20);
    assertThat(CtsSuite.failed(results)).isEmpty();
  }

  @Test
  @Tag("long")
  void all_cases_pass_in_a_real_browser() throws IOException {
    var results = play("in Chromium, all of them", CtsSuite.find());

    assertThat(results).isNotEmpty();
    assertThat(CtsSuite.failed(results)).isEmpty();
  }

  private Map<String, List<String>> play(String where, Optional<CtsSuite> found)
      throws IOException {
    assumeTrue(found.isPresent());
    var suite = found.get();
    var learners = new AtomicInteger();
    try (var site = new EngineSite();
        var chromium = Chromium.start()) {
      return suite.play(
          where,
          () -> new BrowserLms(
              site,
              chromium.driver(),
              suite.packages(),
              folder,
              "learner-" + learners.incrementAndGet()));
    }
  }
}
