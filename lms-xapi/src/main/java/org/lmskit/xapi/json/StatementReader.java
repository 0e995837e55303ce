package org.lmskit.xapi.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import org.lmskit.xapi.About;
import org.lmskit.xapi.Activity;
import org.lmskit.xapi.ActivityDefinition;
import org.lmskit.xapi.Actor;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.Person;
import org.lmskit.xapi.Statement;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads statements and finds everything that is wrong with them. {@link Reading#statementsOrThrow()} is
 * the strict reading that a store needs; {@link Reading#statements()} is the lenient one: it has what could
 * be read. Thread-safe; keep one for each version.
 */
public final class StatementReader {
  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final XapiVersion version;
  private final JsonLimits limits;
  private final JsonFactory factory;

  /** A reader of statements that are exchanged under a version. */
  public StatementReader(XapiVersion version, JsonLimits limits) {
    this.version = version;
    this.limits = limits;
    this.factory = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(limits.nesting())
            .maxNumberLength(limits.numberLength())
            .maxStringLength(Integer.MAX_VALUE)
            .build())
        .build();
  }

  /** A reader with the default limits. */
  public StatementReader(XapiVersion version) {
    this(version, JsonLimits.DEFAULT);
  }

  /** Reads one statement or a list of statements from UTF-8 text. */
  public Reading read(byte[] json) {
    List<Incoming> statements = new ArrayList<>();
    boolean[] single = new boolean[1];
    List<Problem> problems = parse(json, in -> {
      single[0] = in.is(JsonToken.START_OBJECT);
      if (in.is(JsonToken.START_ARRAY)) return list(in, statements);
      one(in, parser(in), statements);
      return true;
    });
    return new Reading(statements, problems, single[0]);
  }

  /** Reads one statement or a list of statements. */
  public Reading read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads one statement as far as it can be read.
   *
   * @throws XapiException 400 if it has no readable actor, verb and object
   */
  public Statement statement(String json) {
    Reading reading = read(json);
    if (!reading.statements().isEmpty()) return reading.statements().get(0).statement();
    throw XapiException.invalid(reading.problems());
  }

  /**
   * Reads an agent or a group, as it stands in a query.
   *
   * @throws XapiException 400 with all problems
   */
  public Actor actor(String json) {
    return value(json, in -> parser(in).actors().actor());
  }

  /**
   * Reads an activity.
   *
   * @throws XapiException 400 with all problems
   */
  public Activity activity(String json) {
    return value(json, in -> parser(in).activities().activity());
  }

  /**
   * Reads the definition of an activity.
   *
   * @throws XapiException 400 with all problems
   */
  public ActivityDefinition definition(String json) {
    return value(json, in -> parser(in).activities().definition());
  }

  /**
   * Reads a person.
   *
   * @throws XapiException 400 with all problems
   */
  public Person person(String json) {
    return value(json, in -> new PersonReader(in).person());
  }

  /**
   * Reads what a store says of itself.
   *
   * @throws XapiException 400 with all problems
   */
  public About about(String json) {
    return value(json, in -> new PersonReader(in).about());
  }

  private StatementParser parser(Tokens in) {
    return new StatementParser(in, version);
  }

  private <T> T value(String json, Function<Tokens, @Nullable T> reader) {
    List<T> read = new ArrayList<>(1);
    List<Problem> problems = parse(json.getBytes(StandardCharsets.UTF_8), in -> {
      T value = reader.apply(in);
      if (value != null) read.add(value);
      return true;
    });
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    if (!errors.isEmpty()) throw XapiException.invalid(errors);
    return read.get(0);
  }

  /** Reads something; says whether the rest of the text is worth reading. */
  private interface Work {
    boolean read(Tokens in);
  }

  private List<Problem> parse(byte[] received, Work work) {
    byte[] json = withoutMark(received);
    if (!Utf8.isValid(json)) return List.of(Rule.ENCODING.at("", "the text is not UTF-8"));
    try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), json)) {
      Tokens in = new Tokens(parser, json);
      try {
        if (in.advance() == null) return List.of(Rule.SYNTAX.at("", "there is no JSON"));
        if (work.read(in) && in.advance() != null)
          in.report(Rule.SYNTAX, "there is more after the end of the JSON");
      } catch (StreamConstraintsException e) {
        in.report(Rule.LIMIT, beyondLimits());
      } catch (JacksonException e) {
        in.report(Rule.SYNTAX, "this is not JSON: " + e.getOriginalMessage());
      }
      return in.problems();
    }
  }

  private String beyondLimits() {
    return "JSON here is at most " + limits.nesting() + " deep, with numbers of at most "
        + limits.numberLength() + " characters and names of at most "
        + StreamReadConstraints.DEFAULT_MAX_NAME_LEN;
  }

  private static byte[] withoutMark(byte[] json) {
    boolean marked =
        json.length >= 3 && json[0] == BOM[0] && json[1] == BOM[1] && json[2] == BOM[2];
    return marked ? Arrays.copyOfRange(json, 3, json.length) : json;
  }

  private boolean list(Tokens in, List<Incoming> statements) {
    StatementParser parser = parser(in);
    Set<UUID> ids = new HashSet<>(128);
    int count = 0;
    while (in.advance() != JsonToken.END_ARRAY) {
      if (++count > limits.statements()) {
        in.report(
            Rule.LIMIT,
            "there are more than " + limits.statements() + " statements: send smaller batches");
        return false;
      }
      Statement statement = one(in, parser, statements);
      if (statement == null || statement.id() == null || ids.add(statement.id())) continue;
      in.reportAt(Rule.BATCH, "id", "the id " + statement.id() + " occurs twice in this batch");
    }
    return true;
  }

  private @Nullable Statement one(Tokens in, StatementParser parser, List<Incoming> statements) {
    int start = in.is(JsonToken.START_OBJECT) ? in.start() : 0;
    Statement statement = parser.statement();
    if (statement == null) {
      in.forgetBrackets();
      return null;
    }
    statements.add(new Incoming(statement, in.statementText(start, in.end())));
    return statement;
  }
}
