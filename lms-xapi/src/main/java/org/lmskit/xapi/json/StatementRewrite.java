package org.lmskit.xapi.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.ContextActivities;
import org.lmskit.xapi.ContextAgent;
import org.lmskit.xapi.ContextGroup;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Result;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.SubStatement;
import org.lmskit.xapi.Verb;

/** Walks a statement and replaces its parts; every part stays as it is unless a subclass says otherwise. */
abstract class StatementRewrite {
  Actor actor(Actor actor) {
    return actor instanceof Group group ? group(group) : agent((Agent) actor);
  }

  Agent agent(Agent agent) {
    return agent;
  }

  Group group(Group group) {
    return group;
  }

  Verb verb(Verb verb) {
    return verb;
  }

  Activity activity(Activity activity) {
    return activity;
  }

  Result result(Result result) {
    return result;
  }

  List<Attachment> attachments(List<Attachment> attachments) {
    return attachments;
  }

  Statement statement(Statement s) {
    return new Statement(
        s.id(),
        actor(s.actor()),
        verb(s.verb()),
        object(s.object()),
        s.result() == null ? null : result(s.result()),
        context(s.context()),
        s.timestamp(),
        s.stored(),
        s.authority() == null ? null : actor(s.authority()),
        s.version(),
        attachments(s.attachments()));
  }

  private StatementObject object(StatementObject object) {
    if (object instanceof Activity activity) return activity(activity);
    if (object instanceof Actor actor) return actor(actor);
    if (object instanceof SubStatement sub) return subStatement(sub);
    return object;
  }

  private SubStatement subStatement(SubStatement s) {
    return new SubStatement(
        actor(s.actor()),
        verb(s.verb()),
        object(s.object()),
        s.result() == null ? null : result(s.result()),
        context(s.context()),
        s.timestamp(),
        attachments(s.attachments()));
  }

  @Nullable
  Context context(@Nullable Context c) {
    if (c == null) return null;
    return new Context(
        c.registration(),
        c.instructor() == null ? null : actor(c.instructor()),
        c.team() == null ? null : group(c.team()),
        activities(c.activities()),
        c.agents().stream()
            .map(a -> new ContextAgent(agent(a.agent()), a.relevantTypes()))
            .toList(),
        c.groups().stream()
            .map(g -> new ContextGroup(group(g.group()), g.relevantTypes()))
            .toList(),
        c.revision(),
        c.platform(),
        c.language(),
        c.statement(),
        c.extensions());
  }

  private ContextActivities activities(ContextActivities all) {
    if (all.isEmpty()) return all;
    return new ContextActivities(
        list(all.parent()), list(all.grouping()), list(all.category()), list(all.other()));
  }

  private List<Activity> list(List<Activity> activities) {
    List<Activity> rewritten = new ArrayList<>(activities.size());
    for (Activity one : activities) rewritten.add(activity(one));
    return rewritten;
  }
}
