package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lmskit.model.ConflictException;
import org.lmskit.store.Change;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.XapiException;

/** Writes a batch of statements inside a transaction that holds the tenant's head. */
final class StatementWrites {
  private final Transaction tx;
  private final boolean expectsNone;

  /**
   * Writes in a transaction.
   *
   * @param expectsNone whether no statement of a batch is looked for before it is inserted, so that one
   *     that is there is a conflict
   */
  StatementWrites(Transaction tx, boolean expectsNone) {
    this.tx = tx;
    this.expectsNone = expectsNone;
  }

  /**
   * Stores what is new and follows all references.
   *
   * @return the ids of those that were new
   * @throws XapiException 409 if one has the id of a different statement; nothing is written
   */
  Set<String> store(Collection<StatementRecord> batch) {
    tx.lock();
    Map<String, StatementRecord> added = new LinkedHashMap<>();
    batch.forEach(record -> added.put(record.id(), record));
    if (!expectsNone) {
      removeRepeated(added);
    }
    if (added.isEmpty()) {
      return Set.of();
    }
    write(added);
    return added.keySet();
  }

  private void removeRepeated(Map<String, StatementRecord> added) {
    for (Stored<StatementRecord> there : tx.findAll(StatementRecord.KIND, added.keySet())) {
      StatementRecord repeated = added.remove(there.id());
      if (repeated != null) {
        requireSame(there.value(), repeated);
      }
    }
  }

  private void write(Map<String, StatementRecord> added) {
    Map<String, Stored<StatementRecord>> near = targets(added);
    addReferrers(added.keySet(), near);
    requireNone(added.keySet(), near.keySet());
    List<StatementRecord> stored = near.values().stream().map(Stored::value).toList();
    Map<String, StatementRecord> changed = References.resolve(added.values(), stored);
    List<StatementRecord> inserts = new ArrayList<>(added.size());
    added.values().forEach(record -> inserts.add(changed.getOrDefault(record.id(), record)));
    tx.insert(StatementRecord.KIND, inserts);
    List<Change<StatementRecord>> changes = new ArrayList<>();
    near.forEach((id, old) -> {
      StatementRecord next = changed.get(id);
      if (next != null) {
        changes.add(new Change<>(old, next));
      }
    });
    tx.update(changes);
  }

  private static void requireNone(Set<String> added, Set<String> stored) {
    if (!Collections.disjoint(added, stored)) {
      throw new ConflictException("statements of a batch are stored already");
    }
  }

  /** The stored statements that new ones refer to; they know what they inherit. */
  private Map<String, Stored<StatementRecord>> targets(Map<String, StatementRecord> added) {
    Set<String> ids = new LinkedHashSet<>();
    for (StatementRecord record : added.values()) {
      if (record.target() != null && !added.containsKey(record.target())) {
        ids.add(record.target());
      }
    }
    Map<String, Stored<StatementRecord>> found = new LinkedHashMap<>();
    if (!ids.isEmpty()) {
      tx.findAll(StatementRecord.KIND, ids).forEach(target -> found.put(target.id(), target));
    }
    return found;
  }

  /** All stored statements that refer to new ones, and to those, and so on. */
  private void addReferrers(Set<String> added, Map<String, Stored<StatementRecord>> near) {
    Set<String> seen = new LinkedHashSet<>(added);
    List<String> frontier = new ArrayList<>(added);
    while (!frontier.isEmpty()) {
      List<String> next = new ArrayList<>();
      for (int from = 0; from < frontier.size(); from += Query.MAX_VALUES) {
        int to = Math.min(frontier.size(), from + Query.MAX_VALUES);
        for (Stored<StatementRecord> found : referring(frontier.subList(from, to))) {
          near.putIfAbsent(found.id(), found);
          if (seen.add(found.id())) {
            next.add(found.id());
          }
        }
      }
      frontier = next;
    }
  }

  private List<Stored<StatementRecord>> referring(List<String> targets) {
    return tx.list(Query.of(StatementRecord.KIND).whereAny(StatementRecord.TARGET, targets));
  }

  /** Data 2.3.1: a repeated statement changes nothing, a different one with its id is refused. */
  private static void requireSame(StatementRecord there, StatementRecord incoming) {
    if (!there.text().equals(incoming.text()) && !StatementTexts.same(there, incoming)) {
      throw XapiException.conflict(
          "a different statement with the id " + there.id() + " is stored already");
    }
  }
}
