package org.lmskit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.lmskit.contract.SchemaFiles;

class LmsSchemaTest {
  @Test
  void the_shipped_scripts_make_the_tables_that_the_kinds_need() {
    SchemaFiles.assertCurrent(Lms.KINDS, Path.of("src/main/resources"));
  }
}
