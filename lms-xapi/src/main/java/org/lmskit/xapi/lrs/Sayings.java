package org.lmskit.xapi.lrs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lmskit.xapi.Activity;

/**
 * What a batch says about activities and about the names of agents, by the keys of their records.
 *
 * @param activities with the definitions that were said
 * @param names of agents
 * @param marks differ if something else is said
 */
record Sayings(
    Map<String, Activity> activities, Map<String, Set<String>> names, Map<String, String> marks) {
  static Sayings of(Mentions mentions, Keys keys) {
    Map<String, String> marks = new HashMap<>();
    Map<String, Activity> activities = new LinkedHashMap<>();
    mentions.activities().forEach((id, definition) -> {
      String key = keys.hash(id.value());
      Activity activity = new Activity(id, definition);
      activities.put(key, activity);
      marks.put(key, keys.hash(StatementTexts.json(activity)));
    });
    Map<String, Set<String>> names = new LinkedHashMap<>();
    mentions.names().forEach((agent, said) -> {
      String key = keys.hash(agent);
      names.put(key, said);
      marks.put(key, keys.hash(String.join("\n", new TreeSet<>(said))));
    });
    return new Sayings(activities, names, marks);
  }

  /** Only what is said for these keys. */
  Sayings only(Set<String> keys) {
    return new Sayings(only(keys, activities), only(keys, names), only(keys, marks));
  }

  private static <V> Map<String, V> only(Set<String> keys, Map<String, V> all) {
    Map<String, V> some = new LinkedHashMap<>(all);
    some.keySet().retainAll(keys);
    return some;
  }
}
