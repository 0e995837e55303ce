package org.lmskit.workforce;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.WorkforceEvent.LearnerRegistered;

/** From a host's ids to keys and civil days, inside the operations of the packages above. */
public final class Learners {
  /** The name of the handler of what becomes due for a person. */
  public static final String TIMERS = "learner";

  private Learners() {}

  /** The owner of the timers of a person. */
  public static String timers(LearnerKey learner) {
    return TIMERS + ":" + learner.value();
  }

  /** The key of a learner; whom nobody mentioned before is registered. */
  public static LearnerKey keyOf(Operation operation, LearnerId id) {
    return operation
        .tx()
        .find(Learner.KIND, id.value())
        .map(stored -> stored.value().key())
        .orElseGet(() -> register(operation, id, LearnerProfile.UNKNOWN).key());
  }

  /** The keys of learners; whom nobody mentioned before is registered. */
  public static Map<LearnerId, LearnerKey> keysOf(Operation op, Collection<LearnerId> ids) {
    Map<LearnerId, LearnerKey> keys = new HashMap<>();
    op.tx()
        .findAll(Learner.KIND, ids.stream().map(LearnerId::value).toList())
        .forEach(stored -> keys.put(stored.value().id(), stored.value().key()));
    ids.forEach(id -> keys.computeIfAbsent(
        id, one -> register(op, one, LearnerProfile.UNKNOWN).key()));
    return keys;
  }

  /** The keys of those learners who were ever mentioned and not erased since. */
  static List<LearnerKey> known(Reader reader, Collection<LearnerId> ids) {
    return reader.findAll(Learner.KIND, ids.stream().map(LearnerId::value).toList()).stream()
        .map(stored -> stored.value().key())
        .toList();
  }

  /** The key of a learner, if he was ever mentioned and not erased since. */
  public static Optional<LearnerKey> findKey(Reader reader, LearnerId id) {
    return reader.find(Learner.KIND, id.value()).map(Stored::value).map(Learner::key);
  }

  /** The host's ids of keys, without those of erased people. */
  public static Map<LearnerKey, LearnerId> idsOf(Reader reader, Collection<LearnerKey> keys) {
    Map<LearnerKey, LearnerId> ids = new HashMap<>();
    List<String> values = keys.stream().map(LearnerKey::value).distinct().toList();
    for (int from = 0; from < values.size(); from += Query.MAX_VALUES) {
      List<String> some = values.subList(from, Math.min(values.size(), from + Query.MAX_VALUES));
      reader
          .list(Query.of(Learner.KIND).whereAny("key", some))
          .forEach(stored -> ids.put(stored.value().key(), stored.value().id()));
    }
    return ids;
  }

  /** A page of what a person's key is found with by an index of this kind; empty for someone unknown. */
  public static <T> Page<T> page(
      Reader reader, Kind<T> kind, String index, LearnerId person, PageRequest page) {
    return findKey(reader, person)
        .map(key -> Pages.of(reader, Query.of(kind).where(index, key.value()), page))
        .orElseGet(() -> new Page<>(List.of(), null));
  }

  /** Of all these what is about people who were not erased. */
  public static <T> List<T> present(Reader reader, List<T> all, Function<T, LearnerKey> whose) {
    Set<LearnerKey> there = idsOf(reader, all.stream().map(whose).toList()).keySet();
    return all.stream().filter(one -> there.contains(whose.apply(one))).toList();
  }

  /** Whether there is no person behind a key any more. */
  public static boolean isErased(Reader reader, LearnerKey key) {
    return reader.list(Query.of(Learner.KIND).where("key", key.value())).isEmpty();
  }

  /** The header of an event about a learner that happens now, on his civil day. */
  public static EventHeader header(Operation operation, LearnerKey learner) {
    return header(operation, learner, operation.now());
  }

  /**
   * The header of an event about a learner that happened at this time, on his civil day.
   *
   * @throws org.lmskit.model.RejectedException FUTURE_FACT if it is after now
   */
  public static EventHeader header(Operation operation, LearnerKey learner, Instant occurredAt) {
    return operation.header(occurredAt, Appointments.dayOf(operation, learner, occurredAt));
  }

  static Learner register(Operation operation, LearnerId id, LearnerProfile profile) {
    LearnerKey key = new LearnerKey(operation.newId());
    Learner learner = new Learner(id, key, operation.now(), profile, List.of());
    operation.tx().insert(Learner.KIND, learner);
    operation.record(new LearnerRegistered(operation.header(), key));
    if (profile.attributes().isEmpty()) {
      return learner;
    }
    Attributes.follow(operation, id, LearnerProfile.UNKNOWN, profile, today(operation));
    return operation.tx().find(Learner.KIND, id.value()).orElseThrow().value();
  }

  /** The tenant's day: what is told without a day holds from this one on. */
  static LocalDate today(Operation operation) {
    return LocalDate.ofInstant(operation.now(), operation.zone());
  }
}
