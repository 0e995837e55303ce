package org.lmskit.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts the packaged jars on the module path: on the JDK of the build, and on a newer one where the
 * machine has one (from Maven's toolchains.xml, or beside the JDK of the build).
 */
class ModulePathIT {
  private static final Pattern RELEASE_VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");
  private static final Pattern TOOLCHAIN_HOME =
      Pattern.compile("<jdkHome>\\s*([^<]+?)\\s*</jdkHome>");

  @TempDir
  Path folder;

  @Test
  void the_jars_start_on_the_module_path() throws Exception {
    assertThat(run(Path.of(System.getProperty("java.home"))))
        .contains("smoke passed on Java " + Runtime.version().feature());
  }

  @Test
  void the_jars_start_on_a_newer_jdk() throws Exception {
    Optional<Path> newer = newerJdk();
    assumeTrue(newer.isPresent(), "did not run: this machine has no JDK newer than the build's");

    assertThat(run(newer.get())).contains("smoke passed on Java ");
  }

  private String run(Path jdk) throws IOException, InterruptedException {
    Path classes = compile();
    String modulePath = jars() + File.pathSeparator + classes;
    return call(
        jdk,
        "java",
        "-p",
        modulePath,
        "--add-modules",
        "ALL-MODULE-PATH",
        "-m",
        "smoke/smoke.Smoke");
  }

  private Path compile() throws IOException, InterruptedException {
    Path sources = Files.createDirectories(folder.resolve("src"));
    for (String file : List.of("module-info.java", "Smoke.java")) {
      try (InputStream source = ModulePathIT.class.getResourceAsStream("/module-path/" + file)) {
        Files.copy(source, sources.resolve(file));
      }
    }
    Path classes = Files.createDirectories(folder.resolve("classes"));
    Path jdk = Path.of(System.getProperty("java.home"));
    call(
        jdk,
        "javac",
        "-p",
        jars(),
        "-d",
        classes.toString(),
        sources.resolve("module-info.java").toString(),
        sources.resolve("Smoke.java").toString());
    return classes;
  }

  /** The packaged libraries and what they need at run time, as the build resolved them. */
  private static String jars() {
    List<String> wanted = List.of(
        "lms-core",
        "lms-scorm",
        "lms-xapi",
        "jackson-",
        "slf4j-api",
        "slf4j-simple",
        "jakarta.xml.bind-api",
        "jaxb-",
        "jakarta.activation",
        "angus-activation",
        "txw2",
        "istack-",
        "commons-compress",
        "commons-io",
        "commons-lang3",
        "commons-codec",
        "sqlite-jdbc");
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar") && !path.endsWith("-tests.jar"))
        .filter(
            path -> wanted.stream().anyMatch(Path.of(path).getFileName().toString()::startsWith))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String call(Path jdk, String tool, String... arguments)
      throws IOException, InterruptedException {
    Stream<String> command = Stream.concat(
        Stream.of(jdk.resolve("bin").resolve(tool).toString()), Arrays.stream(arguments));
    Process process =
        new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    return output;
  }

  private static Optional<Path> newerJdk() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> beside = Files.list(home.getParent());
        Stream<Path> toolchains = toolchains()) {
      return Stream.concat(toolchains, beside)
          .filter(jdk -> Files.isExecutable(jdk.resolve("bin/java")))
          .filter(jdk -> versionOf(jdk) > Runtime.version().feature())
          .findFirst();
    }
  }

  private static Stream<Path> toolchains() throws IOException {
    Path file = Path.of(System.getProperty("user.home"), ".m2", "toolchains.xml");
    if (!Files.exists(file)) {
      return Stream.empty();
    }
    return TOOLCHAIN_HOME
        .matcher(Files.readString(file))
        .results()
        .map(found -> Path.of(found.group(1)));
  }

  private static int versionOf(Path jdk) {
    try {
      Matcher version = RELEASE_VERSION.matcher(Files.readString(jdk.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
