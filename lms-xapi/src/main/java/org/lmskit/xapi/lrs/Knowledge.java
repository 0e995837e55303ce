package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lmskit.store.Change;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.Person;

/**
 * What the store learnt from statements about activities and the names of agents.
 *
 * @see "xAPI 1.0.3 Communication 2.4, 2.5"
 */
final class Knowledge {
  private Knowledge() {}

  static Activity activity(Reader reader, Iri id) {
    return reader
        .find(ActivityRecord.KIND, new Keys().hash(id.toString()))
        .map(found -> StatementTexts.activity(found.value().json()))
        .orElse(new Activity(id, null));
  }

  static Person person(Reader reader, Agent agent) {
    List<String> names = new ArrayList<>();
    reader
        .find(PersonRecord.KIND, new Keys().hash(StatementKeys.identity(agent)))
        .ifPresent(found -> names.addAll(found.value().names()));
    if (agent.name() != null) {
      names.add(agent.name());
    }
    return new Person(names, List.of(agent.identifier()));
  }

  /** Forgets the names of an agent; says whether there were any. */
  static boolean forget(Transaction tx, Identifier agent) {
    Optional<Stored<PersonRecord>> known =
        tx.find(PersonRecord.KIND, new Keys().hash(StatementKeys.identity(agent)));
    known.ifPresent(tx::delete);
    return known.isPresent();
  }

  /** Adds what new statements say; two round trips, none if they say nothing. */
  static void learn(Transaction tx, Sayings said) {
    learnActivities(tx, said.activities());
    learnNames(tx, said.names());
  }

  private static void learnActivities(Transaction tx, Map<String, Activity> said) {
    if (said.isEmpty()) {
      return;
    }
    Map<String, Activity> added = new LinkedHashMap<>(said);
    List<Change<ActivityRecord>> changes = new ArrayList<>();
    for (Stored<ActivityRecord> known : tx.findAll(ActivityRecord.KIND, added.keySet())) {
      String merged = merged(known.value().json(), added.remove(known.id()));
      if (!merged.equals(known.value().json())) {
        changes.add(new Change<>(known, new ActivityRecord(known.id(), merged)));
      }
    }
    List<ActivityRecord> inserts = new ArrayList<>();
    added.forEach((key, one) -> inserts.add(new ActivityRecord(key, StatementTexts.json(one))));
    tx.insert(ActivityRecord.KIND, inserts);
    tx.update(changes);
  }

  private static String merged(String known, Activity added) {
    String json = StatementTexts.json(added);
    if (json.equals(known)) {
      return known;
    }
    Activity old = StatementTexts.activity(known);
    ActivityDefinition definition = added.definition();
    if (old.definition() != null && definition != null) {
      definition = Definitions.merge(old.definition(), definition);
    }
    return StatementTexts.json(new Activity(old.id(), definition));
  }

  private static void learnNames(Transaction tx, Map<String, Set<String>> said) {
    if (said.isEmpty()) {
      return;
    }
    Map<String, Set<String>> added = new LinkedHashMap<>(said);
    List<Change<PersonRecord>> changes = new ArrayList<>();
    for (Stored<PersonRecord> known : tx.findAll(PersonRecord.KIND, added.keySet())) {
      PersonRecord next = known.value().with(added.remove(known.id()));
      if (!next.equals(known.value())) {
        changes.add(new Change<>(known, next));
      }
    }
    List<PersonRecord> inserts = new ArrayList<>();
    added.forEach((agent, names) -> inserts.add(new PersonRecord(agent, List.of()).with(names)));
    tx.insert(PersonRecord.KIND, inserts);
    tx.update(changes);
  }
}
