package org.lmskit.assessment.grading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.ItemScore;
import org.lmskit.assessment.ScoreRow;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.bank.ItemVersion;
import org.lmskit.assessment.grading.GradingEvent.AttemptRegraded;
import org.lmskit.assessment.grading.GradingEvent.PassLost;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.sitting.Sittings;
import org.lmskit.internal.Operation;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Attempts;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.Success;
import org.lmskit.model.AttemptId;
import org.lmskit.model.Rational;
import org.lmskit.model.RejectedException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;
import org.lmskit.workforce.PersonalText;

/** Scores attempts anew by the current versions of some items. */
final class Regrading {
  private final Operation op;
  private final AssessmentId assessment;
  private final Map<ItemId, ItemVersion> current;
  private final RegradeMode mode;
  private final Sha256 reason;

  private Regrading(
      Operation op,
      AssessmentId assessment,
      Map<ItemId, ItemVersion> current,
      RegradeMode mode,
      Sha256 reason) {
    this.op = op;
    this.assessment = assessment;
    this.current = current;
    this.mode = mode;
    this.reason = reason;
  }

  static Regrade regrade(
      Operation op, AssessmentId assessment, List<ItemId> items, RegradeMode mode, String reason) {
    if (reason.isBlank()) {
      throw new RejectedException(GradingReason.REASON_MISSING, "say why it is scored anew");
    }
    if (Assessments.version(op.tx(), assessment, 1).isEmpty()) {
      throw new RejectedException(GradingReason.UNKNOWN, "no assessment " + assessment);
    }
    Map<ItemId, ItemVersion> current = ItemBanks.current(op.tx(), items);
    items.forEach(item -> requireScored(item, current.get(item)));
    Sha256 kept = PersonalText.keep(op, op.by(), reason);
    return new Regrading(op, assessment, current, mode, kept).run();
  }

  private static void requireScored(ItemId item, @Nullable ItemVersion version) {
    if (version == null) {
      throw new RejectedException(
          GradingReason.UNKNOWN, "no item " + item, Map.of("item", item.value()));
    }
    if (version.item().isGradedByHand()) {
      throw new RejectedException(
          GradingReason.GRADED_BY_HAND, "item " + item, Map.of("item", item.value()));
    }
  }

  private Regrade run() {
    List<String> outdated = new ArrayList<>();
    int[] looked = {0};
    Query<ScoreRow> all = Query.of(ScoreRow.KIND).where("assessment", assessment.value());
    Map<ItemRef, Item> before = new HashMap<>();
    op.tx().each(all, stored -> {
      looked[0]++;
      if (stored.value().items().stream().anyMatch(this::isOutdated)) {
        outdated.add(stored.id());
      }
    });
    List<Regrade.RegradedAttempt> regraded = new ArrayList<>();
    for (String id : outdated) {
      regrade(op.tx().find(ScoreRow.KIND, id).orElseThrow(), before).ifPresent(regraded::add);
    }
    return new Regrade(looked[0], regraded);
  }

  private boolean isOutdated(ItemScore score) {
    ItemVersion version = current.get(score.item());
    return version != null && !version.ref().equals(score.ref());
  }

  private Optional<Regrade.RegradedAttempt> regrade(
      Stored<ScoreRow> stored, Map<ItemRef, Item> before) {
    ScoreRow row = stored.value();
    List<ItemChange> changes = row.items().stream()
        .filter(this::isOutdated)
        .flatMap(score -> change(row, score, before).stream())
        .toList();
    ScoreRow next = GradingFold.regraded(row, changes);
    boolean isLower = next.total().compareTo(row.total()) < 0;
    if (changes.isEmpty() || mode == RegradeMode.NEVER_LOWER && isLower) {
      return Optional.empty();
    }
    op.tx().update(stored, next);
    record(row, next, changes);
    return Optional.of(new Regrade.RegradedAttempt(
        row.attempt(),
        row.learner(),
        row.total(),
        next.total(),
        next.max(),
        row.passed(),
        next.passed(),
        changes));
  }

  /** Absent if the new version gives what the old one gave. */
  private Optional<ItemChange> change(ScoreRow row, ItemScore score, Map<ItemRef, Item> before) {
    ItemVersion version = current.get(score.item());
    if (version == null) {
      return Optional.empty();
    }
    Item old = before.computeIfAbsent(
        score.ref(), ref -> ItemBanks.version(op.tx(), ref).orElseThrow().item());
    requireSameInteraction(old, version);
    Rational max = Rational.of(version.item().maxScore());
    Rational earned = response(op.tx(), row.attempt(), old, score)
        .map(version.item()::score)
        .orElse(score.scoreOrNull());
    return max.equals(score.max()) && Objects.equals(earned, score.scoreOrNull())
        ? Optional.empty()
        : Optional.of(
            new ItemChange(score, new ItemScore(version.ref(), max, earned, score.chosen())));
  }

  private static void requireSameInteraction(Item old, ItemVersion version) {
    Class<?> asked = old.interaction().getClass();
    Class<?> asks = version.item().interaction().getClass();
    if (!asked.equals(asks)) {
      throw new RejectedException(
          GradingReason.OTHER_INTERACTION,
          "item " + version.ref() + " is a " + asks.getSimpleName() + ", answers were given to a "
              + asked.getSimpleName(),
          Map.of("item", version.ref().toString()));
    }
  }

  /** What is kept for statistics is enough, except for what a person wrote. */
  private static Optional<Response> response(
      Reader reader, AttemptId attempt, Item old, ItemScore score) {
    return Response.ofOptions(old.interaction(), score.chosen())
        .or(() -> Sittings.response(reader, attempt, old.id()));
  }

  private void record(ScoreRow row, ScoreRow next, List<ItemChange> changes) {
    Attempt attempt =
        op.tx().find(Attempt.KIND, row.attempt().value()).orElseThrow().value();
    op.record(new AttemptRegraded(
        Learners.header(op, row.learner()),
        attempt.ref(),
        assessment,
        mode,
        changes,
        row.total(),
        next.total(),
        reason));
    boolean wasPassed = isPassed(row);
    if (next.graded()) {
      Attempts.add(op, row.attempt(), next.facts());
    }
    boolean isPassed = isPassed(row);
    if (row.passed() && !next.passed() || wasPassed && !isPassed) {
      op.record(
          new PassLost(Learners.header(op, row.learner()), attempt.ref(), assessment, isPassed));
    }
  }

  /** The unit, by its policy. */
  private boolean isPassed(ScoreRow row) {
    return op.tx().find(Enrollment.KIND, row.enrollment().value()).stream()
        .flatMap(stored -> stored.value().units().stream())
        .anyMatch(unit -> unit.unit().equals(row.unit()) && unit.success() == Success.PASSED);
  }
}
