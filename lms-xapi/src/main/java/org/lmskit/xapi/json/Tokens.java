package org.lmskit.xapi.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;

/** Walks the tokens of a JSON text, finds duplicate names and nulls, and gathers problems. */
final class Tokens {
  private static final int FEW = 12;
  private static final int MAX_PROBLEMS = 1_000;

  private final JsonParser parser;
  private final byte[] bytes;
  private final List<Problem> problems = new ArrayList<>(0);
  private final List<Bracket> brackets = new ArrayList<>(0);
  private Names[] open = new Names[16];
  private int depth = -1;
  private @Nullable JsonToken token;
  private String name = "";

  Tokens(JsonParser parser, byte[] bytes) {
    this.parser = parser;
    this.bytes = bytes;
    token = parser.currentToken();
  }

  List<Problem> problems() {
    return problems;
  }

  void report(Rule rule, String message) {
    add(rule.at(pointer(), message));
  }

  /** Reports a problem of a property of the object that was just closed. */
  void reportAt(Rule rule, String property, String message) {
    add(rule.at(pointer() + '/' + property, message));
  }

  void warn(Rule rule, String property, String message) {
    add(rule.warnAt(pointer() + '/' + property, message));
  }

  private void add(Problem problem) {
    if (problems.size() < MAX_PROBLEMS) problems.add(problem);
  }

  String pointer() {
    TokenStreamContext context = parser.streamReadContext();
    return context.pathAsPointer().toString();
  }

  /** Moves to the next token; null at the end of the text. */
  @Nullable
  JsonToken advance() {
    token = parser.nextToken();
    return token;
  }

  boolean is(JsonToken expected) {
    return token == expected;
  }

  void skip() {
    parser.skipChildren();
    token = parser.currentToken();
  }

  /** Whether the value is an object, which is then open; else a problem, and the value is skipped. */
  boolean openObject() {
    if (!is(JsonToken.START_OBJECT)) return wrongType("an object");
    if (++depth == open.length) open = Arrays.copyOf(open, depth * 2);
    Names names = open[depth];
    if (names == null) open[depth] = new Names();
    else names.clear();
    return true;
  }

  /** Moves to the value of the next property; closes the object and says false if there is none. */
  boolean nextProperty() {
    while (nextEntry()) {
      if (!is(JsonToken.VALUE_NULL)) return true;
      report(Rule.NULL, "null is allowed only inside extensions: leave the property out");
    }
    return false;
  }

  /** As {@link #nextProperty()}, where null is a value. */
  boolean nextEntry() {
    Names names = open[depth];
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      name = parser.currentName();
      boolean isNew = names.add(name);
      token = parser.nextToken();
      if (isNew) return true;
      report(Rule.DUPLICATE, "the property " + quote(name()) + " occurs twice: keep one");
      skip();
    }
    depth--;
    token = JsonToken.END_OBJECT;
    return false;
  }

  /** The name of the property that was moved to last, until its value is read. */
  String name() {
    return name;
  }

  void unknown() {
    report(
        Rule.UNKNOWN,
        "there is no property " + quote(name()) + " here: check its spelling and case");
    skip();
  }

  boolean wrongType(String expected) {
    Rule rule = is(JsonToken.VALUE_NULL) ? Rule.NULL : Rule.TYPE;
    report(rule, "this is " + typeName() + " where " + expected + " belongs");
    skip();
    return false;
  }

  private String typeName() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      default -> "a number";
    };
  }

  @Nullable
  String string() {
    if (is(JsonToken.VALUE_STRING)) return parser.getString();
    wrongType("a string");
    return null;
  }

  @Nullable
  Boolean bool() {
    if (is(JsonToken.VALUE_TRUE)) return Boolean.TRUE;
    if (is(JsonToken.VALUE_FALSE)) return Boolean.FALSE;
    wrongType("a boolean");
    return null;
  }

  JsonParser parser() {
    return parser;
  }

  /** Where the current token begins in the bytes. */
  int start() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /** Where the current token, which must be complete, ends in the bytes. */
  int end() {
    return (int) parser.currentLocation().getByteOffset();
  }

  String text(int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  /** Has the value from a start to the current end stand in brackets in the texts of statements. */
  void bracket(int start) {
    brackets.add(new Bracket(start, end()));
  }

  void forgetBrackets() {
    brackets.clear();
  }

  /** The text of a statement that was read last, with the brackets that were asked for in it. */
  String statementText(int start, int end) {
    if (brackets.isEmpty()) return text(start, end);
    StringBuilder out = new StringBuilder(end - start + 2 * brackets.size());
    int copied = start;
    for (Bracket bracket : brackets) {
      out.append(text(copied, bracket.from))
          .append('[')
          .append(text(bracket.from, bracket.to))
          .append(']');
      copied = bracket.to;
    }
    brackets.clear();
    return out.append(text(copied, end)).toString();
  }

  /** A value that stands for a list of one. */
  private record Bracket(int from, int to) {}

  /** The text of the current value, whatever it is; names that occur twice in it are problems. */
  String raw() {
    int start = start();
    walk();
    return text(start, end());
  }

  private void walk() {
    if (is(JsonToken.START_OBJECT)) {
      openObject();
      while (nextEntry()) walk();
    } else if (is(JsonToken.START_ARRAY)) {
      while (advance() != JsonToken.END_ARRAY) walk();
    } else {
      parser.finishToken();
    }
  }

  static String quote(String text) {
    return '"' + (text.length() <= 80 ? text : text.substring(0, 77) + "...") + '"';
  }

  /** The names of an object that were seen so far. */
  private static final class Names {
    private final String[] few = new String[FEW];
    private int count;
    private long hashes;
    private @Nullable Set<String> many;

    void clear() {
      count = 0;
      hashes = 0;
      many = null;
    }

    boolean add(String name) {
      Set<String> all = many;
      if (all != null) return all.add(name);
      long bit = 1L << (name.hashCode() * 0x9E3779B9 >>> 26);
      if ((hashes & bit) != 0 && isKnown(name)) return false;
      hashes |= bit;
      if (count < FEW) {
        few[count++] = name;
        return true;
      }
      all = new HashSet<>(Arrays.asList(few));
      many = all;
      return all.add(name);
    }

    private boolean isKnown(String name) {
      for (int i = 0; i < count; i++) {
        if (few[i].equals(name)) return true;
      }
      return false;
    }
  }
}
