package org.lmskit.assessment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.lmskit.catalog.Unit;
import org.lmskit.catalog.UnitContent;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * An assessment as it was published; it never changes.
 *
 * @param number 1 for the first version
 * @param publishedAt when
 * @param assessment all of it
 */
public record AssessmentVersion(int number, Instant publishedAt, Assessment assessment) {
  /** The name of the content type of units that are assessments. */
  public static final String CONTENT_TYPE = "assessment";

  private static final String VERSION = "version";

  /** Versions by assessment and number. */
  public static final Kind<AssessmentVersion> KIND = Kind.<AssessmentVersion>mutable(
          "assessment_version", version -> key(version.id(), version.number()))
      .time(version -> Instant.ofEpochMilli(version.number())) // so that they are listed by number
      .index("assessment", version -> version.id().value())
      .body(JsonBody.of(AssessmentVersion.class));

  /** Which assessment. */
  public AssessmentId id() {
    return assessment.id();
  }

  /** What a unit is made of that is this version. */
  public UnitContent content() {
    return UnitContent.of(CONTENT_TYPE, id().value()).with(VERSION, String.valueOf(number));
  }

  /** A required unit that is this version, with its title, its number of attempts, its score policy and what passes. */
  public Unit unit(String unit) {
    return Unit.of(unit, assessment.title().text(), content())
        .withTitle(assessment.title())
        .withMaxAttempts(assessment.attempts().most())
        .withScorePolicy(assessment.attempts().policy())
        .withPassing(assessment.passingOrNull());
  }

  /** The id of the record that a unit is made of. */
  static String key(UnitContent content) {
    int number = Integer.parseInt(content.settings().getOrDefault(VERSION, "1"));
    return key(new AssessmentId(content.reference()), number);
  }

  static String key(AssessmentId assessment, int number) {
    return Sha256.of((assessment.value() + "/" + number).getBytes(StandardCharsets.UTF_8))
        .hex();
  }
}
