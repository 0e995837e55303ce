package org.lmskit.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON of a proof bundle and nothing more: one object of strings, integers from 0 to 2<sup>53</sup> - 1 and arrays of
 * strings, in one valid form (sorted keys, no spaces, escapes as in RFC 8785). Depends on the JDK alone.
 */
final class ProofJson {
  private static final long MAX_INTEGER = (1L << 53) - 1;

  private final String text;
  private int at;

  private ProofJson(String text) {
    this.text = text;
  }

  /** @throws IllegalArgumentException if the text is not exactly what {@link #write} writes */
  static Map<String, Object> read(String text) {
    Map<String, Object> members = new ProofJson(text).document();
    if (!write(members).equals(text)) {
      throw new IllegalArgumentException("not in canonical form");
    }
    return members;
  }

  static String write(Map<String, Object> members) {
    StringBuilder out = new StringBuilder("{");
    new TreeMap<>(members).forEach((name, value) -> {
      out.append(out.length() == 1 ? "" : ",");
      string(out, name);
      out.append(':');
      value(out, value);
    });
    return out.append('}').toString();
  }

  private static void value(StringBuilder out, Object value) {
    if (value instanceof Long number) {
      out.append(number.longValue());
    } else if (value instanceof List<?> list) {
      out.append('[');
      for (int i = 0; i < list.size(); i++) {
        out.append(i == 0 ? "" : ",");
        string(out, (String) list.get(i));
      }
      out.append(']');
    } else {
      string(out, (String) value);
    }
  }

  private static void string(StringBuilder out, String value) {
    out.append('"');
    value.chars().forEach(c -> character(out, (char) c));
    out.append('"');
  }

  private static void character(StringBuilder out, char c) {
    int known = "\b\t\n\f\r\"\\".indexOf(c);
    if (known >= 0) {
      out.append('\\').append("btnfr\"\\".charAt(known));
    } else if (c < ' ') {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  private Map<String, Object> document() {
    Map<String, Object> members = new TreeMap<>();
    expect('{');
    do {
      String name = string();
      expect(':');
      if (members.put(name, value()) != null) {
        throw error("a name twice");
      }
    } while (next() == ',');
    at--;
    expect('}');
    if (at != text.length()) {
      throw error("text after the end");
    }
    return members;
  }

  private Object value() {
    char c = peek();
    if (c == '"') {
      return string();
    }
    return c == '[' ? array() : (Object) integer();
  }

  private List<String> array() {
    List<String> values = new ArrayList<>();
    expect('[');
    if (peek() == ']') {
      at++;
      return values;
    }
    do {
      values.add(string());
    } while (next() == ',');
    at--;
    expect(']');
    return values;
  }

  private long integer() {
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == from || at - from > 16) {
      throw error("an integer is missing or too long");
    }
    long number = Long.parseLong(text.substring(from, at));
    if (number > MAX_INTEGER) {
      throw error("an integer is too large");
    }
    return number;
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    for (char c = next(); c != '"'; c = next()) {
      value.append(c == '\\' ? escape() : c);
    }
    return value.toString();
  }

  private char escape() {
    char c = next();
    int known = "btnfr\"\\".indexOf(c);
    if (known >= 0) {
      return "\b\t\n\f\r\"\\".charAt(known);
    }
    if (c != 'u' || at + 4 > text.length()) {
      throw error("an unknown escape");
    }
    at += 4;
    return (char) Integer.parseInt(text, at - 4, at, 16);
  }

  private void expect(char wanted) {
    if (next() != wanted) {
      at--;
      throw error("expected " + wanted);
    }
  }

  private char next() {
    char c = peek();
    at++;
    return c;
  }

  private char peek() {
    if (at >= text.length()) {
      throw error("the text ends early");
    }
    return text.charAt(at);
  }

  private IllegalArgumentException error(String message) {
    return new IllegalArgumentException(message + " at character " + at);
  }
}
