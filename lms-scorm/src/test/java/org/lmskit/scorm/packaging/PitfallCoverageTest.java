package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lmskit.contract.NamedTests;

/** The table of the pitfalls of import names tests that exist, and all that there are. */
class PitfallCoverageTest {
  private static final Path TABLE = Path.of("../lms-examples/docs/scorm-import-pitfalls.md");

  @Test
  void every_test_in_the_table_exists() throws IOException {
    NamedTests tests =
        NamedTests.in(TABLE, Path.of("src/test/java"), Path.of("../lms-examples/src/test/java"));

    assertThat(tests.found()).isGreaterThan(120);
    assertThat(tests.missing()).isEmpty();
  }

  @Test
  void every_pitfall_has_a_test_or_is_open() throws IOException {
    assertThat(Files.readAllLines(TABLE).stream()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| pitfall |")))
        .hasSizeGreaterThan(80)
        .allMatch(NamedTests::isSettled);
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        ArchivePitfallsTest.class,
        ArchiveNamesTest.class,
        HostileArchivesTest.class,
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
}
