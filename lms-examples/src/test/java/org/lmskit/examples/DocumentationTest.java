package org.lmskit.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the documentation shows is what is compiled, and its links lead somewhere. */
class DocumentationTest {
  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "lms-examples/docs/guide/getting-started.md",
        "lms-examples/docs/guide/embedding-the-player.md"
      })
  void every_java_block_is_cut_from_compiled_code(String page) throws IOException {
    String compiled = sources();

    List<String> blocks = JAVA.matcher(Files.readString(TOP.resolve(page)))
        .results()
        .map(block -> plain(block.group(1)))
        .toList();

    assertThat(blocks).isNotEmpty().allSatisfy(block -> assertThat(compiled).contains(block));
  }

  @Test
  void every_link_of_the_readme_and_the_guide_leads_to_a_file() throws IOException {
    for (Path page : pages()) {
      assertThat(LINK.matcher(Files.readString(page)).results().map(found -> found.group(1)))
          .as(page.toString())
          .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> guide = Files.list(TOP.resolve("lms-examples/docs/guide"))) {
      return Stream.concat(Stream.of(TOP.resolve("README.md")), guide)
          .filter(page -> page.toString().endsWith(".md"))
          .toList();
    }
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(TOP.resolve("lms-examples/src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(DocumentationTest::read)
          .map(DocumentationTest::plain)
          .collect(Collectors.joining(" "));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The formatter breaks lines as it likes, so only words count. */
  private static String plain(String code) {
    return code.replaceAll("\\s+", "");
  }
}
