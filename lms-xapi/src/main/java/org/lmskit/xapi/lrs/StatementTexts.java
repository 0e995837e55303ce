package org.lmskit.xapi.lrs;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Context;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.JsonValue;
import org.lmskit.xapi.Presentation;
import org.lmskit.xapi.RecordedStatement;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.StatementFormat;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.Reading;
import org.lmskit.xapi.json.Stamp;
import org.lmskit.xapi.json.StatementComparison;
import org.lmskit.xapi.json.StatementFormats;
import org.lmskit.xapi.json.StatementReader;
import org.lmskit.xapi.json.StatementWriter;

/** The texts of stored statements, in the form that is asked for. Belongs to one read. */
final class StatementTexts {
  private static final StatementReader READER = new StatementReader(XapiVersion.V2_0_0);
  private static final String FIRST_VERSION = "1.0.0";

  private final Reader reader;
  private final Presentation presentation;
  private final Map<Iri, Optional<ActivityDefinition>> definitions = new HashMap<>();

  StatementTexts(Reader reader, Presentation presentation) {
    this.reader = reader;
    this.presentation = presentation;
  }

  RecordedStatement recorded(Stored<StatementRecord> found) {
    String exact = exact(found);
    if (presentation.format() == StatementFormat.EXACT) {
      return new RecordedStatement(exact, READER::statement);
    }
    Statement statement = READER.statement(exact);
    Statement formatted = presentation.format() == StatementFormat.IDS
        ? StatementFormats.ids(statement)
        : StatementFormats.canonical(statement, this::definition, presentation.languages());
    return new RecordedStatement(StatementWriter.write(formatted), READER::statement);
  }

  private @Nullable ActivityDefinition definition(Iri id) {
    return definitions
        .computeIfAbsent(
            id, key -> Optional.ofNullable(Knowledge.activity(reader, key).definition()))
        .orElse(null);
  }

  /** The statement as it was received, with what the store sets. */
  static String exact(Stored<StatementRecord> found) {
    StatementRecord record = found.value();
    Instant stored = StatementQueries.storedAt(found.position());
    JsonValue authority = new JsonValue(record.vouched());
    UUID id = UUID.fromString(record.id());
    return new Stamp(id, stored, stored, authority, record.version()).onto(record.text());
  }

  /** The statement on its way to another store. */
  static Incoming forwarded(Stored<StatementRecord> found) {
    String exact = exact(found);
    return new Incoming(READER.statement(exact), exact);
  }

  /** The text to keep of a statement. */
  static String received(Incoming incoming) {
    String json = incoming.json();
    return json == null ? json(incoming.statement()) : json;
  }

  /** The version that a store sets where the sender names none. */
  static String version(Statement statement) {
    if (statement.version() != null) {
      return statement.version();
    }
    Context context = statement.context();
    boolean second =
        context != null && !(context.agents().isEmpty() && context.groups().isEmpty());
    return second ? XapiVersion.V2_0_0.text() : FIRST_VERSION; // Data 2.4.10
  }

  static boolean same(StatementRecord one, StatementRecord other) {
    return same(READER.statement(one.text()), READER.statement(other.text()));
  }

  /** Data 2.3.1; a sender that leaves the id to the store, or repeats the request, means the same. */
  static boolean same(Statement one, Statement other) {
    UUID id = one.id() == null ? other.id() : one.id();
    return id == null
        ? StatementComparison.areSame(one, other)
        : StatementComparison.areSame(
            one.withId(id), other.id() == null ? other.withId(id) : other);
  }

  /** The statement that a signature signs. */
  static Optional<Statement> signed(byte[] json) {
    Reading reading = READER.read(json);
    boolean one = reading.isValid() && reading.single() && reading.statements().size() == 1;
    return one ? Optional.of(reading.statements().get(0).statement()) : Optional.empty();
  }

  static Activity activity(String json) {
    return READER.activity(json);
  }

  static String json(Statement statement) {
    return StorableText.escaped(StatementWriter.write(statement));
  }

  static String json(Activity activity) {
    return StorableText.escaped(StatementWriter.write(activity));
  }

  /** An actor on one line. */
  static String line(Actor actor) {
    return StorableText.escaped(StatementWriter.write(actor));
  }
}
