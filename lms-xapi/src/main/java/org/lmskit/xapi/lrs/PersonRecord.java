package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.List;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * The names under which an agent was met.
 *
 * @param agent the hash of the agent's identifier
 * @param names the newest last
 */
record PersonRecord(String agent, List<String> names) {
  static final Kind<PersonRecord> KIND =
      Kind.mutable("xapi_person", PersonRecord::agent).body(JsonBody.of(PersonRecord.class));

  private static final int MOST_NAMES = 50;

  PersonRecord {
    names = List.copyOf(names);
  }

  /** The same with more names; the oldest are forgotten beyond {@value #MOST_NAMES}. */
  PersonRecord with(Iterable<String> more) {
    List<String> all = new ArrayList<>(names);
    for (String said : more) {
      String name = StorableText.cleaned(said);
      if (!all.contains(name)) {
        all.add(name);
      }
    }
    return new PersonRecord(agent, all.subList(Math.max(0, all.size() - MOST_NAMES), all.size()));
  }
}
