package org.lmskit.xapi.emit;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.LanguageMap;

/**
 * What a question asks, in words.
 *
 * @param description the question
 * @param components what can be chosen, matched or put in order
 */
public record Question(
    LanguageMap description, Map<InteractionList, List<InteractionComponent>> components) {
  /** Copies the map. */
  public Question {
    Map<InteractionList, List<InteractionComponent>> copy = new EnumMap<>(InteractionList.class);
    components.forEach((list, values) -> copy.put(list, List.copyOf(values)));
    components = Map.copyOf(copy);
  }
}
