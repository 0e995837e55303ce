package org.lmskit.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives the connection of the transaction in which the host is. */
@FunctionalInterface
public interface ConnectionSource {
  /** The connection; it stays the host's, who commits, rolls back and closes it. */
  Connection get() throws SQLException;
}
