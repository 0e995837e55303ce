package org.lmskit.xapi.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lmskit.xapi.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One text for all JSON texts that mean the same: sorted names, no spaces, plain numbers. */
final class CanonicalJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private CanonicalJson() {}

  /** The text for a valid JSON value. */
  static String of(String json) {
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return value(parser);
    }
  }

  private static String value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> JsonValue.of(parser.getString()).json();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
      default -> parser.getString();
    };
  }

  private static String object(JsonParser parser) {
    Map<String, String> members = new TreeMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = JsonValue.of(parser.currentName()).json();
      parser.nextToken();
      members.put(name, value(parser));
    }
    List<String> texts = new ArrayList<>();
    members.forEach((name, text) -> texts.add(name + ':' + text));
    return '{' + String.join(",", texts) + '}';
  }

  private static String array(JsonParser parser) {
    List<String> texts = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) texts.add(value(parser));
    return '[' + String.join(",", texts) + ']';
  }

  /** A number whose exponent no arithmetic holds stays as it is written. */
  private static String number(JsonParser parser) {
    try {
      return number(parser.getDecimalValue());
    } catch (NumberFormatException | ArithmeticException e) {
      return parser.getString();
    }
  }

  static String number(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toString();
  }
}
