package org.lmskit.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lmskit.contract.Samples;
import org.lmskit.contract.Samples.Plain;
import org.lmskit.contract.SchemaFiles;
import org.lmskit.contract.Stores;
import org.lmskit.model.StoreFailureException;
import org.lmskit.model.TenantId;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.postgresql.ds.PGSimpleDataSource;

/** How a store comes to its tables. */
class JdbcSchemaTest {
  private static final Kind<Plain> THING = kind(Kind.mutable("thing", Plain::id));

  @TempDir
  Path directory;

  private static Kind<Plain> kind(Kind.Builder<Plain> builder) {
    return builder.body(new Body<>(Plain::id, text -> new Plain(text, "")));
  }

  private Kinds scripted() throws MalformedURLException {
    ClassLoader resources = new URLClassLoader(new URL[] {directory.toUri().toURL()}, null);
    return new Kinds("scripted", List.of(THING), resources);
  }

  private void ship(Dialect dialect, int number, String sql) throws IOException {
    Path file = directory.resolve(
        "META-INF/lmskit/scripted/%s/%04d.sql".formatted(dialect.directory(), number));
    Files.createDirectories(file.getParent());
    Files.writeString(file, sql);
  }

  private String url(Dialect dialect) {
    return switch (dialect) {
      case SQLITE -> "jdbc:sqlite:" + directory.resolve("schema.db");
      case H2 -> "jdbc:h2:" + directory.resolve("schema") + ";DB_CLOSE_DELAY=-1";
      case POSTGRESQL -> Stores.postgresUrl();
    };
  }

  @Test
  void the_base_scripts_are_current() {
    SchemaFiles.assertCurrent(
        JdbcSchema.BASE, JdbcSchema::generateBase, Path.of("src/main/resources"));
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void scripts_are_applied_in_order_and_once(Dialect dialect) throws IOException {
    String url = url(dialect);
    ship(dialect, 1, JdbcSchema.generate(dialect, scripted()));
    JdbcStore.at(url, scripted()).close();
    ship(
        dialect, 2, "CREATE TABLE lms_extra (a integer);\nINSERT INTO lms_extra (a) VALUES (1);\n");
    ship(dialect, 3, "INSERT INTO lms_extra (a)\n  VALUES (2);\n");

    for (int i = 0; i < 3; i++) {
      try (Store store = JdbcStore.at(url, scripted())) {
        String id = "t" + i;
        store.write(TenantId.DEFAULT, Instant.EPOCH, tx -> insert(tx, id));
      }
    }

    Session session = new PooledSessions(url, dialect).take();
    assertThat(session.number("SELECT SUM(a) FROM lms_extra", List.of())).isEqualTo(3);
    session.close();
  }

  private static boolean insert(org.lmskit.store.Transaction tx, String id) {
    tx.insert(THING, new Plain(id, ""));
    return true;
  }

  @Test
  void a_script_that_changed_after_it_was_applied_is_refused() throws IOException {
    String url = url(Dialect.SQLITE);
    ship(Dialect.SQLITE, 1, JdbcSchema.generate(Dialect.SQLITE, scripted()));
    JdbcStore.at(url, scripted()).close();
    ship(
        Dialect.SQLITE,
        1,
        JdbcSchema.generate(Dialect.SQLITE, scripted()) + "CREATE TABLE lms_late (a integer);\n");

    assertThatThrownBy(() -> JdbcStore.at(url, scripted()))
        .isInstanceOf(StoreFailureException.class)
        .hasMessageContaining("script 1 of scripted");
  }

  @Test
  void a_script_that_fails_leaves_nothing_behind() throws IOException {
    String url = url(Dialect.POSTGRESQL);
    ship(Dialect.POSTGRESQL, 1, "CREATE TABLE lms_half (a integer);\nCREATE NONSENSE;\n");
    assertThatThrownBy(() -> JdbcStore.at(url, scripted()))
        .isInstanceOf(StoreFailureException.class);
    ship(Dialect.POSTGRESQL, 1, JdbcSchema.generate(Dialect.POSTGRESQL, scripted()));

    JdbcStore.at(url, scripted()).close();

    Session session = new PooledSessions(url, Dialect.POSTGRESQL).take();
    assertThat(session.number(
            "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'lms_half'",
            List.of()))
        .isZero();
  }

  @Test
  void a_generated_table_whose_kind_changed_is_refused() {
    String url = url(Dialect.SQLITE);
    ClassLoader resources = getClass().getClassLoader();
    JdbcStore.at(url, new Kinds("plainly", List.of(THING), resources)).close();
    Kind<Plain> changed = kind(Kind.<Plain>mutable("thing", Plain::id).index("text", Plain::text));

    assertThatThrownBy(() -> JdbcStore.at(url, new Kinds("plainly", List.of(changed), resources)))
        .isInstanceOf(StoreFailureException.class)
        .hasMessageContaining("plainly/thing");
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void many_may_open_a_new_database_at_once(Dialect dialect) throws Exception {
    String url = url(dialect);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    Callable<Boolean> open = () -> {
      JdbcStore.at(url, Samples.KINDS).close();
      return true;
    };

    for (Future<Boolean> opened :
        threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> open).toList())) {
      assertThat(opened.get()).isTrue();
    }
    threads.shutdown();
  }

  @Test
  void a_host_may_apply_the_scripts_himself_and_a_missing_table_is_named() throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    String url = Stores.postgresUrl();
    source.setUrl(url);
    assertThatThrownBy(() -> JdbcStore.openExisting(source, Samples.KINDS))
        .isInstanceOf(StoreFailureException.class);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (JdbcSchema.Script script : JdbcSchema.scripts(Dialect.POSTGRESQL, Samples.KINDS)) {
        statement.execute(script.sql());
      }
      JdbcStore.openExisting(source, Samples.KINDS).close();
      statement.execute("DROP TABLE lms_sample_fact_ix");
    }

    assertThatThrownBy(() -> JdbcStore.openExisting(source, Samples.KINDS))
        .isInstanceOf(StoreFailureException.class)
        .hasMessageContaining("lms_sample_fact_ix");
  }

  @Test
  void a_kind_that_the_store_was_opened_without_is_the_callers_mistake() {
    try (Store store = Stores.sqlite(Samples.KINDS)) {
      assertThatThrownBy(() -> store.read(TenantId.DEFAULT, reader -> reader.find(THING, "x")))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("thing");
    }
  }

  @Test
  void two_kinds_of_one_name_are_the_callers_mistake() {
    Kinds again = new Kinds("again", List.of(Samples.NOTE), getClass().getClassLoader());

    assertThatThrownBy(() -> Stores.sqlite(Samples.KINDS, again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("sample_note");
  }
}
