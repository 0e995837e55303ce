package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.NamedTests;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;

/** The table of SCORM's rules names tests and cases that exist, and leaves no element out. */
class ScormCoverageTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/scorm-coverage.md");
  private static final Pattern VECTOR = Pattern.compile("`([a-z]+-[\\w.-]+): ([^`]+)`");

  @Test
  void every_test_in_the_table_exists() throws IOException {
    var tests = NamedTests.in(TABLE, Path.of("src/test/java"));

    assertThat(tests.found()).isGreaterThan(80);
    assertThat(tests.missing()).isEmpty();
  }

  @Test
  void every_case_in_the_table_exists() throws IOException {
    var cases = new HashSet<String>();
    Vectors.all().forEach(vector -> cases.add(vector.file() + ": " + vector.name()));
    var named = new HashSet<String>();
    var matcher = VECTOR.matcher(Files.readString(TABLE));
    while (matcher.find()) {
      named.add(matcher.group(1) + ": " + matcher.group(2));
    }

    assertThat(named).hasSizeGreaterThan(80);
    assertThat(cases).containsAll(named);
  }

  @Test
  void every_element_and_every_condition_is_in_the_table() throws IOException {
    var listed = new HashSet<String>();
    for (String line : Files.readAllLines(TABLE)) {
      if (line.startsWith("| `")) {
        listed.add(line.substring(3, line.indexOf('`', 3)));
      }
    }

    for (CmiVersion version : List.of(CmiVersion.SCORM_12, CmiVersion.SCORM_2004_4TH)) {
      for (CmiRow row : CmiTable.of(version).rows()) {
        assertThat(listed).contains(row.element());
      }
    }
    for (RuleConditionType condition : RuleConditionType.values()) {
      assertThat(listed).contains(condition.code());
    }
  }

  @Test
  void every_rule_has_a_test_or_is_open() throws IOException {
    assertThat(Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| "))
            .filter(line -> !line.endsWith("| tests |")))
        .hasSizeGreaterThan(180)
        .allMatch(line -> NamedTests.isSettled(line) || VECTOR.matcher(line).find());
  }
}
