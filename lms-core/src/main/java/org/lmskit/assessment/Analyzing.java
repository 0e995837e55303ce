package org.lmskit.assessment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.assessment.analysis.AnalysedItem;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemAnalysis;
import org.lmskit.assessment.analysis.ScoreTable;
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
    note(rows.limit(SAMPLE), expected);
    note(rows.descending().limit(SAMPLE), expected);
    List<AnalysedItem> items = items(expected);
    ScoreTable table = new ScoreTable(items);
    Map<ItemId, Integer> met = read(table, items);
    if (!List.copyOf(met.entrySet()).equals(List.copyOf(expected.entrySet()))) {
      items = items(met);
      table = new ScoreTable(items);
      read(table, items);
    }
    return ItemAnalysis.of(table, choice, this::names);
  }

  private void note(Query<ScoreRow> sample, Map<ItemId, Integer> newest) {
    reader
        .list(sample)
        .forEach(stored -> AttemptReading.note(PackedItems.of(stored.value().items()), newest));
  }

  /** In the order of submission. */
  private Map<ItemId, Integer> read(ScoreTable table, List<AnalysedItem> items) {
    AttemptReading reading =
        new AttemptReading(table, items.stream().map(AnalysedItem::id).toList());
    reader.each(rows, stored -> reading.add(stored.value()));
    return reading.met();
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

  private Map<String, String> names(Collection<String> keys) {
    return Learners.idsOf(reader, keys.stream().map(LearnerKey::new).toList()).entrySet().stream()
        .collect(Collectors.toMap(e -> e.getKey().value(), e -> e.getValue().value()));
  }
}
