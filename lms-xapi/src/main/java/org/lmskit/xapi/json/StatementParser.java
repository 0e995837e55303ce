package org.lmskit.xapi.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LanguageMap;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.Verb;
import org.lmskit.xapi.XapiVersion;

/** Reads statements from tokens; null means that a problem was reported. */
final class StatementParser {
  private final Tokens in;
  private final XapiVersion version;
  private final Values values;
  private final ActorReader actors;
  private final ActivityReader activities;
  private final ResultReader results;
  private final ContextReader contexts;
  private final AttachmentReader attachments;

  StatementParser(Tokens in, XapiVersion version) {
    this.in = in;
    this.version = version;
    values = new Values(in);
    actors = new ActorReader(in, values);
    activities = new ActivityReader(in, values);
    results = new ResultReader(in, values);
    contexts = new ContextReader(in, values, actors, activities, version);
    attachments = new AttachmentReader(in, values);
  }

  @Nullable
  Statement statement() {
    if (!in.openObject()) return null;
    CoreFields core = new CoreFields(in, this, false);
    UUID id = null;
    Instant stored = null;
    Actor authority = null;
    String named = null;
    while (in.nextProperty()) {
      switch (in.name()) {
        case "id" -> id = values.uuid();
        case "stored" -> stored = values.timestamp();
        case "authority" -> authority = actors.authority();
        case "version" -> named = version();
        default -> {
          if (!core.accept(in.name())) in.unknown();
        }
      }
    }
    core.check();
    if (core.actor == null || core.verb == null || core.object == null) return null;
    return new Statement(
        id,
        core.actor,
        core.verb,
        core.object,
        core.result,
        core.context,
        core.timestamp,
        stored,
        authority,
        named,
        core.attachments);
  }

  private @Nullable String version() {
    String text = in.string();
    if (text == null) return null;
    XapiVersion named = XapiVersion.named(text);
    if (named != null && named.compareTo(version) <= 0) return text;
    String allowed = version == XapiVersion.V1_0_3 ? "1.0.x" : "1.0.x or 2.0.x";
    in.report(
        Rule.VERSION, "the version of a statement is " + allowed + ", not " + Tokens.quote(text));
    return null;
  }

  @Nullable
  Verb verb() {
    if (!in.openObject()) return null;
    Iri id = null;
    boolean hasId = false;
    LanguageMap display = LanguageMap.NONE;
    while (in.nextProperty()) {
      switch (in.name()) {
        case "id" -> {
          hasId = true;
          id = values.iri();
        }
        case "display" -> display = values.languageMap();
        default -> in.unknown();
      }
    }
    if (!hasId) in.report(Rule.MISSING, "a verb has an id");
    return id == null ? null : new Verb(id, display);
  }

  List<Attachment> attachments() {
    return values.list(attachments::attachment);
  }

  Values values() {
    return values;
  }

  ActorReader actors() {
    return actors;
  }

  ActivityReader activities() {
    return activities;
  }

  ResultReader results() {
    return results;
  }

  ContextReader contexts() {
    return contexts;
  }
}
