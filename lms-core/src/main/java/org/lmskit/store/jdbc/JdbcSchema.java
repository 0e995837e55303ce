package org.lmskit.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.LmsException;
import org.lmskit.model.Sha256;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Kind;
import org.lmskit.store.Kinds;

/**
 * The tables that a store needs, as numbered scripts. {@link JdbcStore#open} applies them itself; a
 * host that manages his schema with Flyway or Liquibase gives them the text of {@link #scripts} and
 * opens the store with {@link JdbcStore#openExisting}.
 */
public final class JdbcSchema {
  /** The module of the tables that every store has. */
  static final String BASE = "store";

  private static final String HISTORY = """
      CREATE TABLE IF NOT EXISTS lms_schema (
        module varchar(100) NOT NULL,
        number integer NOT NULL,
        sha256 varchar(64) NOT NULL,
        PRIMARY KEY (module, number)
      )""";
  private static final String GUARD =
      "UPDATE lms_schema SET sha256 = '' WHERE module = '' AND number = 0";
  private static final int GUARD_TRIES = 20;
  private static final String APPLIED =
      "SELECT sha256 FROM lms_schema WHERE module = ? AND number = ?";
  private static final String APPLY =
      "INSERT INTO lms_schema (module, number, sha256) VALUES (?, ?, ?)";

  /**
   * A script that was, or is to be, applied once.
   *
   * @param module whose it is; {@code module/kind} if the module has no scripts of its own
   * @param number from 1, without gap
   * @param sql statements, each ended by a semicolon at the end of a line
   */
  public record Script(String module, int number, String sql) {
    List<String> statements() {
      return Arrays.stream(sql.split(";\\s*(\\n|$)"))
          .map(String::strip)
          .filter(text -> !text.isEmpty())
          .toList();
    }

    String sha256() {
      return Sha256.of(sql.getBytes(StandardCharsets.UTF_8)).hex();
    }
  }

  private JdbcSchema() {}

  /**
   * All scripts of a store of these kinds, in the order in which they are to be applied. A module
   * that ships none gets one for each of its kinds, generated.
   *
   * @throws StoreFailureException if a script cannot be read
   */
  public static List<Script> scripts(Dialect dialect, Kinds... modules) {
    List<Script> all = new ArrayList<>();
    all.addAll(shipped(dialect, BASE, Objects.requireNonNull(JdbcSchema.class.getClassLoader())));
    for (Kinds module : modules) {
      List<Script> own = shipped(dialect, module.module(), module.resources());
      all.addAll(own.isEmpty() ? perKind(dialect, module) : own);
    }
    return all;
  }

  /** The first script of a module, as its kinds give it: what its author checks in. */
  public static String generate(Dialect dialect, Kinds module) {
    return Ddl.of(dialect, module);
  }

  /** The first script of the tables that every store has. */
  static String generateBase(Dialect dialect) {
    return Ddl.base(dialect);
  }

  /**
   * Applies what is missing, in one transaction where the database can; others that try wait.
   *
   * @throws StoreFailureException if a script fails, or one that was applied has changed since
   */
  static void migrate(Sessions sessions, Dialect dialect, List<Script> scripts) {
    if (dialect != Dialect.H2) {
      use(sessions, session -> migrate(session, scripts));
      return;
    }
    // Every DDL statement of H2 commits, so another session holds the lock meanwhile.
    use(sessions, JdbcSchema::prepareGuard);
    use(sessions, guard -> {
      guard.begin(true);
      guard.update(GUARD, List.of());
      use(sessions, session -> migrate(session, scripts));
      guard.commit();
    });
  }

  private static void use(Sessions sessions, Consumer<Session> work) {
    Session session = sessions.take();
    boolean done = false;
    try {
      work.accept(session);
      done = true;
    } finally {
      sessions.give(session, done);
    }
  }

  private static void prepareGuard(Session session) {
    for (int attempt = 1; ; attempt++) {
      try {
        Sessions.connect(() -> {
          run(session.connection(), HISTORY);
          return true;
        });
        session.update(
            session.dialect().ignoringDuplicates(APPLY, " KEY (module, number)"),
            List.of("", 0, ""));
        return;
      } catch (LmsException e) {
        // Two that create one table at once may meet; whoever repeats finds it.
        if (attempt == GUARD_TRIES) {
          throw e;
        }
      }
    }
  }

  private static void migrate(Session session, List<Script> scripts) {
    Dialect dialect = session.dialect();
    try {
      dialect.lockSchema(session.connection());
      run(session.connection(), HISTORY);
      for (Script script : scripts) {
        apply(session, script);
      }
      if (dialect != Dialect.H2) {
        dialect.commit(session.connection());
      }
    } catch (SQLException e) {
      throw new StoreFailureException(
          "the schema could not be brought up to date: " + e.getMessage(), e);
    }
  }

  private static void apply(Session session, Script script) throws SQLException {
    List<Object> key = List.of(script.module(), script.number());
    Optional<String> applied =
        session.query(APPLIED, key, row -> row.getString(1)).stream().findFirst();
    if (applied.isPresent()) {
      requireSame(script, applied.get());
      return;
    }
    for (String statement : script.statements()) {
      run(session.connection(), statement);
    }
    session.update(
        session.dialect().ignoringDuplicates(APPLY, " KEY (module, number)"),
        List.of(script.module(), script.number(), script.sha256()));
  }

  private static void requireSame(Script script, String applied) {
    if (!applied.equals(script.sha256())) {
      throw new StoreFailureException(
          "script " + script.number() + " of " + script.module()
              + " has changed since it was applied here; ship the change as the next script",
          null);
    }
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<Script> perKind(Dialect dialect, Kinds module) {
    List<Script> scripts = new ArrayList<>();
    for (Kind<?> kind : module.kinds()) {
      scripts.add(new Script(module.module() + "/" + kind.name(), 1, Ddl.of(kind, dialect)));
    }
    return scripts;
  }

  private static List<Script> shipped(Dialect dialect, String module, ClassLoader resources) {
    List<Script> found = new ArrayList<>();
    @Nullable String sql = resource(dialect, module, 1, resources);
    while (sql != null) {
      found.add(new Script(module, found.size() + 1, sql));
      sql = resource(dialect, module, found.size() + 1, resources);
    }
    return found;
  }

  private static @Nullable String resource(
      Dialect dialect, String module, int number, ClassLoader resources) {
    String path = String.format(
        Locale.ROOT, "META-INF/lmskit/%s/%s/%04d.sql", module, dialect.directory(), number);
    @Nullable URL found = resources.getResource(path);
    if (found == null) {
      return null;
    }
    try (InputStream bytes = Objects.requireNonNull(found).openStream()) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new StoreFailureException("cannot read " + path, e);
    }
  }
}
