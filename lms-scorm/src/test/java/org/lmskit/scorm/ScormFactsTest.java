package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Success;
import org.lmskit.learning.UnitResult;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.Mode;
import org.lmskit.store.InMemoryStore;

/** The order in which an engine hears what content did. */
class ScormFactsTest {
  private final List<String> heard = new ArrayList<>();

  @TempDir
  private Path folder;

  @Test
  void what_content_achieved_is_heard_before_its_end() {
    pass(true);

    assertThat(heard)
        .containsSubsequence(
            "SessionStarted",
            "TimeSpent",
            "ScoreRecorded",
            "UnitCompleted",
            "UnitPassed",
            "SessionEnded");
  }

  @Test
  void without_credit_neither_success_nor_score_counts() {
    UnitResult result = pass(false);

    assertThat(heard).contains("UnitCompleted").doesNotContain("UnitPassed", "ScoreRecorded");
    assertThat(result.success()).isEqualTo(Success.UNKNOWN);
    assertThat(result.score()).isEmpty();
  }

  /** Content says that it was passed with 90 points. */
  private UnitResult pass(boolean forCredit) {
    var clock = Clock.fixed(ScormEngine.NOW, ZoneOffset.UTC);
    var lms = Lms.on(new InMemoryStore(), new InMemoryContentStore(clock))
        .module(Scorm.MODULE)
        .clock(clock)
        .listener(
            "test",
            (tenant, events) ->
                events.forEach(event -> heard.add(event.getClass().getSimpleName())))
        .build();
    var scorm = Scorm.of(lms);
    var content = scorm.importPackage(ScormEngine.zip(folder, "one")).packageOrThrow();
    lms.catalog().publish(ScormEngine.course(content));
    var enrollment = lms.enrollments().enroll(ScormEngine.ANN, ScormEngine.FIRE_SAFETY);
    var launch = scorm.launch(enrollment.id(), ScormEngine.U1, Mode.NORMAL, forCredit);

    scorm.call(
        launch.id(),
        1,
        List.of(
            new ApiCall("LMSInitialize", ""),
            new ApiCall("LMSSetValue", "cmi.core.lesson_status", "passed"),
            new ApiCall("LMSSetValue", "cmi.core.score.raw", "90"),
            new ApiCall("LMSSetValue", "cmi.core.session_time", "00:05:00"),
            new ApiCall("LMSFinish", "")));
    return lms.enrollments().find(enrollment.id()).orElseThrow().unit(ScormEngine.U1);
  }
}
