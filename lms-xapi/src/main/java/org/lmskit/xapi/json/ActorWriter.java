package org.lmskit.xapi.json;

import java.util.List;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Person;
import tools.jackson.core.JsonGenerator;

/** Writes agents, groups and persons. */
final class ActorWriter {
  private final JsonGenerator out;

  ActorWriter(JsonGenerator out) {
    this.out = out;
  }

  void actor(Actor actor) {
    out.writeStartObject();
    out.writeStringProperty("objectType", actor instanceof Group ? "Group" : "Agent");
    if (actor.name() != null) out.writeStringProperty("name", actor.name());
    if (actor.identifier() != null) identifier(actor.identifier());
    if (actor instanceof Group group && !group.members().isEmpty()) members(group.members());
    out.writeEndObject();
  }

  private void members(List<Agent> members) {
    out.writeName("member");
    out.writeStartArray();
    members.forEach(this::actor);
    out.writeEndArray();
  }

  private void identifier(Identifier identifier) {
    out.writeName(property(identifier));
    value(identifier);
  }

  private static String property(Identifier identifier) {
    if (identifier instanceof Identifier.Mbox) return "mbox";
    if (identifier instanceof Identifier.MboxSha1Sum) return "mbox_sha1sum";
    return identifier instanceof Identifier.OpenId ? "openid" : "account";
  }

  private void value(Identifier identifier) {
    if (identifier instanceof Identifier.Mbox mbox) out.writeString(mbox.iri());
    else if (identifier instanceof Identifier.MboxSha1Sum sum) out.writeString(sum.hex());
    else if (identifier instanceof Identifier.OpenId openId)
      out.writeString(openId.uri().value());
    else if (identifier instanceof Identifier.Account account) account(account);
  }

  private void account(Identifier.Account account) {
    out.writeStartObject();
    out.writeStringProperty("homePage", account.homePage().value());
    out.writeStringProperty("name", account.name());
    out.writeEndObject();
  }

  void person(Person person) {
    out.writeStartObject();
    out.writeStringProperty("objectType", "Person");
    if (!person.names().isEmpty()) {
      out.writeName("name");
      out.writeStartArray();
      person.names().forEach(out::writeString);
      out.writeEndArray();
    }
    for (String property : List.of("mbox", "mbox_sha1sum", "openid", "account")) {
      identifiers(person, property);
    }
    out.writeEndObject();
  }

  private void identifiers(Person person, String property) {
    List<Identifier> those = person.identifiers().stream()
        .filter(one -> property(one).equals(property))
        .toList();
    if (those.isEmpty()) return;
    out.writeName(property);
    out.writeStartArray();
    those.forEach(this::value);
    out.writeEndArray();
  }
}
