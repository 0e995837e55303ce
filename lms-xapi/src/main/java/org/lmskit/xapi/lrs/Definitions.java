package org.lmskit.xapi.lrs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.LanguageMap;

/**
 * Merges what statements say about an activity: the newest word counts, what it leaves out stays.
 *
 * @see "xAPI 1.0.3 Data 2.4.4.1; Communication 2.5"
 */
final class Definitions {
  private Definitions() {}

  static ActivityDefinition merge(ActivityDefinition old, ActivityDefinition added) {
    boolean otherQuestion = added.interactionType() != null
        && !Objects.equals(added.interactionType(), old.interactionType());
    ActivityDefinition.Builder merged = ActivityDefinition.builder()
        .name(merge(old.name(), added.name()))
        .description(merge(old.description(), added.description()))
        .type(newer(old.type(), added.type()))
        .moreInfo(newer(old.moreInfo(), added.moreInfo()))
        .interactionType(newer(old.interactionType(), added.interactionType()))
        .correctResponses(
            otherQuestion
                ? added.correctResponses()
                : newer(old.correctResponses(), added.correctResponses()))
        .extensions(merge(old.extensions(), added.extensions()));
    Map<InteractionList, List<InteractionComponent>> components =
        new LinkedHashMap<>(otherQuestion ? Map.of() : old.components());
    components.putAll(added.components());
    components.forEach(merged::components);
    return merged.build();
  }

  private static <T> @Nullable T newer(@Nullable T old, @Nullable T added) {
    return added == null ? old : added;
  }

  private static LanguageMap merge(LanguageMap old, LanguageMap added) {
    Map<String, String> all = new LinkedHashMap<>(old.values());
    all.putAll(added.values());
    return new LanguageMap(all);
  }

  private static Extensions merge(Extensions old, Extensions added) {
    Map<Iri, JsonValue> all = new LinkedHashMap<>(old.values());
    all.putAll(added.values());
    return new Extensions(all);
  }
}
