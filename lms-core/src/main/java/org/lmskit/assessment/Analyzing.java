package org.lmskit.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lmskit.assessment.analysis.AnalysedAttempt;
import org.lmskit.assessment.analysis.AnalysedItem;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemAnalysis;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Key;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Rational;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.workforce.Learners;

/** Streams score rows into an analysis. */
final class Analyzing {
  private final Reader reader;
  private final Query<ScoreRow> rows;

  Analyzing(Reader reader, AssessmentId assessment) {
    this.reader = reader;
    this.rows = Query.of(ScoreRow.KIND).where("assessment", assessment.value());
  }

  ItemAnalysis analyze(AttemptChoice choice) {
    return ItemAnalysis.of(items(), choice, this::attempts, this::names);
  }

  /** By the versions by which attempts were scored, each item's newest. */
  private List<AnalysedItem> items() {
    Map<ItemId, Integer> newest = new LinkedHashMap<>();
    reader.each(rows, stored -> stored.value().items().forEach(item ->
        newest.merge(item.item(), item.ref().version(), Math::max)));
    List<ItemRef> refs = newest.entrySet().stream()
        .map(entry -> new ItemRef(entry.getKey(), entry.getValue()))
        .toList();
    return ItemBanks.versions(reader, refs).values().stream()
        .map(version -> item(version.item()))
        .toList();
  }

  private static AnalysedItem item(Item item) {
    Set<String> correct =
        item.key() instanceof Key.Choices key ? Set.copyOf(key.correct()) : Set.of();
    return new AnalysedItem(
        item.id().value(),
        Rational.of(item.maxScore()),
        item.interaction().options(),
        correct);
  }

  /** In the order of submission, each learner's counted from 1 over all his enrollments. */
  private void attempts(Consumer<AnalysedAttempt> visitor) {
    Map<LearnerKey, Integer> counts = new HashMap<>();
    reader.each(rows, stored -> {
      ScoreRow row = stored.value();
      if (row.graded()) {
        int number = counts.merge(row.learner(), 1, Integer::sum);
        visitor.accept(new AnalysedAttempt(
            row.learner().value(), number, row.items().stream().map(Analyzing::answer).toList()));
      }
    });
  }

  private static AnalysedAttempt.Answer answer(ItemScore item) {
    return new AnalysedAttempt.Answer(
        item.item().value(),
        Objects.requireNonNull(item.scoreOrNull()),
        new LinkedHashSet<>(item.chosen()));
  }

  private Map<String, String> names(Collection<String> keys) {
    return Learners.idsOf(reader, keys.stream().map(LearnerKey::new).toList()).entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().value(), e -> e.getValue().value()));
  }
}
