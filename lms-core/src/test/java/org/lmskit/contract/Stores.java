package org.lmskit.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * Opens stores for tests, each empty and of its own. One PostgreSQL server is started for all tests
 * of a JVM when the first asks for it, and goes with the JVM; so does a second one for tests of what
 * spreads over servers.
 */
public final class Stores {
  private static final class Server {
    static final PostgresServer INSTANCE = new PostgresServer();
  }

  private static final class SecondServer {
    static final PostgresServer INSTANCE = new PostgresServer();
  }

  private Stores() {}

  /** A store in memory. */
  public static Store memory() {
    return new InMemoryStore();
  }

  /** A store in a fresh SQLite file of the temporary directory, deleted when the JVM ends. */
  public static JdbcStore sqlite(Kinds... kinds) {
    return JdbcStore.sqlite(temporary().resolve("store.db"), kinds);
  }

  /** A store in a fresh H2 database of the temporary directory, deleted when the JVM ends. */
  public static JdbcStore h2(Kinds... kinds) {
    return JdbcStore.at("jdbc:h2:" + temporary().resolve("store") + ";DB_CLOSE_DELAY=-1", kinds);
  }

  /** A store in a fresh database of the PostgreSQL server of these tests. */
  public static JdbcStore postgres(Kinds... kinds) {
    return JdbcStore.at(postgresUrl(), kinds);
  }

  /** The JDBC URL of a fresh, empty database of the PostgreSQL server of these tests. */
  public static String postgresUrl() {
    return Server.INSTANCE.emptyDatabase();
  }

  /** The JDBC URL of a fresh, empty database of another PostgreSQL server. */
  public static String secondPostgresUrl() {
    return SecondServer.INSTANCE.emptyDatabase();
  }

  /** A fresh temporary directory, deleted with its files when the JVM ends. */
  public static Path temporary() {
    try {
      Path directory = Files.createTempDirectory("lmskit-store");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes a directory with all that it holds. */
  static void delete(Path directory) {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
