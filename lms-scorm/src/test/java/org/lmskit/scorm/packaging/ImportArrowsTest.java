package org.lmskit.scorm.packaging;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** The arrows between the packages of the import side: none of them knows a store. */
@AnalyzeClasses(packages = "org.lmskit.scorm", importOptions = ImportOption.DoNotIncludeTests.class)
class ImportArrowsTest {
  private static final String FINDING = "org.lmskit.scorm.finding";
  private static final String ARCHIVE = "org.lmskit.scorm.archive";
  private static final String MANIFEST = "org.lmskit.scorm.manifest";
  private static final String BIND = "org.lmskit.scorm.manifest.bind";
  private static final String READ = "org.lmskit.scorm.manifest.read";
  private static final String PACKAGING = "org.lmskit.scorm.packaging";
  private static final String SEQUENCING = "org.lmskit.scorm.sequencing.definition";
  private static final String RUNTIME = "org.lmskit.scorm.runtime";
  private static final String MODEL = "org.lmskit.model";

  @ArchTest
  static final ArchRule FINDINGS_KNOW_ONLY_THE_MODEL = only(FINDING, FINDING, MODEL);

  @ArchTest
  static final ArchRule THE_ARCHIVE_KNOWS_ONLY_FINDINGS =
      only(ARCHIVE, ARCHIVE, FINDING, MODEL, "org.apache.commons.compress..");

  @ArchTest
  static final ArchRule THE_VALUES_KNOW_ONLY_SEQUENCING_DEFINITIONS =
      only(MANIFEST, MANIFEST, SEQUENCING);

  @ArchTest
  static final ArchRule BINDING_KNOWS_ONLY_FINDINGS =
      only(BIND, BIND, FINDING, MODEL, "jakarta.xml.bind..", "javax.xml.stream..", "org.xml.sax..");

  @ArchTest
  static final ArchRule READING_KNOWS_NO_XML =
      only(READ, READ, BIND, MANIFEST, SEQUENCING, ARCHIVE, FINDING, MODEL);

  @ArchTest
  static final ArchRule PACKAGING_KNOWS_NO_STORE = only(
      PACKAGING,
      PACKAGING,
      READ,
      MANIFEST,
      SEQUENCING,
      RUNTIME,
      ARCHIVE,
      FINDING,
      MODEL,
      "javax.xml.stream..",
      "org.apache.commons.compress..");

  @ArchTest
  static final ArchRule ONLY_READING_KNOWS_THE_BINDING = noClasses()
      .that()
      .resideOutsideOfPackages(BIND, READ)
      .should()
      .dependOnClassesThat()
      .resideInAPackage(BIND);

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_COME_FROM_OUTSIDE = noClasses()
      .that()
      .resideInAnyPackage(FINDING, ARCHIVE, MANIFEST + "..", PACKAGING)
      .should()
      .callMethod(Instant.class, "now")
      .orShould()
      .callMethod(System.class, "currentTimeMillis")
      .orShould()
      .callMethod(UUID.class, "randomUUID")
      .orShould()
      .callConstructor(Random.class);

  private static ArchRule only(String from, String... to) {
    String[] allowed = new String[to.length + 2];
    System.arraycopy(to, 0, allowed, 0, to.length);
    allowed[to.length] = "java..";
    allowed[to.length + 1] = "org.jspecify..";
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed);
  }
}
