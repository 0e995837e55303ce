package org.lmskit.scorm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lmskit.scorm.ScormEngine.ANN;
import static org.lmskit.scorm.ScormEngine.FIRE_SAFETY;
import static org.lmskit.scorm.ScormEngine.U1;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.http.HttpException;
import org.lmskit.http.HttpRequest;
import org.lmskit.http.HttpResponse;
import org.lmskit.model.EnrollmentId;
import org.lmskit.scorm.http.ScormHttp;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.CallLog;

/** What support sees of the calls of content, where the host wants it. */
class ScormCallLogTest {
  private static final ApiCall INITIALIZE = new ApiCall("LMSInitialize", "");
  private static final ApiCall FINISH = new ApiCall("LMSFinish", "");

  @TempDir
  private Path folder;

  private final ScormEngine engine = new ScormEngine();
  private final Scorm logging = engine.scorm.withCallLog(3);
  private EnrollmentId enrollment;

  @BeforeEach
  void enroll() {
    ScormPackage content =
        engine.scorm.importPackage(ScormEngine.zip(folder, "A")).packageOrThrow();
    engine.lms.catalog().publish(ScormEngine.course(content));
    enrollment = engine.lms.enrollments().enroll(ANN, FIRE_SAFETY).id();
  }

  @Test
  void nothing_is_kept_where_the_host_does_not_want_it() {
    Launch launch = engine.scorm.launch(enrollment, U1);
    engine.scorm.call(launch.id(), 1, List.of(INITIALIZE));

    assertThat(engine.scorm.callLog(launch.attempt().id())).isEmpty();
    assertThatThrownBy(() -> engine.scorm.withCallLog(0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void newest_calls_of_an_attempt_are_kept_with_what_they_got_over_all_its_launches() {
    Launch first = logging.launch(enrollment, U1);
    logging.call(first.id(), 1, List.of(INITIALIZE, FINISH));
    Launch second = logging.launch(enrollment, U1);
    logging.call(second.id(), 1, List.of(INITIALIZE));
    logging.call(
        second.id(), 2, List.of(new ApiCall("LMSSetValue", "cmi.core.lesson_status", "done")));

    assertThat(texts(second))
        .containsExactly(
            "LMSFinish[]=true 0",
            "LMSInitialize[]=true 0",
            "LMSSetValue[cmi.core.lesson_status, done]=false 405");
  }

  @Test
  void batch_that_comes_again_is_logged_once() {
    Launch launch = logging.launch(enrollment, U1);
    logging.call(launch.id(), 1, List.of(INITIALIZE));
    logging.call(launch.id(), 1, List.of(INITIALIZE));

    assertThat(texts(launch)).containsExactly("LMSInitialize[]=true 0");
  }

  @Test
  void what_was_tolerated_is_noted_at_its_call() {
    Launch launch = logging.launch(enrollment, U1);
    logging.call(
        launch.id(),
        1,
        List.of(
            INITIALIZE,
            new ApiCall("LMSSetValue", "cmi.interactions.0.type", "choice"),
            new ApiCall("LMSSetValue", "cmi.interactions.0.student_response", "the second")));

    List<CallLog.Entry> entries = log(launch).entries();
    assertThat(entries.get(1).note()).isEmpty();
    assertThat(entries.get(2).note()).isNotEmpty();
  }

  @Test
  void browser_is_told_to_log_and_what_it_tells_is_kept() throws IOException {
    Launch launch = logging.launch(enrollment, U1);
    ScormHttp http = new ScormHttp(logging, "/courses");

    HttpResponse document =
        http.handle(HttpRequest.of("GET", "/launches/" + launch.id() + "/launch"));
    post(
        http,
        launch,
        "[[5,\"LMSInitialize\",[\"\"],\"true\",0],"
            + "[6,\"LMSGetValue\",[\"cmi.core.exit\"],\"\",404]]");

    assertThat(document.body().bytes()).asString(StandardCharsets.UTF_8).contains("\"log\":true");
    assertThat(texts(launch))
        .containsExactly("LMSInitialize[]=true 0", "LMSGetValue[cmi.core.exit]= 404");
    assertThatThrownBy(() -> post(http, launch, "[7]"))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  @Test
  void log_is_erased_with_the_learner() {
    Launch launch = logging.launch(enrollment, U1);
    logging.call(launch.id(), 1, List.of(INITIALIZE));
    engine.lms.workforce().erase(ANN);

    assertThat(logging.callLog(launch.attempt().id())).isEmpty();
  }

  private static void post(ScormHttp http, Launch launch, String log) throws IOException {
    String body = "{\"batches\":[{\"launchId\":\"" + launch.id()
        + "\",\"sequence\":1,\"calls\":[[\"begin\"],[\"LMSInitialize\",\"\"]],\"log\":" + log
        + "}]}";
    http.handle(HttpRequest.of("POST", "/launches/" + launch.id() + "/calls")
        .withBody("application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  private CallLog log(Launch launch) {
    return logging.callLog(launch.attempt().id()).orElseThrow();
  }

  private List<String> texts(Launch launch) {
    return log(launch).entries().stream()
        .map(e -> e.call().name() + e.call().args() + "=" + e.reply().result() + " "
            + e.reply().error())
        .toList();
  }
}
