package org.lmskit.store.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.SchemaFiles;

class JdbcSchemaTest {
  @Test
  void the_base_scripts_are_current() {
    SchemaFiles.assertCurrent(
        JdbcSchema.BASE, JdbcSchema::generateBase, Path.of("src/main/resources"));
  }
}
