package org.lmskit.scorm.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;

/** Codes are stable, documented and say what to do. */
class ScormFindingTest {
  private static final Path PAGE = Path.of("..", "lms-examples", "docs", "scorm-findings.md");

  @Test
  void the_page_lists_every_finding_with_its_text_and_no_other() throws IOException {
    List<String> rows =
        Files.readAllLines(PAGE).stream().filter(l -> l.startsWith("| SCORM-")).toList();

    assertThat(rows)
        .containsExactlyElementsOf(Arrays.stream(ScormFinding.values())
            .map(f -> "| %s | `%s` | %s | %s |"
                .formatted(f.code(), f.name(), f.severity(), f.pattern(Locale.ENGLISH)))
            .toList());
  }

  @Test
  void codes_are_unique_and_the_bundle_has_no_other() {
    List<String> codes =
        Arrays.stream(ScormFinding.values()).map(ScormFinding::code).toList();

    assertThat(codes).doesNotHaveDuplicates().allMatch(c -> c.matches("SCORM-[A-Z]+-\\d{3}"));
    assertThat(ResourceBundle.getBundle("org.lmskit.scorm.finding.ScormFindings", Locale.ENGLISH)
            .keySet())
        .containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void values_are_filled_in_once_and_shown_safely() {
    Problem problem =
        ScormFinding.HREF_CASE.at(Locale.ENGLISH, "imsmanifest.xml:3", "{1}$1\u0000", "b");

    assertThat(problem.message()).startsWith("The href {1}$1\uFFFD differs from the file b ");
    assertThat(
            ScormFinding.FILE_MISSING.at(Locale.ENGLISH, "", "x".repeat(5_000)).message())
        .hasSizeLessThan(400);
  }

  @Test
  void a_refusal_carries_its_code_place_and_message() {
    Findings findings = new Findings();

    RejectedException refusal = findings.refuse(ScormFinding.PATH_CLIMBS, "../x");

    assertThat(refusal.reason()).isEqualTo(ScormFinding.PATH_CLIMBS);
    assertThat(refusal.details())
        .containsEntry("code", ScormFinding.PATH_CLIMBS.code())
        .containsEntry("location", "../x")
        .containsEntry("message", findings.problems().get(0).message());
    assertThat(findings.accepted()).isFalse();
  }
}
