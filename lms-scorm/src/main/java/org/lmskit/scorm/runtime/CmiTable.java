package org.lmskit.scorm.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A data model as the table file describes it, for one version. Immutable after loading. */
final class CmiTable {
  private static final Map<CmiVersion, CmiTable> TABLES = loadAll();
  static final Set<String> KEYWORDS = Set.of("_children", "_count", "_version");

  private final Map<String, String> calls = new HashMap<>();
  private final Map<Integer, String> errors = new HashMap<>();
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> argumentFirst;
  private final Map<String, ValueType> types = new HashMap<>();
  private final Map<String, ResponseFormat> responses = new HashMap<>();
  private final List<CmiRow> rows = new ArrayList<>();
  private final Map<String, CmiRow> byElement = new HashMap<>();
  private final Node root = new Node();
  private final Map<String, CmiRow> targets = new LinkedHashMap<>();

  /** A segment of element names. */
  static final class Node {
    private final Map<String, Node> named = new LinkedHashMap<>();
    private @Nullable Node indexed;
    private @Nullable CmiRow row;

    @Nullable
    CmiRow row() {
      return row;
    }

    @Nullable
    Node next(String segment) {
      return named.get(segment);
    }

    @Nullable
    Node indexed() {
      return indexed;
    }

    /** The names below it, of a list those of a record, as {@code _children} gives them. */
    String children() {
      return String.join(",", (indexed == null ? this : indexed).named.keySet());
    }
  }

  private CmiTable(JsonNode json, int edition) {
    json.path("calls")
        .properties()
        .forEach(m -> calls.put(m.getKey(), m.getValue().asString()));
    json.path("errors")
        .properties()
        .forEach(m -> errors.put(Integer.valueOf(m.getKey()), m.getValue().asString()));
    json.path("codes")
        .properties()
        .forEach(m -> codes.put(m.getKey(), m.getValue().asInt()));
    argumentFirst = CmiRow.strings(json.path("argumentFirst"));
    var languages = Set.of(json.path("languages").asString("").split(" "));
    json.path("types")
        .properties()
        .forEach(m -> types.put(m.getKey(), ValueType.of(m.getValue(), languages, types)));
    json.path("responses").properties().forEach(this::addFormats);
    for (JsonNode row : json.path("rows")) {
      if (CmiRow.isIn(row, edition)) {
        add(CmiRow.of(row));
      }
    }
  }

  static CmiTable of(CmiVersion version) {
    var table = TABLES.get(version);
    if (table == null) {
      throw new IllegalStateException("no table for " + version);
    }
    return table;
  }

  private static Map<CmiVersion, CmiTable> loadAll() {
    var tables = new EnumMap<CmiVersion, CmiTable>(CmiVersion.class);
    for (CmiVersion version : CmiVersion.values()) {
      tables.put(version, new CmiTable(load(version.table()), version.edition()));
    }
    return tables;
  }

  private static JsonNode load(String file) {
    try (InputStream in = CmiTable.class.getResourceAsStream("/org/lmskit/scorm/player/" + file)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + file);
      }
      return StateJson.MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addFormats(Map.Entry<String, JsonNode> member) {
    for (String use : List.of("response", "pattern")) {
      responses.put(
          member.getKey() + " " + use, ResponseFormat.of(member.getValue().path(use), types));
    }
  }

  private void add(CmiRow row) {
    rows.add(row);
    byElement.put(row.element(), row);
    if (row.element().endsWith("{target=}")) {
      targets.put(row.element().substring(0, row.element().length() - 1), row);
      return;
    }
    var node = root;
    for (String segment : row.element().split("\\.")) {
      if (segment.equals("n")) {
        node.indexed = node.indexed == null ? new Node() : node.indexed;
        node = node.indexed;
      } else {
        node = node.named.computeIfAbsent(segment, s -> new Node());
      }
    }
    node.row = row;
  }

  Node root() {
    return root;
  }

  /** The rows with a {@code {target=...}} at the end, by what comes before the target. */
  Map<String, CmiRow> targets() {
    return targets;
  }

  List<CmiRow> rows() {
    return rows;
  }

  /** The row of an element, with {@code n} for each index; null if the version has none. */
  @Nullable
  CmiRow row(String element) {
    return byElement.get(element);
  }

  /** Which call a method name means; null if there is no such method. */
  @Nullable
  String call(String name) {
    return calls.get(name);
  }

  /** Whether a call must have the empty string as its argument before anything else is looked at. */
  boolean looksAtArgumentFirst(@Nullable String call) {
    return call != null && argumentFirst.contains(call);
  }

  /** The error code for a situation, such as {@code set.readOnly}. */
  int code(String situation) {
    var code = codes.get(situation);
    if (code == null) {
      throw new IllegalArgumentException("no code for " + situation);
    }
    return code;
  }

  /** All situations and their codes. */
  Map<String, Integer> situations() {
    return codes;
  }

  /** The text of an error code; empty if the version does not define it. */
  String errorText(int code) {
    return errors.getOrDefault(code, "");
  }

  ValueType type(String name) {
    var type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException("no type " + name);
    }
    return type;
  }

  /** How responses to this type of interaction look; null for an unknown or no type. */
  @Nullable
  ResponseFormat format(@Nullable String interactionType, String use) {
    return responses.get(interactionType + " " + use);
  }
}
