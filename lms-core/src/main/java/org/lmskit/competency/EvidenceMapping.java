package org.lmskit.competency;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;

/**
 * What is done, held or observed is evidence of a competency.
 *
 * @param subject a course, a learning path, a certification or a checklist
 * @param competency of which it is evidence
 * @param level on which level
 * @param validForOrNull how long it is valid from its day; null for ever. Evidence of a certification ends with its award, or
 *     earlier by this
 */
public record EvidenceMapping(
    Subject subject,
    CompetencyId competency,
    int level,
    @Nullable Period validForOrNull) {
  /** Mappings by subject and competency, found by each. */
  public static final Kind<EvidenceMapping> KIND = Kind.<EvidenceMapping>mutable(
          "evidence_mapping", one -> id(one.subject(), one.competency()))
      .index("subject", one -> one.subject().toString())
      .index("competency", one -> one.competency().value())
      .body(JsonBody.of(EvidenceMapping.class));

  /** @throws IllegalArgumentException if the subject is part of something else, or the period is not above 0 */
  public EvidenceMapping {
    if (subject.kind() == Subject.Kind.UNIT || subject.kind() == Subject.Kind.STEP) {
      throw new IllegalArgumentException(subject + " is no evidence by itself");
    }
    if (validForOrNull != null && (validForOrNull.isNegative() || validForOrNull.isZero())) {
      throw new IllegalArgumentException("valid for " + validForOrNull);
    }
  }

  /** Evidence that does not end by itself. */
  public static EvidenceMapping of(Subject subject, String competency, int level) {
    return new EvidenceMapping(subject, new CompetencyId(competency), level, null);
  }

  /** The same, valid so long. */
  public EvidenceMapping validFor(Period period) {
    return new EvidenceMapping(subject, competency, level, period);
  }

  /** The first day on which evidence of a day is not valid; null for ever. */
  @Nullable
  LocalDate untilFrom(LocalDate day, @Nullable LocalDate end) {
    LocalDate own = validForOrNull == null ? null : day.plus(validForOrNull);
    if (own == null || end == null) {
      return own == null ? end : own;
    }
    return own.isBefore(end) ? own : end;
  }

  static String id(Subject subject, CompetencyId competency) {
    String all = subject + "\u001f" + competency;
    return Sha256.of(all.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
