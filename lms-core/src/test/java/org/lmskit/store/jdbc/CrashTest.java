package org.lmskit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lmskit.contract.PostgresServer;
import org.lmskit.contract.Stores;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Stored;

/** What was acknowledged is there after a crash, and nothing is there by half. */
class CrashTest {
  @TempDir
  Path directory;

  @Test
  void sqlite_keeps_every_acknowledged_commit_when_the_jvm_halts() throws Exception {
    String url = "jdbc:sqlite:" + directory.resolve("crash.db");

    Set<String> acknowledged = writeUntilHalted(url);

    try (Store store = JdbcStore.at(url, CrashWriter.KINDS)) {
      assertKept(store, acknowledged);
    }
  }

  @Test
  void postgres_keeps_every_acknowledged_commit_when_the_jvm_halts() throws Exception {
    String url = Stores.postgresUrl();

    Set<String> acknowledged = writeUntilHalted(url);

    try (Store store = JdbcStore.at(url, CrashWriter.KINDS)) {
      assertKept(store, acknowledged);
    }
  }

  @Test
  void postgres_keeps_every_acknowledged_commit_when_its_server_is_killed() throws Exception {
    EmbeddedPostgres server = server().start();
    String url = server.getJdbcUrl("postgres", "postgres");
    Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    CountDownLatch enough = new CountDownLatch(CrashWriter.ACKNOWLEDGED);

    try (Store store = JdbcStore.at(url, CrashWriter.KINDS)) {
      List<Thread> writers = CrashWriter.start(store, id -> {
        acknowledged.add(Integer.toString(id));
        enough.countDown();
      });
      assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
      PostgresServer.kill(directory.resolve("pg"));
      for (Thread writer : writers) {
        writer.join(60_000);
        assertThat(writer.isAlive()).isFalse();
      }
    }

    server.close();
    try (EmbeddedPostgres again = server().start();
        Store store = JdbcStore.at(again.getJdbcUrl("postgres", "postgres"), CrashWriter.KINDS)) {
      assertKept(store, acknowledged);
    }
  }

  @Test
  void the_live_connections_are_durable() {
    Session sqlite =
        new PooledSessions("jdbc:sqlite:" + directory.resolve("live.db"), Dialect.SQLITE).take();
    Session postgres = new PooledSessions(Stores.postgresUrl(), Dialect.POSTGRESQL).take();

    assertThat(sqlite.number("PRAGMA synchronous", List.of())).isEqualTo(2);
    assertThat(text(sqlite, "PRAGMA journal_mode")).isEqualTo("wal");
    assertThat(text(postgres, "SHOW fsync")).isEqualTo("on");
    assertThat(text(postgres, "SHOW synchronous_commit")).isEqualTo("on");
  }

  private static String text(Session session, String sql) {
    return session.query(sql, List.of(), row -> row.getString(1)).get(0);
  }

  private EmbeddedPostgres.Builder server() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setCleanDataDirectory(false)
        .setDataDirectory(directory.resolve("pg"));
  }

  private static Set<String> writeUntilHalted(String url) throws Exception {
    Process writer = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashWriter.class.getName(),
            url)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    try (BufferedReader lines = writer.inputReader()) {
      Set<String> acknowledged = lines.lines().collect(Collectors.toSet());
      assertThat(writer.waitFor()).isEqualTo(7);
      assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(CrashWriter.ACKNOWLEDGED);
      return acknowledged;
    }
  }

  private static void assertKept(Store store, Set<String> acknowledged) {
    List<Stored<String>> right = read(store, reader -> reader.list(Query.of(CrashWriter.RIGHT)));
    List<Stored<String>> left = read(store, reader -> reader.list(Query.of(CrashWriter.LEFT)));
    Set<String> listed = new TreeSet<>();
    for (int digit = 0; digit < 10; digit++) {
      Query<String> query = Query.of(CrashWriter.RIGHT).where("parity", Integer.toString(digit));
      List<Stored<String>> found = read(store, reader -> reader.list(query));
      found.forEach(stored -> listed.add(stored.id()));
    }

    Set<String> kept = right.stream().map(Stored::id).collect(Collectors.toSet());
    assertThat(kept).containsAll(acknowledged);
    assertThat(left.stream().map(Stored::id).collect(Collectors.toSet())).isEqualTo(kept);
    assertThat(listed).isEqualTo(kept);
    assertThat(right).extracting(Stored::position).isSorted().doesNotHaveDuplicates();
    long newest = right.get(right.size() - 1).position();
    assertThat(store.<Long>read(TenantId.DEFAULT, Reader::position)).isEqualTo(newest);
  }

  private static List<Stored<String>> read(
      Store store, java.util.function.Function<Reader, List<Stored<String>>> work) {
    return store.read(TenantId.DEFAULT, work);
  }
}
