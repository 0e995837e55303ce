package org.lmskit.xapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The arrows between the packages of lms-xapi, and what it may use of the core. */
@AnalyzeClasses(packages = "org.lmskit.xapi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String MODEL = "org.lmskit.xapi";
  private static final String JSON = "org.lmskit.xapi.json";
  private static final String LRS = "org.lmskit.xapi.lrs";
  private static final String HTTP = "org.lmskit.xapi.http";
  private static final String CLIENT = "org.lmskit.xapi.client";
  private static final String EMIT = "org.lmskit.xapi.emit";

  @ArchTest
  static final ArchRule THE_MODEL_KNOWS_ONLY_ITSELF = classes()
      .that()
      .resideInAPackage(MODEL)
      .should()
      .onlyDependOnClassesThat()
      .resideInAnyPackage(MODEL, "org.lmskit.model", "java..", "org.jspecify..");

  @ArchTest
  static final ArchRule JSON_KNOWS_ONLY_THE_MODEL = noClasses()
      .that()
      .resideInAPackage(JSON)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(LRS, HTTP, CLIENT, EMIT);

  @ArchTest
  static final ArchRule THE_LRS_KNOWS_NEITHER_HTTP_NOR_CLIENT_NOR_EVENTS = noClasses()
      .that()
      .resideInAPackage(LRS)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          HTTP, CLIENT, EMIT, "org.lmskit.event", "org.lmskit.http", "java.net.http");

  @ArchTest
  static final ArchRule THE_CLIENT_NEVER_KNOWS_THE_LRS = noClasses()
      .that()
      .resideInAPackage(CLIENT)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(LRS, HTTP, EMIT)
      .allowEmptyShould(true);

  @ArchTest
  static final ArchRule THE_EMITTER_KNOWS_THE_MODEL_AND_EVENTS_ONLY = noClasses()
      .that()
      .resideInAPackage(EMIT)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(JSON, LRS, HTTP, CLIENT)
      .allowEmptyShould(true);

  @ArchTest
  static final ArchRule ONLY_THE_EMITTER_KNOWS_THE_LEARNING_DOMAIN = noClasses()
      .that()
      .resideInAnyPackage(MODEL, JSON, LRS, HTTP, CLIENT)
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage(
          "org.lmskit",
          "org.lmskit.event..",
          "org.lmskit.learning..",
          "org.lmskit.catalog..",
          "org.lmskit.workforce..",
          "org.lmskit.assessment..",
          "org.lmskit.certification..",
          "org.lmskit.scorm..",
          "org.lmskit.store.jdbc..");

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      slices().matching("org.lmskit.xapi.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_COME_FROM_OUTSIDE = noClasses()
      .should()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(UUID.class, "randomUUID")
      .orShould()
      .callConstructor(Random.class);

  @ArchTest
  static final ArchRule NO_PUBLIC_SIGNATURE_SHOWS_JACKSON = methods()
      .that()
      .arePublic()
      .and()
      .areDeclaredInClassesThat()
      .arePublic()
      .should()
      .notHaveRawReturnType(
          JavaClass.Predicates.resideInAnyPackage("tools.jackson..", "com.fasterxml.."));

  @Test
  void the_module_exports_only_its_packages_for_hosts() throws IOException {
    String descriptor = Files.readString(Path.of("src/main/java/module-info.java"));
    Set<String> exported = Pattern.compile("exports ([a-z.]+)")
        .matcher(descriptor)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toSet());

    assertThat(exported).contains(MODEL, JSON, LRS);
    assertThat(Set.of(MODEL, JSON, LRS, HTTP, CLIENT, EMIT)).containsAll(exported);
  }
}
