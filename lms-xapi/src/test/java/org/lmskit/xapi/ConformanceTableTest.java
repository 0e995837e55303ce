package org.lmskit.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of requirements names tests that exist. */
class ConformanceTableTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/xapi-conformance.md");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.([a-z_0-9]+)`");

  @Test
  void every_test_in_the_table_exists() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    Matcher named = TEST.matcher(Files.readString(TABLE));
    int count = 0;
    while (named.find()) {
      count++;
      if (!sourceOf(named.group(1)).contains("void " + named.group(2) + "("))
        missing.add(named.group());
    }

    assertThat(count).isGreaterThan(60);
    assertThat(missing).isEmpty();
  }

  private static String sourceOf(String test) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<Path> found = files.filter(file -> file.endsWith(test + ".java")).toList();
      return found.isEmpty() ? "" : Files.readString(found.get(0));
    }
  }
}
