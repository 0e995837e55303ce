package org.lmskit.xapi.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Score;
import org.lmskit.xapi.About;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Attachment;
import org.lmskit.xapi.Person;
import org.lmskit.xapi.Result;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementObject;
import org.lmskit.xapi.StatementRef;
import org.lmskit.xapi.SubStatement;
import org.lmskit.xapi.Verb;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes the objects of the specification as JSON: without spaces, properties in its order, instants in UTC. */
public final class StatementWriter {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final JsonGenerator out;
  private final ActorWriter actors;
  private final ActivityWriter activities;

  private StatementWriter(JsonGenerator out) {
    this.out = out;
    actors = new ActorWriter(out);
    activities = new ActivityWriter(out);
  }

  /** A statement. */
  public static String write(Statement statement) {
    return text(writer -> writer.statement(statement));
  }

  /** An agent or a group. */
  public static String write(Actor actor) {
    return text(writer -> writer.actors.actor(actor));
  }

  /** An activity. */
  public static String write(Activity activity) {
    return text(writer -> writer.activities.activity(activity, true));
  }

  /** The definition of an activity. */
  public static String write(ActivityDefinition definition) {
    return text(writer -> writer.activities.definition(definition));
  }

  /** A person. */
  public static String write(Person person) {
    return text(writer -> writer.actors.person(person));
  }

  /** What a store says of itself. */
  public static String write(About about) {
    return text(writer -> writer.about(about));
  }

  /** A list of strings, such as the ids of documents. */
  public static String write(List<String> strings) {
    return text(writer -> {
      writer.out.writeStartArray();
      strings.forEach(writer.out::writeString);
      writer.out.writeEndArray();
    });
  }

  private static String text(Consumer<StatementWriter> work) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
      work.accept(new StatementWriter(out));
    }
    return text.toString();
  }

  private void statement(Statement statement) {
    out.writeStartObject();
    if (statement.id() != null) out.writeStringProperty("id", statement.id().toString());
    core(statement.actor(), statement.verb(), statement.object());
    result(statement.result());
    if (statement.context() != null)
      new ContextWriter(out, actors, activities).write(statement.context());
    instant("timestamp", statement.timestamp());
    instant("stored", statement.stored());
    if (statement.authority() != null) {
      out.writeName("authority");
      actors.actor(statement.authority());
    }
    if (statement.version() != null) out.writeStringProperty("version", statement.version());
    attachments(statement.attachments());
    out.writeEndObject();
  }

  private void core(Actor actor, Verb verb, StatementObject object) {
    out.writeName("actor");
    actors.actor(actor);
    out.writeName("verb");
    out.writeStartObject();
    out.writeStringProperty("id", verb.id().value());
    activities.languages("display", verb.display());
    out.writeEndObject();
    out.writeName("object");
    object(object);
  }

  private void object(StatementObject object) {
    if (object instanceof Activity activity) {
      activities.activity(activity);
    } else if (object instanceof Actor actor) {
      actors.actor(actor);
    } else if (object instanceof StatementRef reference) {
      ContextWriter.reference(out, reference);
    } else if (object instanceof SubStatement sub) {
      subStatement(sub);
    }
  }

  private void subStatement(SubStatement sub) {
    out.writeStartObject();
    out.writeStringProperty("objectType", "SubStatement");
    core(sub.actor(), sub.verb(), sub.object());
    result(sub.result());
    if (sub.context() != null) new ContextWriter(out, actors, activities).write(sub.context());
    instant("timestamp", sub.timestamp());
    attachments(sub.attachments());
    out.writeEndObject();
  }

  private void instant(String name, @Nullable Instant instant) {
    if (instant != null) out.writeStringProperty(name, Timestamps.format(instant));
  }

  private void result(@Nullable Result result) {
    if (result == null) return;
    out.writeName("result");
    out.writeStartObject();
    if (result.score() != null) score(result.score());
    if (result.success() != null) out.writeBooleanProperty("success", result.success());
    if (result.completion() != null) out.writeBooleanProperty("completion", result.completion());
    if (result.response() != null) out.writeStringProperty("response", result.response());
    if (result.duration() != null)
      out.writeStringProperty("duration", result.duration().text());
    activities.extensions(result.extensions());
    out.writeEndObject();
  }

  private void score(Score score) {
    out.writeName("score");
    out.writeStartObject();
    number("scaled", score.scaledOrNull());
    number("raw", score.rawOrNull());
    number("min", score.minOrNull());
    number("max", score.maxOrNull());
    out.writeEndObject();
  }

  private void number(String name, @Nullable BigDecimal value) {
    if (value == null) return;
    out.writeName(name);
    out.writeNumber(value.toString());
  }

  private void attachments(List<Attachment> attachments) {
    if (attachments.isEmpty()) return;
    out.writeName("attachments");
    out.writeStartArray();
    attachments.forEach(this::attachment);
    out.writeEndArray();
  }

  private void attachment(Attachment attachment) {
    out.writeStartObject();
    out.writeStringProperty("usageType", attachment.usageType().value());
    activities.languagesAlways("display", attachment.display());
    activities.languages("description", attachment.description());
    out.writeStringProperty("contentType", attachment.contentType());
    out.writeNumberProperty("length", attachment.length());
    out.writeStringProperty("sha2", attachment.sha2());
    if (attachment.fileUrl() != null)
      out.writeStringProperty("fileUrl", attachment.fileUrl().value());
    out.writeEndObject();
  }

  private void about(About about) {
    out.writeStartObject();
    out.writeName("version");
    out.writeStartArray();
    about.versions().forEach(out::writeString);
    out.writeEndArray();
    activities.extensions(about.extensions());
    out.writeEndObject();
  }
}
