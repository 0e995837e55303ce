package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.NamedTests;

/** The table of the domain's rules names tests that exist. */
class DomainCoverageTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/domain-coverage.md");

  @Test
  void every_test_in_the_table_exists() throws IOException {
    NamedTests tests = NamedTests.in(TABLE, Path.of("src/test/java"));

    assertThat(tests.found()).isGreaterThan(80);
    assertThat(tests.missing()).isEmpty();
  }

  @Test
  void every_rule_has_a_test_or_is_open() throws IOException {
    assertThat(Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| rule |")))
        .hasSizeGreaterThan(60)
        .allMatch(NamedTests::isSettled);
  }
}
