package org.lmskit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.Samples;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.contract.Stores;
import org.lmskit.model.ConflictException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Store;
import org.lmskit.store.Transaction;

/** A store inside the host's transactions. */
class JoinedStoreTest {
  private static final Instant NOW = Instant.parse("2026-05-18T08:00:00Z");
  private static final TenantId ACME = new TenantId("acme");

  private final String url = Stores.postgresUrl();
  private Store own;
  private Store joined;
  private Connection host;

  @BeforeEach
  void open() throws SQLException {
    own = JdbcStore.at(url, Samples.KINDS);
    host = DriverManager.getConnection(url);
    host.setAutoCommit(false);
    joined = JdbcStore.joining(() -> host, Samples.KINDS);
  }

  @AfterEach
  void close() throws SQLException {
    joined.close();
    host.rollback();
    host.close();
    own.close();
  }

  private static void write(Store store, TenantId tenant, Consumer<Transaction> work) {
    store.write(tenant, NOW, tx -> {
      work.accept(tx);
      return true;
    });
  }

  private long count() {
    return own.read(ACME, reader -> reader.count(Query.of(Samples.LINE)));
  }

  @Test
  void what_was_written_is_there_once_the_host_commits() throws SQLException {
    write(joined, ACME, tx -> tx.insert(Samples.LINE, new Plain("a", "x")));
    assertThat(count()).isZero();
    assertThat(joined.<Long>read(ACME, reader -> reader.count(Query.of(Samples.LINE))))
        .isEqualTo(1);

    host.commit();

    assertThat(count()).isEqualTo(1);
    assertThat(own.tenants()).containsExactly(ACME);
    assertThat(joined.tenants()).containsExactly(ACME);
    assertThat(joined.isJoined()).isTrue();
  }

  @Test
  void what_was_written_is_gone_if_the_host_rolls_back_and_so_is_the_number_of_a_new_tenant()
      throws SQLException {
    write(joined, ACME, tx -> tx.insert(Samples.LINE, new Plain("a", "x")));
    host.rollback();

    write(own, new TenantId("other"), tx -> tx.insert(Samples.LINE, new Plain("b", "x")));
    write(joined, ACME, tx -> tx.insert(Samples.LINE, new Plain("c", "x")));
    host.commit();

    assertThat(own.<Boolean>read(ACME, reader -> reader.find(Samples.LINE, "b").isPresent()))
        .isFalse();
    assertThat(own.<Long>read(ACME, reader -> reader.count(Query.of(Samples.LINE))))
        .isEqualTo(1);
    assertThat(own.tenants()).containsExactly(new TenantId("other"), ACME);
  }

  @Test
  void two_writes_of_one_host_transaction_see_each_other() throws SQLException {
    write(joined, ACME, tx -> tx.insert(Samples.PLAIN, new Plain("a", "1")));
    write(
        joined,
        ACME,
        tx -> tx.update(tx.find(Samples.PLAIN, "a").orElseThrow(), new Plain("a", "2")));
    host.commit();

    assertThat(own.<String>read(
            ACME,
            reader -> reader.find(Samples.PLAIN, "a").orElseThrow().value().text()))
        .isEqualTo("2");
  }

  @Test
  void a_conflict_leaves_the_transaction_to_the_host() throws SQLException {
    write(own, ACME, tx -> tx.insert(Samples.PLAIN, new Plain("a", "1")));

    assertThatThrownBy(() ->
            write(joined, ACME, tx -> tx.insert(Samples.PLAIN, new Plain("a", "2"))))
        .isInstanceOf(ConflictException.class);
    host.rollback();

    assertThat(joined.<Long>read(ACME, Reader::position)).isZero();
  }

  @Test
  void a_connection_without_a_transaction_is_refused() throws SQLException {
    host.setAutoCommit(true);

    assertThatThrownBy(() -> write(joined, ACME, Transaction::lock))
        .isInstanceOf(IllegalStateException.class);
    host.setAutoCommit(false);
  }

  @Test
  void a_transaction_of_another_isolation_is_refused() throws SQLException {
    host.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

    assertThatThrownBy(() -> write(joined, ACME, Transaction::lock))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("READ COMMITTED");
  }
}
