package org.lmskit.scorm.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.scorm.archive.ArchiveLimits;
import org.lmskit.scorm.archive.FileNames;
import org.lmskit.scorm.finding.Findings;
import org.lmskit.scorm.finding.ScormFinding;
import org.lmskit.scorm.manifest.read.ManifestReader;

/** Whatever the bytes are: a result with documented findings, no other exception, no hang. */
class PackageFuzzTest {
  private static final PackageOptions SMALL = PackageOptions.DEFAULT.withLimits(
      ArchiveLimits.DEFAULT.withMaxTotalBytes(1 << 20).withMaxManifestBytes(1 << 16));
  private static final List<String> CODES =
      Arrays.stream(ScormFinding.values()).map(ScormFinding::code).toList();
  private static final byte[] PACKAGE = rich().bytes();
  private static final String MANIFEST = manifest();
  private static Path file;

  @BeforeContainer
  static void open() throws IOException {
    file = Files.createTempFile("fuzz", ".zip");
  }

  @AfterContainer
  static void close() throws IOException {
    Files.delete(file);
  }

  private static TestZip rich() {
    return new TestZip()
        .file("imsmanifest.xml", manifest())
        .file("index.html", TestManifest.PAGE)
        .last(e -> e.flags = 8)
        .named("ünicode/ß.html", Charset.forName("IBM437"), "x")
        .file("stored.bin", new byte[100])
        .last(e -> e.method = 0);
  }

  private static String manifest() {
    return TestManifest.scorm2004(
        TestManifest.item(
            "<imsss:sequencing IDRef=\"S\"><imsss:controlMode flow=\"true\"/><imsss:objectives>"
                + "<imsss:primaryObjective objectiveID=\"p\"><imsss:minNormalizedMeasure>0.5</imsss:minNormalizedMeasure>"
                + "</imsss:primaryObjective></imsss:objectives></imsss:sequencing>"
                + "<adlcp:completionThreshold minProgressMeasure=\"0.5\"/>"),
        TestManifest.resource2004("index.html"));
  }

  @Property(tries = 400)
  void a_package_with_changed_bytes_is_read_or_refused(
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll byte value)
      throws IOException {
    byte[] bytes = PACKAGE.clone();
    places.forEach(p -> bytes[p % bytes.length] = value);

    check(bytes);
  }

  @Property(tries = 200)
  void a_cut_off_package_is_refused(@ForAll @IntRange(min = 0, max = 100_000) int length)
      throws IOException {
    check(Arrays.copyOf(PACKAGE, length % PACKAGE.length));
  }

  @Property(tries = 200)
  void any_bytes_are_refused(@ForAll @Size(max = 300) byte[] bytes) throws IOException {
    Files.write(file, bytes);

    assertThat(PackageInspection.of(file, SMALL).accepted()).isFalse();
  }

  private static void check(byte[] bytes) throws IOException {
    Files.write(file, bytes);

    PackageInspection found = PackageInspection.of(file, SMALL);

    assertThat(found.problems()).extracting(Problem::code).isSubsetOf(CODES);
    assertThat(found.accepted() || !found.problems().isEmpty()).isTrue();
  }

  @Property(tries = 500)
  void a_manifest_with_changed_characters_is_read_or_refused(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll("xmlCharacters") char character) {
    StringBuilder text = new StringBuilder(MANIFEST);
    places.forEach(p -> text.setCharAt(p % text.length(), character));

    read(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 300)
  void a_manifest_with_changed_bytes_is_read_or_refused(
      @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll byte value) {
    byte[] bytes = MANIFEST.getBytes(StandardCharsets.UTF_8);
    places.forEach(p -> bytes[p % bytes.length] = value);

    read(bytes);
  }

  @Property(tries = 400)
  void random_elements_of_the_vocabulary_are_read_or_refused(@ForAll("trees") String tree) {
    read(TestManifest.scorm2004(tree, tree).getBytes(StandardCharsets.UTF_8));
    read(tree.getBytes(StandardCharsets.UTF_8));
  }

  private static void read(byte[] bytes) {
    Findings findings = new Findings();
    try {
      ManifestReader.parse(bytes, "imsmanifest.xml", findings).resolve(FileNames.any(), true);
    } catch (RejectedException e) {
      assertThat(e.reason()).isInstanceOf(ScormFinding.class);
      assertThat(findings.accepted()).isFalse();
    }
    assertThat(findings.problems()).extracting(Problem::code).isSubsetOf(CODES);
  }

  @Provide
  Arbitrary<Character> xmlCharacters() {
    return Arbitraries.of(
        '<', '>', '&', '"', '\'', '/', ':', '=', ' ', '\n', '%', '#', '!', '-', '\u0000', '\uD800',
        'x');
  }

  @Provide
  Arbitrary<String> trees() {
    Arbitrary<String> names = Arbitraries.of(
        "manifest",
        "metadata",
        "lom",
        "item",
        "organization",
        "organizations",
        "resource",
        "resources",
        "title",
        "file",
        "dependency",
        "imsss:sequencing",
        "imsss:sequencingCollection",
        "imsss:objectives",
        "imsss:primaryObjective",
        "imsss:objective",
        "imsss:mapInfo",
        "imsss:rollupRules",
        "imsss:rollupRule",
        "imsss:preConditionRule",
        "imsss:ruleConditions",
        "imsss:ruleCondition",
        "imsss:ruleAction",
        "imsss:limitConditions",
        "adlseq:objectives",
        "adlseq:objective",
        "adlseq:mapInfo",
        "adlcp:map",
        "adlcp:location",
        "adlcp:completionThreshold",
        "adlnav:hideLMSUI",
        "nobody:knows");
    Arbitrary<String> attributes = Combinators.combine(
            Arbitraries.of(
                "identifier",
                "identifierref",
                "href",
                "xml:base",
                "IDRef",
                "ID",
                "default",
                "parameters",
                "objectiveID",
                "targetObjectiveID",
                "measureThreshold",
                "attemptLimit",
                "adlcp:scormType",
                "isvisible"),
            Arbitraries.of(
                "",
                " ",
                "I1",
                "R1",
                "../x",
                "a\\b",
                "1,5",
                "9e99",
                "-1",
                "http://x/y",
                "%",
                "#?",
                "true"))
        .as((name, value) -> " " + name + "=\"" + value + "\"");
    return Arbitraries.lazyOf(
        () -> Combinators.combine(names, attributes, Arbitraries.of("", "x", "0.5"))
            .as((n, a, text) -> "<" + n + a + ">" + text + "</" + n + ">"),
        () -> Combinators.combine(names, attributes, trees().list().ofMaxSize(3))
            .as((n, a, children) ->
                "<" + n + a + ">" + String.join("", children) + "</" + n + ">"));
  }
}
