package org.lmskit.xapi.json;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Group;

/** Reads agents and groups where only these may stand; null means that a problem was reported. */
final class ActorReader {
  private final Tokens in;
  private final Values values;

  ActorReader(Tokens in, Values values) {
    this.in = in;
    this.values = values;
  }

  Values values() {
    return values;
  }

  @Nullable
  Actor actor() {
    return read(true, true);
  }

  @Nullable
  Agent agent() {
    return (Agent) read(true, false);
  }

  @Nullable
  Group group() {
    return (Group) read(false, true);
  }

  List<Agent> members() {
    return values.list(this::agent);
  }

  /** An agent, or an anonymous group of two agents (a consumer and a user). */
  @Nullable
  Actor authority() {
    String pointer = in.pointer();
    Actor actor = actor();
    if (!(actor instanceof Group group)) return actor;
    if (group.isAnonymous() && group.members().size() == 2) return group;
    in.problems()
        .add(Rule.AUTHORITY.at(
            pointer, "an authority is an agent, or an anonymous group of two agents"));
    return null;
  }

  private @Nullable Actor read(boolean agents, boolean groups) {
    if (!in.openObject()) return null;
    ActorFields fields = new ActorFields(in, this);
    String type = "Agent";
    boolean typed = false;
    while (in.nextProperty()) {
      if (in.name().equals("objectType")) {
        typed = true;
        type = in.string();
      } else if (!fields.accept(in.name())) {
        in.unknown();
      }
    }
    if (groups && "Group".equals(type)) return fields.group();
    if (agents && "Agent".equals(type)) return fields.agent();
    if (type != null) refuse(typed, type, agents, groups);
    return null;
  }

  private void refuse(boolean typed, String type, boolean agents, boolean groups) {
    String allowed = agents && groups ? "Agent or Group" : agents ? "Agent" : "Group";
    String found = typed ? Tokens.quote(type) : "missing, which means Agent";
    in.reportAt(
        Rule.OBJECT_TYPE, "objectType", "the objectType here is " + allowed + ", not " + found);
  }
}
