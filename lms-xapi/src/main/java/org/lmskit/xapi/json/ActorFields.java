package org.lmskit.xapi.json;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Group;
import org.lmskit.xapi.Identifier;
import org.lmskit.xapi.Iri;

/** Gathers the properties of an agent or a group, whatever their order. */
final class ActorFields {
  private final Tokens in;
  private final ActorReader readers;
  private @Nullable String name;
  private @Nullable Identifier identifier;
  private int identifiers;
  private @Nullable List<Agent> members;
  private boolean membersAreBroken;
  private @Nullable List<String> seen;

  ActorFields(Tokens in, ActorReader readers) {
    this.in = in;
    this.readers = readers;
  }

  /** Reads the current property if it is one of an actor; else says false. */
  boolean accept(String property) {
    switch (property) {
      case "name" -> name = in.string();
      case "mbox" -> identify(mbox());
      case "mbox_sha1sum" -> identify(sha1());
      case "openid" -> identify(openId());
      case "account" -> identify(account());
      case "member" -> {
        int before = in.problems().size();
        members = readers.members();
        membersAreBroken = in.problems().size() > before;
      }
      default -> {
        return false;
      }
    }
    if (seen == null) seen = new ArrayList<>(4);
    seen.add(property);
    return true;
  }

  @Nullable
  Identifier identifier() {
    return identifier;
  }

  /** The properties that were there. */
  List<String> seen() {
    return seen == null ? List.of() : seen;
  }

  /** The agent, after its object was closed; null if it cannot be one. */
  @Nullable
  Agent agent() {
    if (members != null) in.reportAt(Rule.UNKNOWN, "member", "an agent has no members");
    if (identifiers != 1) {
      String found = identifiers == 0 ? "none" : "" + identifiers;
      in.report(
          Rule.IDENTIFIER,
          "an agent has exactly one of mbox, mbox_sha1sum, openid and account, not " + found);
    }
    return identifier == null ? null : new Agent(name, identifier);
  }

  /** The group, after its object was closed; null if it cannot be one. */
  @Nullable
  Group group() {
    if (identifiers > 1) {
      in.report(
          Rule.IDENTIFIER,
          "a group has at most one of mbox, mbox_sha1sum, openid and account, not " + identifiers);
    }
    List<Agent> listed = members == null ? List.of() : members;
    if (identifiers == 0 && listed.isEmpty() && !membersAreBroken) {
      in.report(Rule.ANONYMOUS, "a group without an identifier lists its members");
    }
    return identifier == null && listed.isEmpty() ? null : new Group(name, identifier, listed);
  }

  private void identify(@Nullable Identifier read) {
    identifiers++;
    if (identifier == null) identifier = read;
  }

  private @Nullable Identifier mbox() {
    String text = in.string();
    if (text == null) return null;
    if (Identifier.Mbox.isValid(text)) return new Identifier.Mbox(text);
    in.report(Rule.MAILTO, Tokens.quote(text) + " is not mailto: and an e-mail address");
    return null;
  }

  private @Nullable Identifier sha1() {
    String text = in.string();
    if (text == null) return null;
    if (Identifier.MboxSha1Sum.isValid(text)) return new Identifier.MboxSha1Sum(text);
    in.report(Rule.SHA1, Tokens.quote(text) + " does not have 40 hexadecimal digits");
    return null;
  }

  private @Nullable Identifier openId() {
    Iri uri = readers.values().iri();
    return uri == null ? null : new Identifier.OpenId(uri);
  }

  private @Nullable Identifier account() {
    if (!in.openObject()) return null;
    Iri homePage = null;
    String accountName = null;
    boolean hasHomePage = false;
    boolean hasName = false;
    while (in.nextProperty()) {
      if (in.name().equals("homePage")) {
        hasHomePage = true;
        homePage = readers.values().iri();
      } else if (in.name().equals("name")) {
        hasName = true;
        accountName = in.string();
      } else {
        in.unknown();
      }
    }
    if (!hasHomePage) in.report(Rule.MISSING, "an account has a homePage");
    if (!hasName) in.report(Rule.MISSING, "an account has a name");
    return homePage == null || accountName == null
        ? null
        : new Identifier.Account(homePage, accountName);
  }
}
