package org.lmskit.xapi.json;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.ContextAgent;
import org.lmskit.xapi.ContextGroup;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.XapiVersion;
import tools.jackson.core.JsonToken;

/** Reads contexts; null means that a problem was reported. */
final class ContextReader {
  private final Tokens in;
  private final Values values;
  private final ActorReader actors;
  private final ActivityReader activities;
  private final XapiVersion version;

  ContextReader(
      Tokens in,
      Values values,
      ActorReader actors,
      ActivityReader activities,
      XapiVersion version) {
    this.in = in;
    this.values = values;
    this.actors = actors;
    this.activities = activities;
    this.version = version;
  }

  @Nullable
  Context context() {
    if (!in.openObject()) return null;
    Context.Builder builder = Context.builder();
    while (in.nextProperty()) {
      switch (in.name()) {
        case "registration" -> builder.registration(values.uuid());
        case "instructor" -> builder.instructor(actors.actor());
        case "team" -> builder.team(actors.group());
        case "contextActivities" -> builder.activities(contextActivities());
        case "revision" -> builder.revision(in.string());
        case "platform" -> builder.platform(in.string());
        case "language" -> builder.language(values.language());
        case "statement" -> builder.statement(reference());
        case "extensions" -> builder.extensions(values.extensions());
        default -> newProperty(builder);
      }
    }
    return builder.build();
  }

  private void newProperty(Context.Builder builder) {
    if (version != XapiVersion.V2_0_0) {
      in.unknown();
    } else if (in.name().equals("contextAgents")) {
      builder.agents(values.list(this::contextAgent));
    } else if (in.name().equals("contextGroups")) {
      builder.groups(values.list(this::contextGroup));
    } else {
      in.unknown();
    }
  }

  private ContextActivities contextActivities() {
    if (!in.openObject()) return ContextActivities.NONE;
    List<Activity> parent = List.of();
    List<Activity> grouping = List.of();
    List<Activity> category = List.of();
    List<Activity> other = List.of();
    while (in.nextProperty()) {
      switch (in.name()) {
        case "parent" -> parent = oneOrMore();
        case "grouping" -> grouping = oneOrMore();
        case "category" -> category = oneOrMore();
        case "other" -> other = oneOrMore();
        default -> in.unknown();
      }
    }
    return new ContextActivities(parent, grouping, category, other);
  }

  /** A single activity stands for a list of one, and is returned as such (xAPI 1.0.3 Data 2.4.6.2). */
  private List<Activity> oneOrMore() {
    if (!in.is(JsonToken.START_OBJECT)) return values.list(activities::activity);
    int start = in.start();
    Activity activity = activities.activity();
    in.bracket(start);
    return activity == null ? List.of() : List.of(activity);
  }

  private @Nullable StatementRef reference() {
    if (!in.openObject()) return null;
    UUID id = null;
    String type = null;
    boolean hasId = false;
    boolean hasType = false;
    while (in.nextProperty()) {
      if (in.name().equals("id")) {
        hasId = true;
        id = values.uuid();
      } else if (in.name().equals("objectType")) {
        hasType = true;
        type = objectType("StatementRef");
      } else {
        in.unknown();
      }
    }
    if (!hasId) in.report(Rule.MISSING, "a StatementRef has an id");
    if (!hasType) in.report(Rule.MISSING, "a StatementRef has the objectType StatementRef");
    return id == null || type == null ? null : new StatementRef(id);
  }

  private @Nullable String objectType(String expected) {
    String type = in.string();
    if (type == null || type.equals(expected)) return type;
    in.report(
        Rule.OBJECT_TYPE, "the objectType here is " + expected + ", not " + Tokens.quote(type));
    return null;
  }

  private @Nullable ContextAgent contextAgent() {
    Related<Agent> related = related("contextAgent", "agent", actors::agent);
    return related == null ? null : new ContextAgent(related.who, related.types);
  }

  private @Nullable ContextGroup contextGroup() {
    Related<Group> related = related("contextGroup", "group", actors::group);
    return related == null ? null : new ContextGroup(related.who, related.types);
  }

  private <T> @Nullable Related<T> related(
      String type, String property, Supplier<@Nullable T> reader) {
    if (!in.openObject()) return null;
    T who = null;
    boolean hasWho = false;
    boolean hasType = false;
    List<Iri> types = List.of();
    while (in.nextProperty()) {
      if (in.name().equals("objectType")) {
        hasType = true;
        objectType(type);
      } else if (in.name().equals(property)) {
        hasWho = true;
        who = reader.get();
      } else if (in.name().equals("relevantTypes")) {
        types = relevantTypes();
      } else {
        in.unknown();
      }
    }
    if (!hasType) in.report(Rule.MISSING, "the objectType " + type + " is missing");
    if (!hasWho) in.report(Rule.MISSING, "a " + type + " has the property " + property);
    return who == null ? null : new Related<>(who, types);
  }

  private List<Iri> relevantTypes() {
    int before = in.problems().size();
    List<Iri> types = values.list(values::iri);
    if (types.isEmpty() && in.problems().size() == before) {
      in.report(Rule.RELEVANT_TYPES, "relevantTypes lists at least one IRI");
    }
    return types;
  }

  private record Related<T>(T who, List<Iri> types) {}
}
