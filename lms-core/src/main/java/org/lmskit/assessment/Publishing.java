package org.lmskit.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lmskit.assessment.AssessmentEvent.AssessmentPublished;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.internal.Operation;
import org.lmskit.model.Problem;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** Assessments become versions that never change. */
final class Publishing {
  private Publishing() {}

  static List<Problem> check(Reader reader, Assessment assessment) {
    List<Problem> problems = new ArrayList<>(assessment.check());
    Map<ItemId, ?> known = ItemBanks.current(reader, assessment.items());
    assessment.items().stream()
        .distinct()
        .filter(item -> !known.containsKey(item))
        .forEach(item -> problems.add(AssessmentCheck.unknown(item)));
    return problems;
  }

  static AssessmentVersion publish(Operation op, Assessment assessment, int wanted) {
    refuse(assessment, check(op.tx(), assessment));
    Optional<Stored<AssessmentEntry>> entry =
        op.tx().find(AssessmentEntry.KIND, assessment.id().value());
    int current = entry.map(stored -> stored.value().current()).orElse(0);
    int number = wanted == 0 ? current + 1 : wanted;
    String known = AssessmentVersion.key(assessment.id(), wanted == 0 ? current : wanted);
    Optional<AssessmentVersion> same = Assessments.version(op.tx(), known)
        .filter(version -> version.assessment().equals(assessment));
    if (same.isPresent()) {
      return same.get();
    }
    requireNext(assessment.id(), number, current);
    AssessmentVersion version = new AssessmentVersion(number, op.now(), assessment);
    entry.ifPresentOrElse(
        stored -> op.tx().update(stored, stored.value().next(version)),
        () -> op.tx().insert(AssessmentEntry.KIND, AssessmentEntry.first(version)));
    op.tx().insert(AssessmentVersion.KIND, version);
    op.record(new AssessmentPublished(op.header(), version));
    return version;
  }

  private static void refuse(Assessment assessment, List<Problem> problems) {
    if (problems.isEmpty()) {
      return;
    }
    Map<String, String> errors = new TreeMap<>();
    problems.forEach(p -> errors.put(p.code() + " " + p.location(), p.message()));
    AssessmentReason reason = switch (problems.get(0).code()) {
      case AssessmentCheck.TWO_POOLS -> AssessmentReason.ITEM_IN_TWO_POOLS;
      case AssessmentCheck.DRAW -> AssessmentReason.DRAW_TOO_LARGE;
      case AssessmentCheck.UNKNOWN -> AssessmentReason.ITEM_UNKNOWN;
      default -> AssessmentReason.ASSESSMENT_INVALID;
    };
    throw new RejectedException(
        reason, "assessment " + assessment.id() + " has errors: " + errors, errors);
  }

  private static void requireNext(AssessmentId assessment, int number, int current) {
    if (number == current + 1) {
      return;
    }
    throw new RejectedException(
        number <= current ? AssessmentReason.VERSION_PUBLISHED : AssessmentReason.VERSION_SKIPPED,
        "assessment " + assessment + " is published up to version " + current + ", not " + number,
        Map.of("current", String.valueOf(current), "version", String.valueOf(number)));
  }
}
