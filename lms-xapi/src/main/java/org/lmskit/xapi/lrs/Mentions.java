package org.lmskit.xapi.lrs;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.SubStatement;

/** What statements say about activities and about the names of agents. */
final class Mentions {
  private final Map<Iri, ActivityDefinition> activities = new LinkedHashMap<>();
  private final Map<String, Set<String>> names = new LinkedHashMap<>();

  /** Definitions by activity, merged in the order of the statements. */
  Map<Iri, ActivityDefinition> activities() {
    return activities;
  }

  /** Names by the identity of an agent. */
  Map<String, Set<String>> names() {
    return names;
  }

  void add(Statement statement) {
    actor(statement.actor());
    object(statement.object());
    context(statement.context());
    if (statement.object() instanceof SubStatement sub) {
      actor(sub.actor());
      object(sub.object());
      context(sub.context());
    }
  }

  private void object(StatementObject object) {
    if (object instanceof Actor actor) {
      actor(actor);
    } else if (object instanceof Activity activity) {
      activity(activity);
    }
  }

  private void context(@Nullable Context context) {
    if (context == null) {
      return;
    }
    actor(context.instructor());
    actor(context.team());
    context.agents().forEach(one -> actor(one.agent()));
    context.groups().forEach(one -> actor(one.group()));
    ContextActivities related = context.activities();
    Stream.of(related.parent(), related.grouping(), related.category(), related.other())
        .flatMap(List::stream)
        .forEach(this::activity);
  }

  private void activity(Activity activity) {
    if (activity.definition() != null) {
      activities.merge(activity.id(), activity.definition(), Definitions::merge);
    }
  }

  private void actor(@Nullable Actor actor) {
    if (actor instanceof Agent agent && agent.name() != null) {
      names
          .computeIfAbsent(StatementKeys.identity(agent), key -> new LinkedHashSet<>())
          .add(agent.name());
    } else if (actor instanceof Group group) {
      group.members().forEach(this::actor);
    }
  }
}
