package org.lmskit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the domain's rules names tests that exist. */
class DomainCoverageTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/domain-coverage.md");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.([a-z_0-9]+)`");

  @Test
  void every_test_in_the_table_exists() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    Matcher named = TEST.matcher(Files.readString(TABLE));
    int count = 0;
    while (named.find()) {
      count++;
      if (!sourceOf(named.group(1)).contains(" " + named.group(2) + "(")) {
        missing.add(named.group());
      }
    }

    assertThat(count).isGreaterThan(80);
    assertThat(missing).isEmpty();
  }

  @Test
  void every_rule_has_a_test_or_is_open() throws IOException {
    assertThat(Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| rule |")))
        .hasSizeGreaterThan(60)
        .allMatch(line -> TEST.matcher(line).find() || line.endsWith("**open** |"));
  }

  private static String sourceOf(String test) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      return files
          .filter(file -> file.endsWith(test + ".java"))
          .map(DomainCoverageTest::read)
          .reduce("", String::concat);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
