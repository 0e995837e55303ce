package org.lmskit.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.store.Kind;

/**
 * A person who learns: the one record that ties the host's id to the key under which everything else
 * knows him. Erasing it leaves only the key.
 *
 * @param id the host's own id
 * @param key a random pseudonym
 * @param since when the engine first heard of him
 * @param profile what the host told of him last
 * @param attributes what was told of him over time, sorted by day and name; each holds until the next of its name
 */
public record Learner(
    LearnerId id,
    LearnerKey key,
    Instant since,
    LearnerProfile profile,
    List<AttributeChange> attributes) {
  /** Learners by the host's id, found by key and by every attribute that they ever had. */
  public static final Kind<Learner> KIND = Kind.<Learner>mutable(
          "learner", learner -> learner.id().value())
      .time(Learner::since)
      .unique("key", learner -> learner.key().value())
      .many("attribute", Learner::attributeKeys)
      .body(JsonBody.of(Learner.class));

  /**
   * What an attribute is from a day on.
   *
   * @param name of the attribute
   * @param value empty if he no longer has it
   * @param from the first day
   */
  public record AttributeChange(String name, String value, LocalDate from) {}

  /** Sorts the attributes. */
  public Learner {
    attributes = attributes.stream()
        .sorted(Comparator.comparing(AttributeChange::from).thenComparing(AttributeChange::name))
        .toList();
  }

  /** The same person with another profile. */
  public Learner with(LearnerProfile next) {
    return new Learner(id, key, since, next, attributes);
  }

  /** The attributes that he has on a day, sorted by name. */
  public Map<String, String> attributesOn(LocalDate day) {
    Map<String, String> held = new TreeMap<>();
    for (AttributeChange change : attributes) {
      if (!change.from().isAfter(day)) {
        held.put(change.name(), change.value());
      }
    }
    held.values().removeIf(String::isEmpty);
    return held;
  }

  /** The same, told otherwise; what was told of that very day is replaced. */
  Learner with(AttributeChange change) {
    List<AttributeChange> next = new ArrayList<>(attributes);
    next.removeIf(old -> old.name().equals(change.name()) && old.from().equals(change.from()));
    next.add(change);
    return new Learner(id, key, since, profile, next);
  }

  /** How someone with this value of an attribute is found. */
  static String attributeKey(String name, String value) {
    return name + "=" + value;
  }

  private List<String> attributeKeys() {
    return attributes.stream()
        .filter(change -> !change.value().isEmpty())
        .map(change -> attributeKey(change.name(), change.value()))
        .distinct()
        .toList();
  }
}
