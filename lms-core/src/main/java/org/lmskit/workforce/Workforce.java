package org.lmskit.workforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Pages;
import org.lmskit.internal.Scope;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.Sha256;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;
import org.lmskit.workforce.WorkforceEvent.LearnerProfileChanged;

/** The people of a tenant. Obtained from {@code lms.workforce()}; thread-safe. */
public final class Workforce {
  /** What this package stores. */
  public static final List<Kind<?>> KINDS = List.of(Learner.KIND, PersonalText.KIND);

  private final Scope scope;

  /** For {@code Lms}. */
  public Workforce(Scope scope) {
    this.scope = scope;
  }

  /** Tells the engine of a person, or something new of one whom it knows. */
  public Learner save(LearnerId id, LearnerProfile profile) {
    return scope.write("workforce.save", id.value(), op -> save(op, id, profile));
  }

  /** The person of this id; absent if never mentioned, or erased. */
  public Optional<Learner> find(LearnerId id) {
    return scope.read(
        "workforce.find",
        id.value(),
        reader -> reader.find(Learner.KIND, id.value()).map(Stored::value));
  }

  /** The persons behind keys, as events and records name them; those erased are left out. */
  public Map<LearnerKey, Learner> learners(Collection<LearnerKey> keys) {
    return scope.read("workforce.learners", "", reader -> learners(reader, keys));
  }

  /** All persons, in the order in which the engine heard of them. */
  public Page<Learner> learners(PageRequest page) {
    return scope.read(
        "workforce.learners", "", reader -> Pages.of(reader, Query.of(Learner.KIND), page));
  }

  /** A text that an event mentions by its digest; absent once its person is erased. */
  public Optional<String> text(Sha256 digest) {
    return scope.read("workforce.text", digest.hex(), reader -> PersonalText.find(reader, digest));
  }

  /**
   * Forgets a person: his record and texts are deleted now, content's own state with them. Events
   * keep a key that leads nowhere, so every proof still verifies.
   *
   * @throws NotFoundException if there is no such person
   */
  public void erase(LearnerId id) {
    scope.write("workforce.erase", id.value(), op -> erase(op, id));
  }

  private static Learner save(Operation op, LearnerId id, LearnerProfile profile) {
    Optional<Stored<Learner>> known = op.tx().find(Learner.KIND, id.value());
    if (known.isEmpty()) {
      return Learners.register(op, id, profile);
    }
    Learner old = known.get().value();
    if (old.profile().equals(profile)) {
      return old;
    }
    op.tx().update(known.get(), old.with(profile));
    op.record(new LearnerProfileChanged(op.header(), old.key()));
    return old.with(profile);
  }

  private static LearnerKey erase(Operation op, LearnerId id) {
    Stored<Learner> learner = op.tx()
        .find(Learner.KIND, id.value())
        .orElseThrow(() -> NotFoundException.of("learner", id));
    LearnerKey key = learner.value().key();
    op.tx().delete(learner);
    op.tx().delete(op.tx().list(Query.of(PersonalText.KIND).where("learner", key.value())));
    op.record(new LearnerErased(op.header(), key));
    return key;
  }

  private static Map<LearnerKey, Learner> learners(Reader reader, Collection<LearnerKey> keys) {
    Map<LearnerKey, Learner> found = new LinkedHashMap<>();
    List<String> values = keys.stream().map(LearnerKey::value).distinct().toList();
    for (int from = 0; from < values.size(); from += Query.MAX_VALUES) {
      List<String> some =
          new ArrayList<>(values.subList(from, Math.min(values.size(), from + Query.MAX_VALUES)));
      reader
          .list(Query.of(Learner.KIND).whereAny("key", some))
          .forEach(stored -> found.put(stored.value().key(), stored.value()));
    }
    return found;
  }
}
