package org.lmskit.contract;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A PostgreSQL server for the tests of a JVM, which goes with it. Nobody needs its data then, so that it is not asked to
 * save them: an orderly end takes longer than many a test.
 */
public final class PostgresServer {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private final EmbeddedPostgres server;

  PostgresServer() {
    try {
      Path directory = Files.createTempDirectory("lmskit-postgres");
      Path data = directory.resolve("pg");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> {
        kill(data);
        Stores.delete(directory);
      }));
      server = EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("max_connections", "200")
          .setDataDirectory(data)
          .setRegisterShutdownHook(false)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JDBC URL of a fresh, empty database. */
  String emptyDatabase() {
    String name = "test" + DATABASES.incrementAndGet();
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create " + name, e);
    }
    return server.getJdbcUrl("postgres", name);
  }

  /** SIGKILL for the server that has its data here and for all its children, as when a machine takes them away. */
  public static void kill(Path data) {
    try {
      Path pid = data.resolve("postmaster.pid");
      List<ProcessHandle> all = new ArrayList<>();
      ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip())).ifPresent(server -> {
        all.add(server);
        all.addAll(server.descendants().toList());
      });
      all.forEach(ProcessHandle::destroyForcibly);
      all.forEach(process -> process.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
