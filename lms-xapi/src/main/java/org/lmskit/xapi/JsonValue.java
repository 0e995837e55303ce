package org.lmskit.xapi;

import java.math.BigDecimal;

/**
 * Any JSON value, kept as its text so that nothing about it changes.
 *
 * @param json one complete JSON value; it is not checked here
 */
public record JsonValue(String json) {
  /** The JSON null, allowed only inside extensions. */
  public static final JsonValue NULL = new JsonValue("null");

  /** A JSON string. */
  public static JsonValue of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) append(out, text.charAt(i));
    return new JsonValue(out.append('"').toString());
  }

  /** A JSON number. */
  public static JsonValue of(BigDecimal number) {
    return new JsonValue(number.toString());
  }

  /** A JSON number. */
  public static JsonValue of(long number) {
    return new JsonValue(Long.toString(number));
  }

  /** A JSON boolean. */
  public static JsonValue of(boolean value) {
    return new JsonValue(Boolean.toString(value));
  }

  private static void append(StringBuilder out, char c) {
    if (c == '"' || c == '\\') {
      out.append('\\').append(c);
    } else if (c < 0x20) {
      out.append(String.format("\\u%04x", (int) c));
    } else {
      out.append(c);
    }
  }

  @Override
  public String toString() {
    return json;
  }
}
