package org.lmskit.examples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import org.lmskit.workforce.AppointmentEntry;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.workforce.Position;
import org.lmskit.xapi.emit.LmsNames;
import org.lmskit.xapi.emit.XapiEmitter;
import org.lmskit.xapi.lrs.Lrs;

/** Whatever the modules keep of a person is in no byte of the database or the content folder after he is erased. */
class NoTraceTest {
  private static final URI BASE = URI.create("https://acme.example/");
  private static final LearnerId ZDENKA = new LearnerId("zdenka-4711");
  private static final List<String> TRACES =
      List.of("zdenka-4711", "Zdenka", "Przybylska", "zp@acme.example", "Rocket Lane");

  @TempDir
  Path folder;

  @Test
  void an_erased_person_is_in_no_byte_of_database_or_content() throws Exception {
    Path database = folder.resolve("lms.db");
    try (Store store = JdbcStore.sqlite(database, Lms.KINDS, Scorm.KINDS, Lrs.KINDS)) {
      DirectoryContentStore content = DirectoryContentStore.at(folder.resolve("content"));
      Lrs lrs = Lrs.on(store, content);
      AtomicReference<Lms> named = new AtomicReference<>();
      Lms lms = Lms.on(store, content)
          .module(Scorm.MODULE)
          .listener(
              "xapi",
              new XapiEmitter(lrs::tenant, BASE)
                  .naming(new LmsNames(named::get, BASE))
                  .erasing((tenant, agent) -> lrs.tenant(tenant).erasure(agent).run()))
          .build();
      named.set(lms);
      live(lms);
      lms.ledger().seal();
      assertThat(traces(database)).containsAll(TRACES);

      lms.workforce().erase(ZDENKA);
      lms.deliver();
      lms.collectGarbage(Duration.ZERO);

      assertThat(lms.health().isIdle()).isTrue();
      lms.ledger().seal();
    }
    vacuum(database);
    assertThat(traces(database)).isEmpty();
  }

  private void live(Lms lms) throws IOException {
    lms.workforce()
        .save(
            ZDENKA,
            LearnerProfile.named("Zdenka Przybylska")
                .withEmail("zp@acme.example")
                .withAttribute("street", "Rocket Lane"));
    lms.workforce().define(new Position(new PositionId("driver"), "Driver"));
    lms.workforce().place(new OrgUnitId("yard"), "Yard", null, LocalDate.parse("2020-01-01"));
    lms.workforce()
        .appoint(AppointmentEntry.of(
            "job-1",
            "zdenka-4711",
            "yard",
            "driver",
            ZoneId.of("UTC"),
            LocalDate.parse("2020-02-02")));
    Scorm scorm = Scorm.of(lms);
    var sample = scorm.importPackage(SamplePackage.FIRE_SAFETY.zipInto(folder)).packageOrThrow();
    lms.catalog().publish(Course.of("fire", "Fire safety").unit("u1", "Alarms", sample.content()));
    Enrollment enrollment = lms.enrollments().enroll(ZDENKA, new CourseId("fire"));
    lms.enrollments().suspend(enrollment.id(), "Zdenka moved to Rocket Lane");
    lms.enrollments().resume(enrollment.id());
    Launch launch = scorm.launch(enrollment.id(), new UnitId("u1"));
    scorm.call(
        launch.id(),
        1,
        List.of(
            new ApiCall("LMSInitialize", ""),
            new ApiCall("LMSSetValue", "cmi.suspend_data", "written by Zdenka of Rocket Lane"),
            new ApiCall("LMSSetValue", "cmi.comments", "I am Zdenka"),
            new ApiCall("LMSSetValue", "cmi.interactions.0.id", "q1"),
            new ApiCall("LMSSetValue", "cmi.interactions.0.type", "fill-in"),
            new ApiCall("LMSSetValue", "cmi.interactions.0.student_response", "zdenka przybylska"),
            new ApiCall("LMSSetValue", "cmi.core.lesson_status", "passed"),
            new ApiCall("LMSFinish", "")));
  }

  private List<String> traces(Path database) throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".zip")) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    assertThat(all).hasSizeGreaterThan(10_000);
    assertThat(database).exists();
    return TRACES.stream().filter(trace -> all.indexOf(trace) >= 0).toList();
  }

  /** What is deleted stays in free pages until they are overwritten. */
  private static void vacuum(Path database) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM");
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
  }
}
