package org.lmskit.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageAndExplainTest {
  @TempDir
  Path folder;

  @Test
  void a_folder_becomes_a_package_whose_sequencing_explains_itself() throws IOException {
    ByteArrayOutputStream console = new ByteArrayOutputStream();

    PackageAndExplain.run(folder, new PrintStream(console, true, StandardCharsets.UTF_8));

    assertThat(console.toString(StandardCharsets.UTF_8).lines())
        .startsWith("written with 0 findings", "NB.2.1 Navigation Request: start is valid")
        .contains("delivered Wounds")
        .endsWith("previous? Nothing is before the organization");
    assertThat(folder.resolve("first-aid.zip")).exists();
  }
}
