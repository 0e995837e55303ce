package org.lmskit.store.jdbc;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.lmskit.model.TenantId;
import org.lmskit.store.Kinds;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Transaction;

/**
 * A store in a relational database: SQLite, PostgreSQL or H2.
 *
 * <p>A read sees one snapshot. A write of SQLite is alone from its first moment; on PostgreSQL and H2
 * writers work side by side, and whoever comes second to the same record gets a conflict.
 */
public final class JdbcStore implements Store {
  private final Database database;

  private JdbcStore(Database database) {
    this.database = database;
  }

  /**
   * Opens a database, and creates or migrates its tables.
   *
   * @param source the host's; a pool, where connections are dear
   * @throws org.lmskit.model.StoreFailureException if it cannot be reached or migrated
   */
  public static JdbcStore open(DataSource source, Kinds... kinds) {
    Dialect dialect = Sessions.dialectOf(source::getConnection);
    return migrated(new HostSessions(source, dialect), dialect, TailSize.LARGEST, kinds);
  }

  /**
   * Opens a database whose schema the host manages, and checks that every table has its columns.
   *
   * @throws org.lmskit.model.StoreFailureException if a table or column is missing
   */
  public static JdbcStore openExisting(DataSource source, Kinds... kinds) {
    Dialect dialect = Sessions.dialectOf(source::getConnection);
    Database database =
        new OwnDatabase(new HostSessions(source, dialect), dialect, TailSize.LARGEST, kinds);
    database.read(
        TenantId.DEFAULT,
        (session, reader) -> SchemaCheck.check(session, database.tables(session)));
    return new JdbcStore(database);
  }

  /**
   * Opens the database of a JDBC URL with a few connections of its own, and creates or migrates its
   * tables.
   *
   * @throws org.lmskit.model.StoreFailureException if it cannot be reached or migrated
   */
  public static JdbcStore at(String url, Kinds... kinds) {
    return at(url, TailSize.LARGEST, kinds);
  }

  /** The same, with what queries read beside the merged lists at most. */
  static JdbcStore at(String url, TailSize largest, Kinds... kinds) {
    Dialect dialect = Sessions.dialectOf(() -> DriverManager.getConnection(url));
    return migrated(new PooledSessions(url, dialect), dialect, largest, kinds);
  }

  /**
   * Opens a SQLite file, which is created if it is not there; its directory must be.
   *
   * @throws org.lmskit.model.StoreFailureException if it cannot be opened or migrated
   */
  public static JdbcStore sqlite(Path file, Kinds... kinds) {
    return at("jdbc:sqlite:" + file.toAbsolutePath(), kinds);
  }

  /**
   * Joins the host's transactions: work runs once, and what it writes is committed or rolled back
   * with everything else. After a conflict the host rolls back and repeats his whole transaction. A
   * write of ordered records holds the tenant's head until the host commits, so it comes last.
   *
   * @param source gives the connection of the current transaction, which is READ COMMITTED; on
   *     SQLite it began with BEGIN IMMEDIATE
   */
  public static JdbcStore joining(ConnectionSource source, Kinds... kinds) {
    return new JdbcStore(new JoinedDatabase(source, kinds));
  }

  @Override
  public <R> R read(TenantId tenant, Function<Reader, R> work) {
    return database.read(tenant, (session, reader) -> work.apply(reader));
  }

  @Override
  public <R> R write(TenantId tenant, Instant now, Function<Transaction, R> work) {
    return database.write(tenant, now, work);
  }

  /** A tenant whose very first write failed in the database may be among them. */
  @Override
  public List<TenantId> tenants() {
    return database.tenants();
  }

  /** His number is never given to another: an engine that still works on him hurts nobody. */
  @Override
  public void delete(TenantId tenant) {
    database.delete(tenant);
  }

  @Override
  public boolean isJoined() {
    return database instanceof JoinedDatabase;
  }

  /** Merges and joins the lists of ordered kinds. A joined store leaves that to another. */
  @Override
  public void maintain(Duration budget) {
    database.maintain(budget);
  }

  @Override
  public void close() {
    database.close();
  }

  private static JdbcStore migrated(
      Sessions sessions, Dialect dialect, TailSize largest, Kinds... kinds) {
    OwnDatabase database = new OwnDatabase(sessions, dialect, largest, kinds);
    JdbcSchema.migrate(sessions, dialect, JdbcSchema.scripts(dialect, kinds));
    return new JdbcStore(database);
  }
}
