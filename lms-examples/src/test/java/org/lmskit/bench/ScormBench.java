package org.lmskit.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.sequencing.ActivityDefinition;
import org.lmskit.scorm.sequencing.ActivityTree;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.definition.ControlMode;
import org.lmskit.scorm.sequencing.definition.Sequencing;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * Measures navigation on growing trees, and how much an attempt takes in a database: {@code ScormBench
 * tree} or {@code ScormBench attempts LEARNERS CHARACTERS}, where the first 20 learners take the course and the others get copies of
 * their attempts. CPU time of the one thread, so that a busy machine counts
 * little.
 */
public final class ScormBench {
  private static final int SCOS = 50;

  private static final int PLAYED = 20;

  private static final String FILE_SIZE =
      "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

  private static final String PLAYED_ATTEMPTS = """
      CREATE TEMP TABLE played AS
      SELECT row_number() OVER (ORDER BY id) - 1 AS n, * FROM lms_scorm_attempt""";

  private static final String PLAYED_ENTRIES = """
      CREATE TEMP TABLE played_entry AS
      SELECT n, entry.tenant, entry.id FROM lms_scorm_attempt_ix entry JOIN played ON entry.id = played.id""";

  private static final String COPY_ATTEMPT = """
      INSERT INTO lms_scorm_attempt (tenant, id, version, time_ms, ix_learner, body)
      SELECT tenant, new, version, time_ms, substr(new, 1, length(ix_learner)), replace(body, id, new)
      FROM (SELECT *, printf('%0' || length(id) || 'd', ?) AS new FROM played WHERE n = ?)""";

  private static final String COPY_ENTRIES = """
      INSERT INTO lms_scorm_attempt_ix (tenant, k, id)
      SELECT tenant, random(), printf('%0' || length(id) || 'd', ?)
      FROM played_entry WHERE n = ?""";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ScormBench() {}

  public static void main(String[] args) throws IOException, SQLException {
    switch (args[0]) {
      case "tree" -> trees();
      default -> attempts(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }
  }

  private static void trees() {
    for (int chapters : new int[] {10, 100, 1_000}) {
      walk(chapters, 100);
    }
    walk(10, 1_000);
    walk(1, 10_000);
  }

  private static void walk(int chapters, int pages) {
    Sequencing free = Sequencing.builder().controlMode(ControlMode.FREE).build();
    List<ActivityDefinition> clusters = new ArrayList<>();
    for (int c = 0; c < chapters; c++) {
      List<ActivityDefinition> leaves = new ArrayList<>();
      for (int p = 0; p < pages; p++) {
        leaves.add(ActivityDefinition.leaf("p" + c + "-" + p, Sequencing.DEFAULT));
      }
      clusters.add(ActivityDefinition.cluster("c" + c, free, leaves));
    }
    var tree = ActivityTree.of(ActivityDefinition.cluster("root", free, clusters), true);
    Instant now = Instant.EPOCH;
    var state = Sequencer.request(Sequencer.begin(tree, 1), Request.of(RequestType.START), now)
        .state();
    int steps = Math.min(2_000, chapters * pages / 2 - 1);
    long[] nanos = new long[steps];
    for (int i = 0; i < steps; i++) {
      long begun = cpu();
      state = Sequencer.request(state, Request.of(RequestType.CONTINUE), now).state();
      nanos[i] = cpu() - begun;
    }
    java.util.Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "%,d sections of %,d pages: continue p50 %,d us, p95 %,d us%n",
        chapters,
        pages,
        nanos[steps / 2] / 1_000,
        nanos[steps * 95 / 100] / 1_000);
  }

  private static void attempts(int learners, int characters) throws IOException, SQLException {
    Path folder = Files.createTempDirectory("lmskit-bench");
    String url = "jdbc:sqlite:" + folder.resolve("bench.db");
    Path zip = SamplePackage.zip(SCOS, 200, 0);
    int played = Math.min(learners, PLAYED);
    long begun = cpu();
    long empty;
    try (Store store = JdbcStore.at(url, Lms.KINDS, Scorm.KINDS)) {
      Lms lms = lms(store);
      Scorm scorm = Scorm.of(lms);
      lms.catalog()
          .publish(Course.of("c", "Course")
              .unit("u", "Unit", scorm.importPackage(zip).packageOrThrow().content()));
      empty = size(url);
      for (int learner = 0; learner < played; learner++) {
        take(lms, scorm, new LearnerId("learner" + learner), characters);
      }
    }
    double seconds = (cpu() - begun) / 1e9;
    try (Connection connection = DriverManager.getConnection(url)) {
      long before = number(connection, FILE_SIZE);
      copy(connection, played, learners - played);
      System.out.printf(
          Locale.ROOT,
          "%,d learners, %d SCOs each, %d characters kept by each: %,d bytes a stored attempt on average, "
              + "%,d bytes of the file for each copy, its indexes included; %,d for each who took the course, all his records and "
              + "events included; %,.1f ms a SCO%n",
          number(connection, "SELECT count(*) FROM lms_scorm_attempt"),
          SCOS,
          characters,
          number(connection, "SELECT avg(length(CAST(body AS BLOB))) FROM lms_scorm_attempt"),
          (number(connection, FILE_SIZE) - before) / Math.max(1, learners - played),
          (before - empty) / played,
          seconds * 1_000 / played / SCOS);
    }
    Files.delete(zip);
    Files.delete(folder.resolve("bench.db"));
  }

  /** Attempts under other ids of the same length, of what the engine stored; 500 forced calls each would take hours. */
  private static void copy(Connection connection, int played, int copies) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PLAYED_ATTEMPTS);
      statement.execute(PLAYED_ENTRIES);
    }
    connection.setAutoCommit(false);
    try (PreparedStatement rows = connection.prepareStatement(COPY_ATTEMPT);
        PreparedStatement entries = connection.prepareStatement(COPY_ENTRIES)) {
      for (int i = 0; i < copies; i++) {
        rows.setInt(1, i);
        rows.setInt(2, i % played);
        rows.addBatch();
        entries.setInt(1, i);
        entries.setInt(2, i % played);
        entries.addBatch();
        if (i % 500 == 499 || i == copies - 1) {
          rows.executeBatch();
          entries.executeBatch();
          connection.commit();
        }
      }
    }
    connection.setAutoCommit(true);
  }

  /** Every SCO keeps a bookmark and data of so many characters, a score, and asks to go on. */
  private static void take(Lms lms, Scorm scorm, LearnerId learner, int characters) {
    var enrollment = lms.enrollments().enroll(learner, new CourseId("c"));
    var launch = scorm.launch(enrollment.id(), new UnitId("u"));
    String data = "x".repeat(characters);
    for (int sco = 1; sco <= SCOS; sco++) {
      scorm.call(
          launch.id(),
          sco,
          List.of(
              new ApiCall("Initialize", ""),
              new ApiCall("SetValue", "cmi.location", "page " + sco),
              new ApiCall("SetValue", "cmi.suspend_data", data),
              new ApiCall("SetValue", "cmi.score.scaled", "0.8"),
              new ApiCall("SetValue", "cmi.success_status", "passed"),
              new ApiCall("SetValue", "cmi.completion_status", "completed"),
              new ApiCall("SetValue", "cmi.session_time", "PT5M"),
              new ApiCall("SetValue", "cmi.exit", "normal"),
              new ApiCall("SetValue", "adl.nav.request", "continue"),
              new ApiCall("Terminate", "")));
    }
  }

  private static long size(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return number(connection, FILE_SIZE);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static Lms lms(Store store) {
    return Lms.on(store, new InMemoryContentStore(Clock.systemUTC()))
        .module(Scorm.MODULE)
        .build();
  }

  private static long cpu() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
