package org.lmskit.xapi.json;

import java.util.List;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Extensions;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.LanguageMap;
import tools.jackson.core.JsonGenerator;

/** Writes activities and what they are made of. */
final class ActivityWriter {
  private final JsonGenerator out;

  ActivityWriter(JsonGenerator out) {
    this.out = out;
  }

  /** An activity in a statement; only its id if nothing else is said of it. */
  void activity(Activity activity) {
    activity(activity, activity.definition() != null);
  }

  /** The objectType is the default wherever an activity may stand. */
  void activity(Activity activity, boolean typed) {
    out.writeStartObject();
    if (typed) out.writeStringProperty("objectType", "Activity");
    out.writeStringProperty("id", activity.id().value());
    if (activity.definition() != null) {
      out.writeName("definition");
      definition(activity.definition());
    }
    out.writeEndObject();
  }

  void definition(ActivityDefinition definition) {
    out.writeStartObject();
    languages("name", definition.name());
    languages("description", definition.description());
    if (definition.type() != null)
      out.writeStringProperty("type", definition.type().value());
    if (definition.moreInfo() != null)
      out.writeStringProperty("moreInfo", definition.moreInfo().value());
    interaction(definition);
    extensions(definition.extensions());
    out.writeEndObject();
  }

  private void interaction(ActivityDefinition definition) {
    if (definition.interactionType() != null) {
      out.writeStringProperty("interactionType", definition.interactionType().id());
    }
    if (definition.correctResponses() != null) {
      out.writeName("correctResponsesPattern");
      out.writeStartArray();
      definition.correctResponses().forEach(out::writeString);
      out.writeEndArray();
    }
    definition.components().forEach(this::components);
  }

  private void components(InteractionList list, List<InteractionComponent> components) {
    out.writeName(list.property());
    out.writeStartArray();
    for (InteractionComponent component : components) {
      out.writeStartObject();
      out.writeStringProperty("id", component.id());
      languages("description", component.description());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  void languages(String name, LanguageMap map) {
    if (!map.isEmpty()) languagesAlways(name, map);
  }

  void languagesAlways(String name, LanguageMap map) {
    out.writeName(name);
    out.writeStartObject();
    map.values().forEach(out::writeStringProperty);
    out.writeEndObject();
  }

  void extensions(Extensions extensions) {
    if (extensions.isEmpty()) return;
    out.writeName("extensions");
    out.writeStartObject();
    extensions.values().forEach((iri, value) -> {
      out.writeName(iri.value());
      out.writeRawValue(value.json());
    });
    out.writeEndObject();
  }
}
