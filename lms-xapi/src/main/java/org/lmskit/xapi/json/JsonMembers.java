package org.lmskit.xapi.json;

/** Finds the members of a JSON object in its text, which must be valid JSON, without reading the values. */
final class JsonMembers {
  private final String json;
  private int at;
  private String name = "";
  private int start;
  private int valueStart;

  /** Stands before the first member. */
  JsonMembers(String json) {
    this.json = json;
    at = json.indexOf('{') + 1;
  }

  /** Moves to the next member; false at the end of the object. */
  boolean next() {
    skipBlanks();
    if (json.charAt(at) == ',') {
      at++;
      skipBlanks();
    }
    if (json.charAt(at) == '}') return false;
    start = at;
    skipString();
    name = unescaped(json.substring(start + 1, at - 1));
    skipBlanks();
    at++;
    skipBlanks();
    valueStart = at;
    skipValue();
    return true;
  }

  /** The name of the member. */
  String name() {
    return name;
  }

  /** The text of the value. */
  String value() {
    return json.substring(valueStart, at);
  }

  /** Where the member begins, at the quote of its name. */
  int start() {
    return start;
  }

  /** Where the member ends; after the last call of {@link #next()}, where the closing brace is. */
  int end() {
    return at;
  }

  private void skipBlanks() {
    while (json.charAt(at) <= ' ') at++;
  }

  private void skipString() {
    at++;
    while (json.charAt(at) != '"') at += json.charAt(at) == '\\' ? 2 : 1;
    at++;
  }

  private void skipValue() {
    int depth = 0;
    do {
      char c = json.charAt(at);
      if (c == '"') {
        skipString();
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}')) return;
      if (c == '{' || c == '[') depth++;
      if (c == '}' || c == ']') depth--;
      at++;
    } while (depth > 0 || isInsideScalar());
  }

  private boolean isInsideScalar() {
    char c = json.charAt(at);
    return c > ' ' && c != ',' && c != '}' && c != ']';
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) return text;
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && text.charAt(++i) == 'u') {
        plain.append((char) Integer.parseInt(text.substring(i + 1, i + 5), 16));
        i += 4;
      } else {
        plain.append(c == '\\' ? shortEscape(text.charAt(i)) : c);
      }
    }
    return plain.toString();
  }

  private static char shortEscape(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
