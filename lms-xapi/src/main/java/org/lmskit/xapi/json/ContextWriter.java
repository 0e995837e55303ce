package org.lmskit.xapi.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.ContextAgent;
import org.lmskit.xapi.ContextGroup;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.StatementRef;
import tools.jackson.core.JsonGenerator;

/** Writes contexts. */
final class ContextWriter {
  private final JsonGenerator out;
  private final ActorWriter actors;
  private final ActivityWriter activities;

  ContextWriter(JsonGenerator out, ActorWriter actors, ActivityWriter activities) {
    this.out = out;
    this.actors = actors;
    this.activities = activities;
  }

  static void reference(JsonGenerator out, StatementRef reference) {
    out.writeStartObject();
    out.writeStringProperty("objectType", "StatementRef");
    out.writeStringProperty("id", reference.id().toString());
    out.writeEndObject();
  }

  void write(Context context) {
    out.writeName("context");
    out.writeStartObject();
    if (context.registration() != null)
      text("registration", context.registration().toString());
    actor("instructor", context.instructor());
    actor("team", context.team());
    contextActivities(context.activities());
    contextAgents(context.agents());
    contextGroups(context.groups());
    text("revision", context.revision());
    text("platform", context.platform());
    text("language", context.language());
    if (context.statement() != null) {
      out.writeName("statement");
      reference(out, context.statement());
    }
    activities.extensions(context.extensions());
    out.writeEndObject();
  }

  private void text(String name, @Nullable String value) {
    if (value != null) out.writeStringProperty(name, value);
  }

  private void actor(String name, @Nullable Actor actor) {
    if (actor == null) return;
    out.writeName(name);
    actors.actor(actor);
  }

  private void contextActivities(ContextActivities all) {
    if (all.isEmpty()) return;
    out.writeName("contextActivities");
    out.writeStartObject();
    list("parent", all.parent());
    list("grouping", all.grouping());
    list("category", all.category());
    list("other", all.other());
    out.writeEndObject();
  }

  private void list(String name, List<Activity> list) {
    if (list.isEmpty()) return;
    out.writeName(name);
    out.writeStartArray();
    list.forEach(activities::activity);
    out.writeEndArray();
  }

  private void contextAgents(List<ContextAgent> agents) {
    if (agents.isEmpty()) return;
    out.writeName("contextAgents");
    out.writeStartArray();
    agents.forEach(one -> related("contextAgent", "agent", one.agent(), one.relevantTypes()));
    out.writeEndArray();
  }

  private void contextGroups(List<ContextGroup> groups) {
    if (groups.isEmpty()) return;
    out.writeName("contextGroups");
    out.writeStartArray();
    groups.forEach(one -> related("contextGroup", "group", one.group(), one.relevantTypes()));
    out.writeEndArray();
  }

  private void related(String type, String name, Actor who, List<Iri> types) {
    out.writeStartObject();
    out.writeStringProperty("objectType", type);
    actor(name, who);
    if (!types.isEmpty()) {
      out.writeName("relevantTypes");
      out.writeStartArray();
      types.forEach(iri -> out.writeString(iri.value()));
      out.writeEndArray();
    }
    out.writeEndObject();
  }
}
