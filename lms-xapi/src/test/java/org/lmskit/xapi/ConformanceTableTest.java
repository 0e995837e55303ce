package org.lmskit.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every requirement that ADL's suite tests has a test here, and the table of them names tests that exist. */
class ConformanceTableTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/xapi-conformance.md");
  private static final Path CASES = Path.of("src/test/resources/requirements/statements.txt");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.([a-z_0-9]+)`");
  private static final Pattern NUMBERS =
      Pattern.compile("(XAPI-|UNNUMBERED-)?(\\d+)(?: to (\\d+))?(?:, |$)");
  private static final String FORM = "`StatementRequirementsTest.a_statement_is_judged`";

  /** The numbers that the suite tests under 1.0.3 or 2.0. */
  private static final String NUMBERED =
      "1-20 22-49 56-57 59-61 64-94 96-111 113-135 139 142-151 153-184 187-204 206-221 227 229-245"
          + " 248-275 278-303 308-319 321-322 324-328 330-336";

  /** How many requirements the suite tests without a number. */
  private static final int UNNUMBERED = 22;

  private static final Set<String> TESTS = Set.of("Test", "ParameterizedTest", "Property");
  private static final Map<String, String> TABLE_TESTS = rows();

  /** The requirements of the table, each with the text that names its tests. */
  private static Map<String, String> rows() {
    Map<String, String> rows = new TreeMap<>();
    for (String line : lines(TABLE)) {
      if (!line.startsWith("| XAPI-") && !line.startsWith("| UNNUMBERED-")) continue;
      String[] cells = line.split(" \\| ");
      String tests = cells[3].replace("FORM", FORM);
      for (String id : ids(cells[0].substring(2))) {
        assertThat(rows.put(id, tests)).as(id + " stands in the table twice").isNull();
      }
    }
    return rows;
  }

  private static List<String> ids(String cell) {
    List<String> ids = new ArrayList<>();
    String prefix = "";
    for (MatchResult found : NUMBERS.matcher(cell).results().toList()) {
      if (found.group(1) != null) prefix = found.group(1);
      int first = Integer.parseInt(found.group(2));
      int last = found.group(3) == null ? first : Integer.parseInt(found.group(3));
      for (int number = first; number <= last; number++) ids.add(id(prefix, number));
    }
    return ids;
  }

  private static String id(String prefix, int number) {
    return prefix + String.format(prefix.equals("XAPI-") ? "%05d" : "%02d", number);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void every_requirement_that_the_suite_tests_has_tests_here() {
    Set<String> required = new TreeSet<>();
    for (String range : NUMBERED.split(" ")) {
      int[] ends = Arrays.stream(range.split("-")).mapToInt(Integer::parseInt).toArray();
      IntStream.rangeClosed(ends[0], ends[ends.length - 1])
          .forEach(number -> required.add(id("XAPI-", number)));
    }
    IntStream.rangeClosed(1, UNNUMBERED).forEach(number -> required.add(id("UNNUMBERED-", number)));

    assertThat(TABLE_TESTS.keySet()).containsAll(required);
    assertThat(TABLE_TESTS).allSatisfy((id, tests) -> assertThat(tests).containsPattern(TEST));
  }

  @Test
  void every_requirement_of_the_form_of_statements_has_a_case() {
    Set<String> withCases = lines(CASES).stream()
        .filter(line -> line.contains(" | "))
        .flatMap(line -> Stream.of(line.substring(0, line.indexOf(' ')).split(",")))
        .collect(Collectors.toCollection(TreeSet::new));
    Set<String> named = TABLE_TESTS.entrySet().stream()
        .filter(row -> row.getValue().contains(FORM))
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));

    assertThat(withCases).containsAll(named);
  }

  @Test
  void every_test_in_the_table_exists() throws Exception {
    Set<String> missing = new TreeSet<>();
    for (MatchResult named : TEST.matcher(Files.readString(TABLE)).results().toList()) {
      if (!isTest(named.group(1), named.group(2))) missing.add(named.group());
    }

    assertThat(missing).isEmpty();
  }

  private static boolean isTest(String type, String method) throws Exception {
    Path sources = Path.of("src/test/java");
    try (Stream<Path> files = Files.walk(sources)) {
      Path file = files.filter(one -> one.endsWith(type + ".java")).findFirst().orElse(null);
      if (file == null) return false;
      String name = sources
          .relativize(file)
          .toString()
          .replace(".java", "")
          .replace(java.io.File.separatorChar, '.');
      return Arrays.stream(Class.forName(name).getDeclaredMethods())
          .filter(one -> one.getName().equals(method))
          .flatMap(one -> Arrays.stream(one.getAnnotations()))
          .anyMatch(one -> TESTS.contains(one.annotationType().getSimpleName()));
    }
  }
}
