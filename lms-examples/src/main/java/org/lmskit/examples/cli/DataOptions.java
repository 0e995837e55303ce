package org.lmskit.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import org.lmskit.content.ContentStore;
import org.lmskit.content.DirectoryContentStore;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;
import picocli.CommandLine.Option;

/** Where a host keeps what it knows: one SQLite file and a content folder, or another database. */
final class DataOptions {
  private static final int KEY_BYTES = 32;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "academy-data",
      description = "Folder of the database file and the content (default: ./${DEFAULT-VALUE}).")
  private Path directory;

  @Option(
      names = "--db",
      paramLabel = "JDBC-URL",
      description = "Database of the records instead of the SQLite file: PostgreSQL, H2 or SQLite.")
  private String database;

  Store openStore(Kinds... kinds) {
    return database == null
        ? JdbcStore.sqlite(folder().resolve("lmskit.db"), kinds)
        : JdbcStore.at(database, kinds);
  }

  ContentStore openContent() {
    return DirectoryContentStore.at(folder().resolve("content"));
  }

  /** The key of launch links: made at the first start, the same at every later one. */
  byte[] linkKey() {
    Path file = folder().resolve("launch-links.key");
    try {
      if (!Files.exists(file)) {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        // whole or not at all, and readable by its owner alone
        Path whole = Files.write(Files.createTempFile(folder(), "launch-links", ".new"), key);
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the key of launch links in " + file, e);
    }
  }

  private Path folder() {
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot create the data folder " + directory, e);
    }
  }
}
