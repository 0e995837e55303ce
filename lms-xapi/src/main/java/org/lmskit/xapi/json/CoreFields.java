package org.lmskit.xapi.json;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.Result;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.Verb;

/** Gathers the properties that statements and SubStatements share. */
final class CoreFields {
  private final Tokens in;
  private final StatementParser parser;
  private final boolean inSubStatement;

  @Nullable
  Actor actor;

  @Nullable
  Verb verb;

  @Nullable
  StatementObject object;

  @Nullable
  Result result;

  @Nullable
  Context context;

  @Nullable
  Instant timestamp;

  List<Attachment> attachments = List.of();
  private boolean hasActor;
  private boolean hasVerb;
  private boolean hasObject;

  CoreFields(Tokens in, StatementParser parser, boolean inSubStatement) {
    this.in = in;
    this.parser = parser;
    this.inSubStatement = inSubStatement;
  }

  /** Reads the current property if it is one of these; else says false. */
  boolean accept(String property) {
    switch (property) {
      case "actor" -> actor();
      case "verb" -> verb();
      case "object" -> object();
      case "result" -> result = parser.results().result();
      case "context" -> context = parser.contexts().context();
      case "timestamp" -> timestamp = parser.values().timestamp();
      case "attachments" -> attachments = parser.attachments();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Reports what is missing and what does not fit together, after the object was closed. */
  void check() {
    if (!hasActor) in.report(Rule.MISSING, "the property actor is missing");
    if (!hasVerb) in.report(Rule.MISSING, "the property verb is missing");
    if (!hasObject) in.report(Rule.MISSING, "the property object is missing");
    if (verb != null && object != null) checkVoiding(verb, object);
    if (context != null && object != null && !(object instanceof Activity)) checkContext(context);
  }

  private void checkVoiding(Verb what, StatementObject target) {
    if (!what.id().equals(Verb.VOIDED.id()) || target instanceof StatementRef) return;
    in.reportAt(Rule.VOIDING, "object", "the object of the verb voided is a StatementRef");
  }

  private void checkContext(Context what) {
    if (what.revision() != null) {
      in.reportAt(
          Rule.CONTEXT, "context/revision", "revision stands only where the object is an activity");
    }
    if (what.platform() != null) {
      in.reportAt(
          Rule.CONTEXT, "context/platform", "platform stands only where the object is an activity");
    }
  }

  private void actor() {
    hasActor = true;
    actor = parser.actors().actor();
  }

  private void verb() {
    hasVerb = true;
    verb = parser.verb();
  }

  private void object() {
    hasObject = true;
    object = new ObjectReader(in, parser, inSubStatement).read();
  }
}
