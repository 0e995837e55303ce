package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of the pitfalls of import names tests that exist, and all that there are. */
class PitfallCoverageTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/scorm-import-pitfalls.md");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\.([a-z_0-9]+)`");

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

    assertThat(count).isGreaterThan(120);
    assertThat(missing).isEmpty();
  }

  @Test
  void every_pitfall_has_a_test_or_is_open() throws IOException {
    assertThat(Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| pitfall |")))
        .hasSizeGreaterThan(80)
        .allMatch(line -> TEST.matcher(line).find() || line.endsWith("**open** |"));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ArchivePitfallsTest.class,
        XmlPitfallsTest.class,
        ManifestPitfallsTest.class,
        HrefPitfallsTest.class
      })
  void every_pitfall_test_is_in_the_table(Class<?> tests) throws IOException {
    String table = Files.readString(TABLE);
    Stream<String> names = Stream.of(tests.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .map(Method::getName);

    assertThat(names)
        .isNotEmpty()
        .allMatch(name -> table.contains("`" + tests.getSimpleName() + "." + name + "`"));
  }

  private static String sourceOf(String test) throws IOException {
    StringBuilder source = new StringBuilder();
    for (Path root :
        new Path[] {Path.of("src/test/java"), Path.of("../lms-examples/src/test/java")}) {
      try (Stream<Path> files = Files.walk(root)) {
        files
            .filter(file -> file.endsWith(test + ".java"))
            .map(PitfallCoverageTest::read)
            .forEach(source::append);
      }
    }
    return source.toString();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
