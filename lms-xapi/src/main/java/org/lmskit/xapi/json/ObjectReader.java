package org.lmskit.xapi.json;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.SubStatement;

/**
 * Reads the object of a statement. Its objectType may come last, so the properties of every type are
 * gathered, and those of other types than its own are problems.
 */
final class ObjectReader {
  private final Tokens in;
  private final StatementParser parser;
  private final boolean inSubStatement;
  private final List<String> coreSeen = new ArrayList<>(0);
  private @Nullable ActorFields actorFields;
  private @Nullable CoreFields core;
  private @Nullable String type = "Activity";
  private @Nullable String id;
  private boolean hasId;
  private @Nullable ActivityDefinition definition;
  private boolean hasDefinition;

  ObjectReader(Tokens in, StatementParser parser, boolean inSubStatement) {
    this.in = in;
    this.parser = parser;
    this.inSubStatement = inSubStatement;
  }

  @Nullable
  StatementObject read() {
    if (!in.openObject()) return null;
    while (in.nextProperty()) property(in.name());
    if (type == null) return null;
    return switch (type) {
      case "Activity" -> activity();
      case "Agent" -> actor(false);
      case "Group" -> actor(true);
      case "StatementRef" -> reference();
      case "SubStatement" -> subStatement();
      default -> {
        in.reportAt(Rule.OBJECT_TYPE, "objectType", "there is no objectType " + Tokens.quote(type));
        yield null;
      }
    };
  }

  private void property(String name) {
    switch (name) {
      case "objectType" -> type = in.string();
      case "id" -> {
        hasId = true;
        id = in.string();
      }
      case "definition" -> {
        hasDefinition = true;
        definition = parser.activities().definition();
      }
      case "name", "mbox", "mbox_sha1sum", "openid", "account", "member" ->
        actorFields().accept(name);
      case "stored", "version", "authority" -> {
        in.report(
            Rule.SUB_STATEMENT, "the property " + name + " is only for statements themselves");
        in.skip();
      }
      default -> {
        if (core().accept(name)) coreSeen.add(name);
        else in.unknown();
      }
    }
  }

  private ActorFields actorFields() {
    if (actorFields == null) actorFields = new ActorFields(in, parser.actors());
    return actorFields;
  }

  private CoreFields core() {
    if (core == null) core = new CoreFields(in, parser, true);
    return core;
  }

  private @Nullable Activity activity() {
    refuseActorProperties("an activity");
    refuseCoreProperties("an activity");
    if (!hasId) in.report(Rule.MISSING, "an activity has an id");
    if (id == null) return null;
    Iri iri = parser.values().iri(id);
    if (iri != null) return new Activity(iri, definition);
    in.reportAt(
        Rule.IRI, "id", Tokens.quote(id) + " is not an absolute IRI: write it with its scheme");
    return null;
  }

  private @Nullable StatementObject actor(boolean group) {
    String what = group ? "a group" : "an agent";
    if (hasId) in.reportAt(Rule.UNKNOWN, "id", what + " has no id");
    if (hasDefinition) in.reportAt(Rule.UNKNOWN, "definition", what + " has no definition");
    refuseCoreProperties(what);
    return group ? actorFields().group() : actorFields().agent();
  }

  private @Nullable StatementRef reference() {
    refuseActorProperties("a StatementRef");
    refuseCoreProperties("a StatementRef");
    if (hasDefinition) in.reportAt(Rule.UNKNOWN, "definition", "a StatementRef has no definition");
    if (!hasId) in.report(Rule.MISSING, "a StatementRef has an id");
    if (id == null) return null;
    UUID target = Uuids.parse(id);
    if (target != null) return new StatementRef(target);
    in.reportAt(Rule.UUID, "id", Tokens.quote(id) + " is not a UUID in its standard form");
    return null;
  }

  private @Nullable SubStatement subStatement() {
    refuseActorProperties("a SubStatement");
    if (hasId) in.reportAt(Rule.SUB_STATEMENT, "id", "a SubStatement has no id");
    if (hasDefinition) in.reportAt(Rule.UNKNOWN, "definition", "a SubStatement has no definition");
    CoreFields fields = core();
    fields.check();
    if (inSubStatement) {
      in.report(Rule.NESTED, "a SubStatement cannot contain a SubStatement");
      return null;
    }
    if (fields.actor == null || fields.verb == null || fields.object == null) return null;
    return new SubStatement(
        fields.actor,
        fields.verb,
        fields.object,
        fields.result,
        fields.context,
        fields.timestamp,
        fields.attachments);
  }

  private void refuseActorProperties(String what) {
    if (actorFields == null) return;
    for (String name : actorFields.seen()) {
      in.reportAt(Rule.UNKNOWN, name, what + " has no property " + name);
    }
  }

  private void refuseCoreProperties(String what) {
    for (String name : coreSeen) in.reportAt(Rule.UNKNOWN, name, what + " has no property " + name);
  }
}
