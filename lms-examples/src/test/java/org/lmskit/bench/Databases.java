package org.lmskit.bench;

import java.io.IOException;
import java.nio.file.Files;
import org.lmskit.contract.Stores;

/** Where a benchmark stores what it measures. */
final class Databases {
  private Databases() {}

  /** Of {@code sqlite} or {@code postgres} a fresh database of its own, else the JDBC URL that this is. */
  static String url(String where) throws IOException {
    if (where.equals("sqlite")) {
      return "jdbc:sqlite:" + Files.createTempDirectory("lmskit-bench").resolve("bench.db");
    }
    return where.equals("postgres") ? Stores.postgresUrl() : where;
  }
}
