package org.lmskit.xapi.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.xapi.XapiException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A page of statements as a store sends it.
 *
 * @param statements the exact text of each
 * @param more the IRL of the next page; empty if there is none
 * @see "xAPI 1.0.3 Data 2.5"
 */
public record StatementResult(List<String> statements, String more) {
  private static final JsonFactory FACTORY = new JsonFactory();

  /** Copies the list. */
  public StatementResult {
    statements = List.copyOf(statements);
  }

  /**
   * Reads a page without looking into its statements.
   *
   * @throws XapiException 502 if it is not a StatementResult
   */
  public static StatementResult read(String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) throw notOne("an object was expected");
      return members(new Tokens(parser, bytes));
    } catch (JacksonException e) {
      throw notOne(e.getOriginalMessage());
    }
  }

  /**
   * Reads a list of strings, such as the ids that a store answers with.
   *
   * @throws XapiException 502 if it is not one
   */
  public static List<String> strings(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) throw notOne("an array was expected");
      List<String> strings = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) throw notOne("a string was expected");
        strings.add(parser.getString());
      }
      return strings;
    } catch (JacksonException e) {
      throw notOne(e.getOriginalMessage());
    }
  }

  private static StatementResult members(Tokens in) {
    List<String> statements = new ArrayList<>();
    String more = "";
    in.openObject();
    while (in.nextProperty()) {
      if (in.name().equals("more") && in.is(JsonToken.VALUE_STRING)) {
        more = in.parser().getString();
      } else if (in.name().equals("statements") && in.is(JsonToken.START_ARRAY)) {
        while (in.advance() != JsonToken.END_ARRAY) {
          int start = in.start();
          in.skip();
          statements.add(in.text(start, in.end()));
        }
      } else {
        in.skip();
      }
    }
    return new StatementResult(statements, more);
  }

  private static XapiException notOne(String why) {
    return new XapiException(502, "the store did not answer as the specification says: " + why);
  }
}
