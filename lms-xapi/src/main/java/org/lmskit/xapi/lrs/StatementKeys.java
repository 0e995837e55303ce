package org.lmskit.xapi.lrs;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.SubStatement;

/**
 * The keys of one statement. An agent or activity is direct (actor or object) or related-only.
 *
 * @see "xAPI 1.0.3 Communication 2.1.3"
 */
final class StatementKeys {
  private final Keys keys;
  private final Set<String> agents = new LinkedHashSet<>();
  private final Set<String> relatedAgents = new LinkedHashSet<>();
  private final Set<String> activities = new LinkedHashSet<>();
  private final Set<String> relatedActivities = new LinkedHashSet<>();

  private StatementKeys(Keys keys) {
    this.keys = keys;
  }

  /** What a statement is found by, its authority included. */
  static List<String> of(Statement statement, Actor authority, Keys keys) {
    StatementKeys found = new StatementKeys(keys);
    found.collect(statement, authority);
    return found.list(statement);
  }

  /** The key of whoever vouches for a statement. */
  static String authority(Actor authority, Keys keys) {
    return keys.key(Keys.Filter.AUTHORITY, identity(authority));
  }

  /** What makes an actor the same as another one; an anonymous group is its members. */
  static String identity(Actor actor) {
    Identifier identifier = actor.identifier();
    if (identifier != null) {
      return identity(identifier);
    }
    Stream<String> members =
        ((Group) actor).members().stream().map(agent -> identity(agent.identifier()));
    return "members|" + String.join("|", members.sorted().toList());
  }

  /** One text for all forms of an identifier that mean the same, as statements are compared. */
  static String identity(Identifier identifier) {
    return identifier.normal().key();
  }

  private List<String> list(Statement statement) {
    List<String> list = new ArrayList<>();
    list.add(keys.key(Keys.Filter.VERB, statement.verb().id().toString()));
    Context context = statement.context();
    if (context != null && context.registration() != null) {
      list.add(keys.key(Keys.Filter.REGISTRATION, context.registration().toString()));
    }
    relatedAgents.removeAll(agents);
    relatedActivities.removeAll(activities);
    agents.forEach(agent -> list.add(keys.key(Keys.Filter.AGENT, agent)));
    relatedAgents.forEach(agent -> list.add(keys.key(Keys.Filter.RELATED_AGENT, agent)));
    activities.forEach(activity -> list.add(keys.key(Keys.Filter.ACTIVITY, activity)));
    relatedActivities.forEach(id -> list.add(keys.key(Keys.Filter.RELATED_ACTIVITY, id)));
    return list;
  }

  private void collect(Statement statement, Actor authority) {
    agent(statement.actor(), agents);
    agent(authority, relatedAgents);
    object(statement.object(), agents, activities);
    context(statement.context());
    if (statement.object() instanceof SubStatement sub) {
      agent(sub.actor(), relatedAgents);
      object(sub.object(), relatedAgents, relatedActivities);
      context(sub.context());
    }
  }

  private void object(StatementObject object, Set<String> agentsTo, Set<String> activitiesTo) {
    if (object instanceof Actor actor) {
      agent(actor, agentsTo);
    } else if (object instanceof Activity activity) {
      activitiesTo.add(activity.id().toString());
    }
  }

  private void context(@Nullable Context context) {
    if (context == null) {
      return;
    }
    agent(context.instructor(), relatedAgents);
    agent(context.team(), relatedAgents);
    context.agents().forEach(one -> agent(one.agent(), relatedAgents));
    context.groups().forEach(one -> agent(one.group(), relatedAgents));
    ContextActivities related = context.activities();
    activities(related.parent());
    activities(related.grouping());
    activities(related.category());
    activities(related.other());
  }

  private void activities(List<Activity> related) {
    related.forEach(activity -> relatedActivities.add(activity.id().toString()));
  }

  /** A group is found by its identifier and by each of its members. */
  private static void agent(@Nullable Actor actor, Set<String> to) {
    if (actor == null) {
      return;
    }
    Identifier identifier = actor.identifier();
    if (identifier != null) {
      to.add(identity(identifier));
    }
    if (actor instanceof Group group) {
      group.members().forEach(member -> to.add(identity(member.identifier())));
    }
  }
}
