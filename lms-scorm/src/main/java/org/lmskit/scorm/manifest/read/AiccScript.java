package org.lmskit.scorm.manifest.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/**
 * Parses prerequisites: {@code ~ = <> & |}, parentheses, and {@code n*{a,b,c}} sets, with names and
 * statuses in quotes or not (AICC CMI001, 5.1).
 */
final class AiccScript {
  private static final Map<String, String> STATUSES = Map.ofEntries(
      Map.entry("p", "passed"),
      Map.entry("passed", "passed"),
      Map.entry("c", "completed"),
      Map.entry("completed", "completed"),
      Map.entry("complete", "completed"),
      Map.entry("f", "failed"),
      Map.entry("failed", "failed"),
      Map.entry("i", "incomplete"),
      Map.entry("incomplete", "incomplete"),
      Map.entry("b", "browsed"),
      Map.entry("browsed", "browsed"),
      Map.entry("n", "not attempted"),
      Map.entry("not attempted", "not attempted"));
  private static final String OPERATORS = "&|~=<>(){},*\"'";
  private static final int DEEPEST = 100;

  private final String script;
  private int at;
  private int depth;

  private AiccScript(String script) {
    this.script = script;
  }

  /** A script that cannot be read; the message says why and where. */
  static final class ScriptException extends Exception {
    private static final long serialVersionUID = 1L;

    ScriptException(String message) {
      super(message);
    }
  }

  static Prerequisites parse(String script) throws ScriptException {
    AiccScript parser = new AiccScript(script);
    Prerequisites parsed = parser.any();
    parser.space();
    if (parser.at < script.length()) {
      throw parser.unexpected();
    }
    return parsed;
  }

  private Prerequisites any() throws ScriptException {
    List<Prerequisites> parts = new ArrayList<>(List.of(all()));
    while (skip('|')) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Prerequisites.Any(parts);
  }

  private Prerequisites all() throws ScriptException {
    List<Prerequisites> parts = new ArrayList<>(List.of(unary()));
    while (skip('&')) {
      parts.add(unary());
    }
    return parts.size() == 1 ? parts.get(0) : new Prerequisites.All(parts);
  }

  private Prerequisites unary() throws ScriptException {
    if (++depth > DEEPEST) {
      throw new ScriptException("nested too deep");
    }
    try {
      return skip('~') ? new Prerequisites.Not(unary()) : primary();
    } finally {
      depth--;
    }
  }

  private Prerequisites primary() throws ScriptException {
    if (skip('(')) {
      Prerequisites inner = any();
      expect(')');
      return inner;
    }
    if (skip('{')) {
      List<Prerequisites> members = members();
      return new Prerequisites.AtLeast(members.size(), members);
    }
    String name = name();
    if (skip('*')) {
      return atLeast(name);
    }
    if (skip('=')) {
      return new Prerequisites.HasStatus(name, status());
    }
    if (skip('<')) {
      expect('>');
      return new Prerequisites.Not(new Prerequisites.HasStatus(name, status()));
    }
    return new Prerequisites.Done(name);
  }

  private Prerequisites atLeast(String count) throws ScriptException {
    if (!count.matches("\\d{1,6}")) {
      throw new ScriptException("\"" + count + "\" is no count");
    }
    expect('{');
    return new Prerequisites.AtLeast(Integer.parseInt(count), members());
  }

  private List<Prerequisites> members() throws ScriptException {
    List<Prerequisites> members = new ArrayList<>(List.of(any()));
    while (skip(',')) {
      members.add(any());
    }
    expect('}');
    return members;
  }

  private String status() throws ScriptException {
    String word = name();
    return Optional.ofNullable(STATUSES.get(word.toLowerCase(Locale.ROOT)))
        .orElseThrow(() -> new ScriptException("\"" + word + "\" is no status"));
  }

  private String name() throws ScriptException {
    space();
    int start = at;
    if (at < script.length() && (script.charAt(at) == '"' || script.charAt(at) == '\'')) {
      int end = script.indexOf(script.charAt(at), at + 1);
      if (end < 0) {
        throw new ScriptException("a quote is not closed");
      }
      at = end + 1;
      return script.substring(start + 1, end).strip();
    }
    while (at < script.length() && OPERATORS.indexOf(script.charAt(at)) < 0) {
      at++;
    }
    String name = script.substring(start, at).strip();
    if (name.isEmpty()) {
      throw unexpected();
    }
    return name;
  }

  private void expect(char c) throws ScriptException {
    if (!skip(c)) {
      throw new ScriptException("\"" + c + "\" is missing at character " + (at + 1));
    }
  }

  private boolean skip(char c) {
    space();
    boolean found = at < script.length() && script.charAt(at) == c;
    at += found ? 1 : 0;
    return found;
  }

  private void space() {
    while (at < script.length() && Character.isWhitespace(script.charAt(at))) {
      at++;
    }
  }

  private ScriptException unexpected() {
    return at < script.length()
        ? new ScriptException(
            "\"" + script.charAt(at) + "\" is unexpected at character " + (at + 1))
        : new ScriptException("it ends too early");
  }
}
