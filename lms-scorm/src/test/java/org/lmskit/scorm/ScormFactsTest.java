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
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.store.InMemoryStore;

/** The order in which an engine hears what content did. */
class ScormFactsTest {
  private final List<String> heard = new ArrayList<>();

  @Test
  void what_content_achieved_is_heard_before_its_end(@TempDir Path folder) {
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
    var launch = scorm.launch(enrollment.id(), ScormEngine.U1);

    scorm.call(
        launch.id(),
        1,
        List.of(
            new ApiCall("LMSInitialize", ""),
            new ApiCall("LMSSetValue", "cmi.core.lesson_status", "passed"),
            new ApiCall("LMSSetValue", "cmi.core.session_time", "00:05:00"),
            new ApiCall("LMSFinish", "")));

    assertThat(heard)
        .containsSubsequence(
            "SessionStarted", "TimeSpent", "UnitCompleted", "UnitPassed", "SessionEnded");
  }
}
