package org.lmskit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which package may know which: an arrow only points down the list of ARCHITECTURE.md. */
@AnalyzeClasses(packages = "org.lmskit", importOptions = ArchitectureTest.MainClasses.class)
class ArchitectureTest {
  private static final String ROOT = "org.lmskit";

  /** From top to bottom, as the architecture lists them. */
  private static final List<String> DOWNWARDS = List.of(
      ROOT,
      ROOT + ".report",
      ROOT + ".assessment.grading",
      ROOT + ".assessment.sitting",
      ROOT + ".assessment",
      ROOT + ".assessment.analysis",
      ROOT + ".assessment.gradebook",
      ROOT + ".assessment.bank",
      ROOT + ".assessment.item",
      ROOT + ".observation",
      ROOT + ".offering",
      ROOT + ".competency",
      ROOT + ".assignment",
      ROOT + ".certification",
      ROOT + ".viewing",
      ROOT + ".recognition",
      ROOT + ".admission",
      ROOT + ".path.progress",
      ROOT + ".path",
      ROOT + ".learning",
      ROOT + ".catalog",
      ROOT + ".version",
      ROOT + ".workforce",
      ROOT + ".archive",
      ROOT + ".ledger",
      ROOT + ".internal",
      ROOT + ".event",
      ROOT + ".content",
      ROOT + ".http",
      ROOT + ".store.jdbc",
      ROOT + ".store",
      ROOT + ".model");

  /** Packages that rest on the model alone. */
  private static final List<String> ON_MODEL =
      List.of(ROOT + ".http", ROOT + ".store", ROOT + ".content");

  private static JavaClasses imported() {
    return new ClassFileImporter().withImportOption(new MainClasses()).importPackages(ROOT);
  }

  /** The classes of this module without its tests, wherever a build puts either. */
  static final class MainClasses implements ImportOption {
    private static final ImportOption KNOWN_BUILDS = new DoNotIncludeTests();

    @Override
    public boolean includes(Location location) {
      return KNOWN_BUILDS.includes(location) && !location.contains("/test/org/lmskit/");
    }
  }

  @Test
  void arrows_only_point_downwards() {
    JavaClasses all = imported();
    for (int i = 0; i < DOWNWARDS.size(); i++) {
      String[] above = DOWNWARDS.subList(0, i).toArray(String[]::new);
      if (above.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(DOWNWARDS.get(i))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .allowEmptyShould(true)
            .check(all);
      }
    }
  }

  @Test
  void every_package_has_its_place_in_the_list() {
    Set<String> found = imported().stream()
        .map(type -> type.getPackageName())
        .collect(Collectors.toCollection(TreeSet::new));

    found.removeIf(
        name -> DOWNWARDS.stream().anyMatch(known -> name.equals(known) || isInside(name, known)));
    assertThat(found).isEmpty();
  }

  /** A package below a listed one belongs to it; the root and the store have listed children. */
  private static boolean isInside(String name, String known) {
    return !known.equals(ROOT) && !known.equals(ROOT + ".store") && name.startsWith(known + ".");
  }

  @Test
  void http_store_and_content_rest_on_the_model_alone() {
    JavaClasses all = imported();
    for (String name : ON_MODEL) {
      classes()
          .that()
          .resideInAPackage(name)
          .should()
          .onlyDependOnClassesThat(
              not(resideInAPackage(ROOT + "..")).or(resideInAnyPackage(name, ROOT + ".model")))
          .allowEmptyShould(true)
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule nothing_knows_the_jdbc_store = noClasses()
      .that()
      .resideOutsideOfPackage(ROOT + ".store.jdbc")
      .should()
      .dependOnClassesThat()
      .resideInAPackage(ROOT + ".store.jdbc");

  @ArchTest
  static final ArchRule sql_is_spoken_in_the_jdbc_store_only = noClasses()
      .that()
      .resideOutsideOfPackage(ROOT + ".store.jdbc")
      .should()
      .dependOnClassesThat()
      .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule no_json_type_is_in_the_public_api = noClasses()
      .that()
      .arePublic()
      .and()
      .resideOutsideOfPackage(ROOT + ".internal..")
      .should()
      .dependOnClassesThat()
      .resideInAPackage("tools.jackson..")
      .allowEmptyShould(true);

  @Test
  void no_clock_id_or_chance_comes_from_the_jdk() throws IOException {
    Pattern forbidden = Pattern.compile(
        "Instant\\.now\\(\\)|LocalDate\\.now\\(\\)|currentTimeMillis|UUID\\.randomUUID|new Random\\(|Math\\.random|catch \\(Exception");
    List<String> found = new ArrayList<>();
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        for (String line : Files.readAllLines(file)) {
          if (forbidden.matcher(line).find()) {
            found.add(file + ": " + line.strip());
          }
        }
      }
    }
    assertThat(found).isEmpty();
  }
}
