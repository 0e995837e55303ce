package org.lmskit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tests that a table names, each as {@code SomeTest.some_method} between backticks.
 *
 * @param found how many times a test is named
 * @param missing those that do not exist
 */
public record NamedTests(int found, Set<String> missing) {
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)\\.([a-z_0-9]+)`");

  /** Those that a table names, of the classes below these folders. */
  public static NamedTests in(Path table, Path... folders) throws IOException {
    int found = 0;
    Set<String> missing = new TreeSet<>();
    Matcher named = TEST.matcher(Files.readString(table));
    while (named.find()) {
      found++;
      if (!sourceOf(named.group(1), folders).contains(" " + named.group(2) + "(")) {
        missing.add(named.group());
      }
    }
    return new NamedTests(found, missing);
  }

  /** Whether a row names a test, or says that it has none yet. */
  public static boolean isSettled(String row) {
    return TEST.matcher(row).find() || row.endsWith("**open** |");
  }

  private static String sourceOf(String test, Path... folders) throws IOException {
    StringBuilder source = new StringBuilder();
    for (Path folder : List.of(folders)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.endsWith(test + ".java"))
            .map(NamedTests::read)
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
