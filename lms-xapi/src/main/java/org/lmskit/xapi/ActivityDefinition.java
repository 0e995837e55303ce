package org.lmskit.xapi;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known about an activity. Definitions of one activity are merged by a store.
 *
 * @param name what people call it
 * @param description a short text about it
 * @param type what sort of thing it is; null if not said
 * @param moreInfo a page for people; null if there is none
 * @param interactionType the kind of question; null if it is none
 * @param correctResponses patterns of right answers; null if not said, empty if any answer is right
 * @param components the lists of options, by their kind
 * @param extensions further information
 * @see "xAPI 1.0.3 Data 2.4.4.1"
 */
public record ActivityDefinition(
    LanguageMap name,
    LanguageMap description,
    @Nullable Iri type,
    @Nullable Iri moreInfo,
    @Nullable InteractionType interactionType,
    @Nullable List<String> correctResponses,
    Map<InteractionList, List<InteractionComponent>> components,
    Extensions extensions) {
  /** Copies the lists. */
  public ActivityDefinition {
    correctResponses = correctResponses == null ? null : List.copyOf(correctResponses);
    components = components.isEmpty() ? Map.of() : copy(components);
  }

  private static Map<InteractionList, List<InteractionComponent>> copy(
      Map<InteractionList, List<InteractionComponent>> components) {
    Map<InteractionList, List<InteractionComponent>> copy = new EnumMap<>(InteractionList.class);
    components.forEach((list, values) -> copy.put(list, List.copyOf(values)));
    return Collections.unmodifiableMap(copy);
  }

  /** A definition that says nothing yet. */
  public static Builder builder() {
    return new Builder();
  }

  /** Whether this describes a question. */
  public boolean isInteraction() {
    return interactionType != null;
  }

  /** Collects the parts of a definition. */
  public static final class Builder {
    private LanguageMap name = LanguageMap.NONE;
    private LanguageMap description = LanguageMap.NONE;
    private @Nullable Iri type;
    private @Nullable Iri moreInfo;
    private @Nullable InteractionType interactionType;
    private @Nullable List<String> correctResponses;
    private Map<InteractionList, List<InteractionComponent>> components = Map.of();
    private Extensions extensions = Extensions.NONE;

    private Builder() {}

    /** What people call it. */
    public Builder name(LanguageMap value) {
      name = value;
      return this;
    }

    /** A short text about it. */
    public Builder description(LanguageMap value) {
      description = value;
      return this;
    }

    /** What sort of thing it is. */
    public Builder type(@Nullable Iri value) {
      type = value;
      return this;
    }

    /** A page for people. */
    public Builder moreInfo(@Nullable Iri value) {
      moreInfo = value;
      return this;
    }

    /** The kind of question. */
    public Builder interactionType(@Nullable InteractionType value) {
      interactionType = value;
      return this;
    }

    /** Patterns of right answers. */
    public Builder correctResponses(@Nullable List<String> values) {
      correctResponses = values;
      return this;
    }

    /** One list of options. */
    public Builder components(InteractionList list, List<InteractionComponent> values) {
      if (components.isEmpty()) components = new EnumMap<>(InteractionList.class);
      components.put(list, values);
      return this;
    }

    /** Further information. */
    public Builder extensions(Extensions values) {
      extensions = values;
      return this;
    }

    /** The definition. */
    public ActivityDefinition build() {
      return new ActivityDefinition(
          name,
          description,
          type,
          moreInfo,
          interactionType,
          correctResponses,
          components,
          extensions);
    }
  }
}
