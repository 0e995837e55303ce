package org.lmskit.assessment;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private static final int SAMPLE = 500;

  private final Reader reader;
  private final Query<ScoreRow> rows;

  Analyzing(Reader reader, AssessmentId assessment) {
    this.reader = reader;
    this.rows = Query.of(ScoreRow.KIND).where("assessment", assessment.value());
  }

  /** In one pass, unless the first and the last rows do not tell by which versions all were scored. */
  ItemAnalysis analyze(AttemptChoice choice) {
    Map<ItemId, Integer> expected = new LinkedHashMap<>();
    reader.list(rows.limit(SAMPLE)).forEach(stored -> note(stored.value(), expected));
    reader.list(rows.descending().limit(SAMPLE)).forEach(stored -> note(stored.value(), expected));
    Map<ItemId, Integer> met = new LinkedHashMap<>();
    ItemAnalysis analysis = analyze(choice, expected, met);
    boolean asExpected = List.copyOf(met.entrySet()).equals(List.copyOf(expected.entrySet()));
    return asExpected ? analysis : analyze(choice, met, new LinkedHashMap<>());
  }

  private ItemAnalysis analyze(
      AttemptChoice choice, Map<ItemId, Integer> newest, Map<ItemId, Integer> met) {
    return ItemAnalysis.of(items(newest), choice, visitor -> attempts(visitor, met), this::names);
  }

  /** By the versions by which attempts were scored, each item's newest, in the order in which they were first put. */
  private static void note(ScoreRow row, Map<ItemId, Integer> newest) {
    row.items().forEach(item -> newest.merge(item.item(), item.ref().version(), Math::max));
  }

  private List<AnalysedItem> items(Map<ItemId, Integer> newest) {
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
        item.id().value(), Rational.of(item.maxScore()), item.interaction().options(), correct);
  }

  /** In the order of submission, each learner's counted from 1 over all his enrollments. */
  private void attempts(Consumer<AnalysedAttempt> visitor, Map<ItemId, Integer> met) {
    Map<LearnerKey, Integer> counts = new HashMap<>();
    reader.each(rows, stored -> {
      ScoreRow row = stored.value();
      note(row, met);
      if (row.graded()) {
        int number = counts.merge(row.learner(), 1, Integer::sum);
        visitor.accept(new AnalysedAttempt(
            row.learner().value(),
            number,
            row.items().stream().map(Analyzing::answer).toList()));
      }
    });
  }

  private static AnalysedAttempt.Answer answer(ItemScore item) {
    List<String> chosen = item.chosen();
    return new AnalysedAttempt.Answer(
        item.item().value(),
        Objects.requireNonNull(item.scoreOrNull()),
        chosen.size() == 1 ? Set.of(chosen.get(0)) : Set.copyOf(chosen));
  }

  private Map<String, String> names(Collection<String> keys) {
    return Learners.idsOf(reader, keys.stream().map(LearnerKey::new).toList()).entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().value(), e -> e.getValue().value()));
  }
}
