package org.lmskit.workforce;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lmskit.internal.Operation;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learner.AttributeChange;
import org.lmskit.workforce.WorkforceEvent.LearnerAttributeChanged;

/** What is told of people by name and value, and since when, for the packages above too. */
public final class Attributes {
  private Attributes() {}

  /** The attributes of a person on a day, sorted by name; none once he is erased. */
  public static Map<String, String> on(Reader reader, LearnerKey learner, LocalDate day) {
    return reader.list(Query.of(Learner.KIND).where("key", learner.value())).stream()
        .findFirst()
        .map(stored -> stored.value().attributesOn(day))
        .orElseGet(Map::of);
  }

  /** Those who have this value of an attribute on a day, sorted. */
  public static List<LearnerKey> having(Reader reader, String name, String value, LocalDate day) {
    Query<Learner> ever =
        Query.of(Learner.KIND).where("attribute", Learner.attributeKey(name, value));
    return reader.list(ever).stream()
        .map(Stored::value)
        .filter(learner -> value.equals(learner.attributesOn(day).get(name)))
        .map(Learner::key)
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .toList();
  }

  /** Those who ever had this value of an attribute, or will. */
  public static List<LearnerKey> everHaving(Reader reader, String name, String value) {
    Query<Learner> ever =
        Query.of(Learner.KIND).where("attribute", Learner.attributeKey(name, value));
    return reader.list(ever).stream().map(stored -> stored.value().key()).toList();
  }

  static Learner change(Operation op, LearnerId id, AttributeChange change) {
    Learners.keyOf(op, id);
    Stored<Learner> old = op.tx().find(Learner.KIND, id.value()).orElseThrow();
    if (old.value().attributes().contains(change)) {
      return old.value();
    }
    Learner next = old.value().with(change);
    op.tx().update(old, next);
    op.record(new LearnerAttributeChanged(op.header(change.from()), next.key(), change.name()));
    return next;
  }

  /** Tells an attribute from a day on, unless it is so on that day. */
  static void tell(Operation op, LearnerId id, String name, String value, LocalDate day) {
    Learners.keyOf(op, id);
    Learner learner = op.tx().find(Learner.KIND, id.value()).orElseThrow().value();
    if (!value.equals(learner.attributesOn(day).getOrDefault(name, ""))) {
      change(op, id, new AttributeChange(name, value, day));
    }
  }

  /** Makes what a profile says true from a day on; what no profile ever spoke of stays. */
  static void follow(
      Operation op, LearnerId id, LearnerProfile before, LearnerProfile after, LocalDate day) {
    Set<String> names = new TreeSet<>(before.attributes().keySet());
    names.addAll(after.attributes().keySet());
    for (String name : names) {
      tell(op, id, name, after.attributes().getOrDefault(name, ""), day);
    }
  }
}
