package org.lmskit.scorm.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lmskit.scorm.packaging.PackageOptions;

class SwitchTest {
  private static final Path GUIDE = Path.of("..", "lms-examples", "docs", "scorm-compatibility.md");
  private static final Path TESTS = Path.of("src", "test");
  private static final Pattern TEST =
      Pattern.compile("`(?:vectors/([\\w.-]+\\.json)|([A-Z]\\w+)\\.([a-z_0-9]+))`");

  @Test
  void guide_lists_every_switch_with_its_defaults() throws IOException {
    var guide = Files.readString(GUIDE);

    for (Switch which : Switch.values()) {
      assertThat(guide)
          .contains("| `%s` | %d | %d | "
              .formatted(
                  which.key(),
                  which.standard(CmiVersion.SCORM_12),
                  which.standard(CmiVersion.SCORM_2004_4TH)));
      assertThat(Switch.of(which.key())).isEqualTo(which);
    }
  }

  @Test
  void guide_names_a_test_of_every_switch_that_exists_and_uses_it() throws IOException {
    for (Switch which : Switch.values()) {
      String row = Files.readAllLines(GUIDE).stream()
          .filter(line -> line.startsWith("| `" + which.key() + "` | "))
          .findFirst()
          .orElseThrow();
      List<MatchResult> tests = TEST.matcher(row).results().toList();

      assertThat(tests).as(which.key()).isNotEmpty();
      for (MatchResult test : tests) {
        assertThat(uses(test, which)).as(which.key() + " in " + test.group()).isTrue();
      }
    }
  }

  private static boolean uses(MatchResult test, Switch which) throws IOException {
    if (test.group(1) != null) {
      return Files.readString(TESTS.resolve("resources/vectors").resolve(test.group(1)))
          .contains("\"" + which.key() + "\":");
    }
    try (Stream<Path> files = Files.walk(TESTS.resolve("java"))) {
      Path file = files
          .filter(path -> path.endsWith(test.group(2) + ".java"))
          .findFirst()
          .orElseThrow();
      return Files.readString(file).contains(" void " + test.group(3) + "(");
    }
  }

  @Test
  void browser_gets_every_switch_with_its_value() {
    var launch = LaunchData.of(CmiVersion.SCORM_12, "L1", "Doe, Jo")
        .compatibility(Compatibility.standard(CmiVersion.SCORM_12)
            .with(Switch.SUSPEND_DATA_LIMIT, 64_000)
            .with(Switch.COMMIT_WAITS, true))
        .build();

    var switches = StateJson.MAPPER.readTree(launch.toJson()).path("switches");

    assertThat(switches.size()).isEqualTo(Switch.values().length);
    assertThat(switches.path("suspendDataLimit").asInt()).isEqualTo(64_000);
    assertThat(switches.path("commitWaits").asInt()).isEqualTo(1);
    assertThat(switches.path("finishCompletes").asInt()).isEqualTo(1);
  }

  @Test
  void nonsense_is_refused() {
    var standard = Compatibility.standard(CmiVersion.SCORM_12);

    assertThatThrownBy(() -> standard.with(Switch.LIST_LIMIT, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("listLimit is negative: -1");
    assertThatThrownBy(() -> PackageOptions.DEFAULT.with(Switch.CONTENT_WIDTH, -1))
        .hasMessage("contentWidth is negative: -1");
    assertThatThrownBy(() -> Switch.of("turbo"))
        .hasMessage("no compatibility switch is called turbo");
    assertThatThrownBy(() -> CmiVersion.of("2004-5"))
        .hasMessage("no CMI version has the code 2004-5");
  }
}
