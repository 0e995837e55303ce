package org.lmskit.scorm.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuntimeArchitectureTest {
  private static final com.tngtech.archunit.core.domain.JavaClasses RUNTIME =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.lmskit.scorm.runtime");

  @Test
  void run_time_knows_the_shared_words_and_json_and_nothing_else() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "org.lmskit.scorm.runtime",
            "org.lmskit.model",
            "tools.jackson..",
            "org.jspecify.annotations",
            "java..")
        .check(RUNTIME);
  }

  @Test
  void run_time_reads_no_clock_and_draws_no_id() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Clock.class)
        .check(RUNTIME);
  }
}
