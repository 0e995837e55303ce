package org.lmskit.examples.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.competency.Competency;
import org.lmskit.competency.EvidenceEntry;
import org.lmskit.competency.Framework;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.contract.Stores;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.OrgUnitId;
import org.lmskit.model.PositionId;
import org.lmskit.model.UnitId;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.ObservationEntry;
import org.lmskit.observation.ObservationId;
import org.lmskit.observation.Scale;
import org.lmskit.offering.BookingId;
import org.lmskit.offering.Meeting;
import org.lmskit.offering.OfferingId;
import org.lmskit.offering.OfferingPlan;
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
      Lms lms = lms(store);
      live(lms);
      practise(lms);
      lms.ledger().seal();
      assertThat(traces(files())).containsAll(TRACES);

      erase(lms);
    }
    vacuum(database);
    assertThat(traces(files())).isEmpty();
  }

  @Test
  void an_erased_person_is_in_no_row_of_postgresql_and_no_file() throws Exception {
    String url = Stores.postgresUrl();
    try (Store store = JdbcStore.at(url, Lms.KINDS, Scorm.KINDS, Lrs.KINDS)) {
      Lms lms = lms(store);
      live(lms);
      practise(lms);
      lms.ledger().seal();
      assertThat(traces(rows(url))).containsAll(TRACES);

      erase(lms);
    }
    assertThat(traces(rows(url) + files())).isEmpty();
  }

  private Lms lms(Store store) {
    DirectoryContentStore content = DirectoryContentStore.at(folder.resolve("content"));
    Lrs lrs = Lrs.on(store, content);
    AtomicReference<Lms> named = new AtomicReference<>();
    Lms lms = Lms.on(store, content)
        .module(Scorm.MODULE)
        .signatures(claim -> true)
        .listener(
            "xapi",
            new XapiEmitter(lrs::tenant, BASE)
                .naming(new LmsNames(named::get, BASE))
                .erasing((tenant, agent) -> lrs.tenant(tenant).erasure(agent).run()))
        .build();
    named.set(lms);
    return lms;
  }

  private static void erase(Lms lms) {
    lms.workforce().erase(ZDENKA);
    lms.deliver();
    lms.collectGarbage(Duration.ZERO);

    assertThat(lms.health().isIdle()).isTrue();
    lms.ledger().seal();
  }

  /** She is observed and observes, signs, books, is rated; others write about her. */
  private static void practise(Lms lms) {
    LearnerId other = new LearnerId("other");
    LocalDate since = LocalDate.parse("2020-02-02");
    lms.workforce()
        .appoint(AppointmentEntry.of("job-2", "other", "yard", "driver", ZoneId.of("UTC"), since)
            .under(ZDENKA.value()));
    lms.workforce().save(new LearnerId("third"), LearnerProfile.UNKNOWN);
    lms.observations()
        .publish(Checklist.of("walk", "A walk")
            .criterion(Criterion.of("c", "Looks around", Scale.YES_NO)));
    ObservationId about = observe(lms, ZDENKA, new LearnerId("third"));
    lms.observations().correct(about, seen(ZDENKA, new LearnerId("third")), "not Zdenka");
    observe(lms, other, ZDENKA);
    ObservationId signed = observe(lms, other, new LearnerId("third"));
    lms.observations().signOff(signed, ZDENKA, "");
    ObservationId declined = observe(lms, other, new LearnerId("third"));
    lms.observations().decline(declined, ZDENKA, "Zdenka saw otherwise");
    lms.offerings()
        .schedule(OfferingPlan.of("day", "Day", "day", 1)
            .meeting(Meeting.of("m", Instant.parse("2100-01-01T08:00:00Z"), Duration.ofHours(1))));
    BookingId booked = lms.offerings().book(new OfferingId("day"), ZDENKA).id();
    lms.offerings().release(booked, "Zdenka is ill");
    lms.competencies()
        .publish(Framework.of("f", "F").competency(Competency.of("walking", "Walking", "can")));
    lms.competencies()
        .record(EvidenceEntry.rating(ZDENKA.value(), "walking", 1, since).noted("Zdenka can"));
  }

  private static ObservationId observe(Lms lms, LearnerId learner, LearnerId observer) {
    return lms.observations().observe(seen(learner, observer)).id();
  }

  private static ObservationEntry seen(LearnerId learner, LearnerId observer) {
    ObservationEntry seen =
        ObservationEntry.of("walk", learner.value(), observer.value()).points("c", 1);
    boolean isHers = learner.equals(ZDENKA) || observer.equals(ZDENKA);
    return isHers ? seen.commented("written by or about Zdenka") : seen;
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

  private static List<String> traces(String all) {
    assertThat(all).hasSizeGreaterThan(10_000);
    return TRACES.stream().filter(all::contains).toList();
  }

  private String files() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".zip")) {
          all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return all.toString();
  }

  /** All columns of all rows of all tables; what PostgreSQL keeps in dead rows and logs is the operator's to remove. */
  private static String rows(String url) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
        while (names.next()) tables.add(names.getString(1));
      }
      for (String table : tables) {
        try (ResultSet rows = statement.executeQuery("SELECT * FROM \"" + table + "\"")) {
          while (rows.next()) append(rows, all);
        }
      }
    }
    return all.toString();
  }

  private static void append(ResultSet row, StringBuilder all) throws SQLException {
    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
      Object value = row.getObject(column);
      all.append(
              value instanceof byte[] bytes
                  ? new String(bytes, StandardCharsets.ISO_8859_1)
                  : String.valueOf(value))
          .append('\n');
    }
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
