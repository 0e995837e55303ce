package org.lmskit.store.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.ConflictException;
import org.lmskit.model.LmsException;
import org.lmskit.model.StoreFailureException;

/** Turns what a driver throws into what a store promises to throw. */
final class SqlErrors {
  private SqlErrors() {}

  static LmsException of(Dialect dialect, String what, SQLException thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = next(cause)) {
      if (cause instanceof SQLException e && dialect.isConflict(e)) {
        return new ConflictException(what + ": " + firstLine(e), thrown);
      }
    }
    return new StoreFailureException(what + ": " + thrown.getMessage(), thrown);
  }

  /** Further lines of PostgreSQL quote values of a row. */
  private static String firstLine(SQLException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  private static @Nullable Throwable next(Throwable thrown) {
    return thrown instanceof BatchUpdateException batch && batch.getNextException() != null
        ? batch.getNextException()
        : thrown.getCause();
  }
}
