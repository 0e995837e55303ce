package org.lmskit.xapi.json;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.InteractionType;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import tools.jackson.core.JsonToken;

/** Reads activities and their definitions; null means that a problem was reported. */
final class ActivityReader {
  private static final InteractionList[] LISTS = InteractionList.values();

  private final Tokens in;
  private final Values values;

  ActivityReader(Tokens in, Values values) {
    this.in = in;
    this.values = values;
  }

  /** An activity where only an activity may stand. */
  @Nullable
  Activity activity() {
    if (!in.openObject()) return null;
    Iri id = null;
    ActivityDefinition definition = null;
    boolean hasId = false;
    while (in.nextProperty()) {
      switch (in.name()) {
        case "objectType" -> objectType();
        case "id" -> {
          hasId = true;
          id = values.iri();
        }
        case "definition" -> definition = definition();
        default -> in.unknown();
      }
    }
    if (!hasId) in.report(Rule.MISSING, "an activity has an id");
    return id == null ? null : new Activity(id, definition);
  }

  private void objectType() {
    String type = in.string();
    if (type == null || type.equals("Activity")) return;
    in.report(Rule.OBJECT_TYPE, "the objectType here is Activity, not " + Tokens.quote(type));
  }

  @Nullable
  ActivityDefinition definition() {
    if (!in.openObject()) return null;
    ActivityDefinition.Builder builder = ActivityDefinition.builder();
    Interaction interaction = new Interaction();
    while (in.nextProperty()) {
      switch (in.name()) {
        case "name" -> builder.name(values.languageMap());
        case "description" -> builder.description(values.languageMap());
        case "type" -> builder.type(values.iri());
        case "moreInfo" -> builder.moreInfo(values.iri());
        case "extensions" -> builder.extensions(values.extensions());
        case "interactionType" -> builder.interactionType(interaction.type());
        case "correctResponsesPattern" -> {
          interaction.used = true;
          builder.correctResponses(values.list(in::string));
        }
        default -> interaction.list(builder);
      }
    }
    interaction.check();
    return builder.build();
  }

  /** What is said of a question. */
  private final class Interaction {
    private boolean typed;
    private boolean used;
    private @Nullable InteractionType type;
    private int lists;

    @Nullable
    InteractionType type() {
      typed = true;
      String id = in.string();
      if (id == null) return null;
      type = InteractionType.named(id);
      if (type == null)
        in.report(Rule.INTERACTION, "there is no interactionType " + Tokens.quote(id));
      return type;
    }

    void list(ActivityDefinition.Builder builder) {
      for (InteractionList list : LISTS) {
        if (!list.property().equals(in.name())) continue;
        used = true;
        lists |= 1 << list.ordinal();
        builder.components(list, components());
        return;
      }
      in.unknown();
    }

    void check() {
      if (used && !typed) in.report(Rule.MISSING, "a question has an interactionType");
      if (type == null) return;
      for (InteractionList list : LISTS) {
        if ((lists & 1 << list.ordinal()) == 0 || type.has(list)) continue;
        in.warn(
            Rule.INTERACTION,
            list.property(),
            "a question of type " + type.id() + " has no such list");
      }
    }
  }

  private List<InteractionComponent> components() {
    if (!in.is(JsonToken.START_ARRAY)) return values.list(this::component);
    Set<String> ids = new HashSet<>();
    return values.list(() -> {
      InteractionComponent component = component();
      if (component != null && !ids.add(component.id())) {
        in.reportAt(
            Rule.COMPONENT, "id", Tokens.quote(component.id()) + " occurs twice in this list");
      }
      return component;
    });
  }

  private @Nullable InteractionComponent component() {
    if (!in.openObject()) return null;
    String id = null;
    boolean hasId = false;
    LanguageMap description = LanguageMap.NONE;
    while (in.nextProperty()) {
      switch (in.name()) {
        case "id" -> {
          hasId = true;
          id = in.string();
        }
        case "description" -> description = values.languageMap();
        default -> in.unknown();
      }
    }
    if (!hasId) in.report(Rule.MISSING, "a component has an id");
    return id == null ? null : new InteractionComponent(id, description);
  }
}
