package org.lmskit.store.jdbc;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.lmskit.contract.StoreContract;
import org.lmskit.contract.Stores;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;

/**
 * The contract on Apache ShardingSphere-JDBC over two PostgreSQL servers: everything is sharded by
 * tenant, but for the numbers of the tenants, which stand on the first server.
 */
@Tag("long")
@net.jqwik.api.Tag("long")
class ShardedStoreTest extends StoreContract {
  @Override
  protected Store open(Kinds kinds) {
    List<String> servers = List.of(Stores.postgresUrl(), Stores.secondPostgresUrl());
    servers.forEach(url -> createTables(url, kinds));
    return JdbcStore.openExisting(new Sharded(configuration(servers, kinds)), kinds);
  }

  private static void createTables(String url, Kinds kinds) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (JdbcSchema.Script script : JdbcSchema.scripts(Dialect.POSTGRESQL, kinds)) {
        statement.execute(script.sql());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot create the tables of " + url, e);
    }
  }

  /** What a host writes once: the servers, and the tables that a tenant's number divides. */
  private static Path configuration(List<String> servers, Kinds kinds) {
    String sources = IntStream.range(0, servers.size())
        .mapToObj(i -> """
              server_%d:
                dataSourceClassName: com.zaxxer.hikari.HikariDataSource
                driverClassName: org.postgresql.Driver
                jdbcUrl: %s&stringtype=unspecified
                maximumPoolSize: 40
            """.formatted(i, servers.get(i)))
        .collect(Collectors.joining());
    String tables = shardedTables(kinds).stream()
        .map(table -> """
                %s:
                  actualDataNodes: server_${0..%d}.%s
            """.formatted(table, servers.size() - 1, table))
        .collect(Collectors.joining());
    String yaml = """
        mode:
          type: Standalone
          repository:
            type: Memory
        dataSources:
        %srules:
        - !SINGLE
          tables:
          - server_0.public.lms_tenant_no
        - !SHARDING
          tables:
        %s  defaultDatabaseStrategy:
            standard:
              shardingColumn: tenant
              shardingAlgorithmName: by_tenant
          defaultTableStrategy:
            none:
          shardingAlgorithms:
            by_tenant:
              type: INLINE
              props:
                algorithm-expression: server_${tenant %% %d}
        """.formatted(sources, tables, servers.size());
    try {
      return Files.writeString(Stores.temporary().resolve("sharding.yaml"), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> shardedTables(Kinds kinds) {
    List<String> names = new ArrayList<>(List.of("lms_head"));
    for (Table<?> table : new Tables(List.of(kinds), Dialect.POSTGRESQL, TailSize.LARGEST).all()) {
      names.add(table.name());
      if (!table.listed().isEmpty()) {
        names.add(table.listName());
        if (table.kind().isOrdered()) {
          names.add(table.tailName());
        }
      }
    }
    return names;
  }

  /** The DataSource of a ShardingSphere driver, which keeps its pools by its URL. */
  private record Sharded(Path configuration) implements DataSource {
    @Override
    public Connection getConnection() throws SQLException {
      return DriverManager.getConnection("jdbc:shardingsphere:absolutepath:" + configuration);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
      return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
      return new PrintWriter(System.err, true);
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
      throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
