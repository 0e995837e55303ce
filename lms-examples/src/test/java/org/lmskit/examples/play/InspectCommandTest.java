package org.lmskit.examples.play;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.examples.cli.InspectCommand;
import org.lmskit.examples.samples.SamplePackage;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each member of what inspect prints. */
class InspectCommandTest {
  private static final JsonMapper JSON = new JsonMapper();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir
  private Path folder;

  @Test
  void accepted_package_of_2004_has_all_members_in_their_order() {
    Path file = TestPackage.write(
        folder.resolve("good.zip"),
        TestPackage.scorm2004("ORG", TestPackage.item("A", "") + TestPackage.item("B", "")));

    assertThat(inspect(file)).isZero();

    assertThat(out)
        .hasToString("{\"file\":\"" + file + "\",\"standard\":\"SCORM\","
            + "\"version\":\"2004\",\"edition\":\"4\",\"accepted\":true,\"organizations\":1,"
            + "\"items\":2,\"resources\":2,\"launch\":\"page.html?i=A\",\"problems\":[]}\n");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void package_of_12_has_no_edition_and_its_launch_lacks_the_fragment() {
    inspect(TestPackage.write(folder.resolve("old.zip"), TestPackage.scorm12()));

    JsonNode line = line(0);
    assertThat(line.path("version").asString()).isEqualTo("1.2");
    assertThat(line.path("edition").isNull()).isTrue();
    assertThat(line.path("launch").asString()).isEqualTo("page.html?lang=de");
  }

  @Test
  void refused_package_says_what_is_wrong_and_where() {
    Path file = TestPackage.write(folder.resolve("bad.zip"), "<manifest>\n<oops</manifest>");

    assertThat(inspect(file)).isEqualTo(1);

    JsonNode problems = line(0).path("problems");
    JsonNode problem = problems.path(problems.size() - 1);
    assertThat(line(0).path("accepted").asBoolean()).isFalse();
    assertThat(line(0).path("version").isNull()).isTrue();
    assertThat(line(0).path("launch").isNull()).isTrue();
    assertThat(problem.path("severity").asString()).isEqualTo("ERROR");
    assertThat(problem.path("code").asString()).isEqualTo("SCORM-XML-001");
    assertThat(problem.path("location").asString()).isEqualTo("imsmanifest.xml:2");
    assertThat(problem.path("message").asString()).contains("line 2");
  }

  @Test
  void another_standard_is_named() throws IOException {
    Path cmi5 = folder.resolve("cmi5.zip");
    try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(cmi5))) {
      zip.putNextEntry(new java.util.zip.ZipEntry("cmi5.xml"));
      zip.write("<courseStructure/>".getBytes());
    }

    assertThat(inspect(cmi5)).isEqualTo(1);

    assertThat(line(0).path("standard").asString()).isEqualTo("cmi5");
    assertThat(line(0).path("organizations").asInt(-1)).isZero();
  }

  @Test
  void each_file_has_its_line_and_one_that_is_missing_is_told_on_stderr_too() throws IOException {
    Path good = SamplePackage.FIRE_SAFETY.zipInto(folder);
    Path text = Files.writeString(folder.resolve("notes.txt"), "no package");

    int status = inspect(good, folder.resolve("missing.zip"), text, folder);

    assertThat(status).isEqualTo(1);
    assertThat(out.toString().lines()).hasSize(4);
    assertThat(line(0).path("accepted").asBoolean()).isTrue();
    assertThat(line(1).path("problems").path(0).path("code").asString()).isEqualTo("UNREADABLE");
    assertThat(line(2).path("standard").isNull()).isTrue();
    assertThat(line(2).path("problems").path(0).path("code").asString())
        .isEqualTo("SCORM-ARCHIVE-002");
    assertThat(err.toString().lines())
        .containsExactly(
            "cannot read " + folder.resolve("missing.zip"),
            folder + " is a folder, not a ZIP file");
    assertThat(line(3).path("problems").path(0).path("message").asString())
        .isEqualTo("This is a folder. Name the ZIP file of the package.");
  }

  @Test
  void names_are_utf8_whatever_the_locale_is() throws Exception {
    assumeTrue(Files.isReadable(Path.of("/proc/self/cmdline")), "only Linux tells the bytes");
    TestPackage.write(
        Path.of(URI.create(folder.toUri() + "k%C3%BCrs%20%E6%BC%A2.zip")),
        TestPackage.scorm2004("ORG", TestPackage.item("A", "")));
    // the shell makes the bytes, which this process may be unable to pass on
    var builder = new ProcessBuilder(
        "sh",
        "-c",
        "exec \"$0\" \"$@\" \"$(printf 'k\\303\\274rs \\346\\274\\242.zip')\""
            + " \"$PWD/$(printf 'k\\303\\274rs \\346\\274\\242.zip')\" gone.zip",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-cp",
        absolute(System.getProperty("java.class.path")),
        "org.lmskit.examples.Main",
        "inspect");
    builder.directory(folder.toFile()).environment().put("LC_ALL", "C");
    Process process = builder.start();

    out.write(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    err.write(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(err).hasToString("cannot read gone.zip\n");
    assertThat(line(0).path("accepted").asBoolean()).isTrue();
    assertThat(line(0).path("file").asString()).isEqualTo("k\u00fcrs \u6f22.zip");
    assertThat(line(1).path("accepted").asBoolean()).isTrue();
    assertThat(line(1).path("file").asString()).endsWith("/k\u00fcrs \u6f22.zip");
    assertThat(process.exitValue()).isEqualTo(1);
  }

  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private int inspect(Path... files) {
    String[] names = new String[files.length];
    for (int i = 0; i < files.length; i++) {
      names[i] = files[i].toString();
    }
    return new CommandLine(new InspectCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(names);
  }

  private JsonNode line(int index) {
    return JSON.readTree(out.toString().lines().toList().get(index));
  }
}
