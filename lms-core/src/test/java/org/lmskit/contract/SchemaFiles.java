package org.lmskit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.lmskit.store.Kinds;
import org.lmskit.store.jdbc.Dialect;
import org.lmskit.store.jdbc.JdbcSchema;

/**
 * Compares the schema scripts that a module checked in with what its kinds give. With {@code
 * -Dgolden.update=true} the files are written instead, and the difference is read before it is
 * committed. A script that was shipped never changes: then the module compares the tables that all
 * its scripts make.
 */
public final class SchemaFiles {
  private SchemaFiles() {}

  /**
   * Fails if a first script differs from the module's kinds, for any dialect.
   *
   * @param resources the module's {@code src/main/resources}
   */
  public static void assertCurrent(Kinds module, Path resources) {
    assertCurrent(module.module(), dialect -> JdbcSchema.generate(dialect, module), resources);
  }

  /** Fails if a first script differs from what is generated, for any dialect. */
  public static void assertCurrent(
      String module, Function<Dialect, String> generate, Path resources) {
    for (Dialect dialect : Dialect.values()) {
      Path file =
          resources.resolve("META-INF/lmskit/" + module + "/" + dialect.directory() + "/0001.sql");
      String expected = generate.apply(dialect);
      try {
        if (Boolean.getBoolean("golden.update")) {
          Files.createDirectories(file.getParent());
          Files.writeString(file, expected);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
            .as("%s", file)
            .isEqualTo(expected);
      } catch (IOException e) {
        throw new AssertionError("cannot read or write " + file, e);
      }
    }
  }
}
