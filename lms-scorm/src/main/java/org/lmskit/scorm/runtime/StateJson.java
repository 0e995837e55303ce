package org.lmskit.scorm.runtime;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.runtime.RuntimeState.Phase;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of {@link RuntimeState}: {@code v} shape, {@code p} phase, {@code en} entry, {@code
 * er} last error, {@code di} what it is about, {@code n} sessions, {@code at} start in epoch
 * milliseconds, {@code d} data, {@code re} what counts in browse and review.
 */
final class StateJson {
  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final int SHAPE = 1;

  private StateJson() {}

  static String write(RuntimeState state) {
    return MAPPER.writeValueAsString(tree(state));
  }

  static ObjectNode tree(RuntimeState state) {
    var json = MAPPER.createObjectNode().put("v", SHAPE);
    put(json, "p", state.phase().ordinal());
    put(json, "en", state.entry().ordinal());
    put(json, "er", state.lastError());
    if (!state.diagnostic().isEmpty()) {
      json.put("di", state.diagnostic());
    }
    put(json, "n", state.sessions());
    var startedAt = state.startedAt();
    if (startedAt != null) {
      json.put("at", startedAt.toEpochMilli());
    }
    json.set("d", node(state.data()));
    var recorded = state.recorded();
    if (recorded != null) {
      json.set("re", node(recorded));
    }
    return json;
  }

  static RuntimeState read(String text) {
    try {
      return state(MAPPER.readTree(text));
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not the JSON of a run-time state", e);
    }
  }

  private static RuntimeState state(JsonNode json) {
    if (json.path("v").asInt(0) != SHAPE) {
      throw new IllegalArgumentException("unknown shape of a run-time state: " + json.path("v"));
    }
    return new RuntimeState(
        choice(Phase.values(), json.path("p").asInt(0)),
        choice(Entry.values(), json.path("en").asInt(0)),
        json.path("er").asInt(0),
        json.path("di").asString(""),
        json.path("n").asInt(0),
        json.has("at") ? Instant.ofEpochMilli(json.path("at").asLong()) : null,
        dataOf(json.path("d")),
        json.has("re") ? dataOf(json.path("re")) : null);
  }

  private static <T> T choice(T[] values, int ordinal) {
    if (ordinal < 0 || ordinal >= values.length) {
      throw new IllegalArgumentException("not in the JSON of a run-time state: " + ordinal);
    }
    return values[ordinal];
  }

  private static void put(ObjectNode json, String key, int value) {
    if (value != 0) {
      json.put(key, value);
    }
  }

  static ObjectNode node(DataNode data) {
    var json = MAPPER.createObjectNode();
    data.values().forEach(json::put);
    data.lists().forEach((key, list) -> {
      var array = json.putArray("@" + key);
      list.forEach(record -> array.add(node(record)));
    });
    return json;
  }

  private static DataNode dataOf(@Nullable JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new IllegalArgumentException("a run-time state without data");
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, List<DataNode>> lists = new LinkedHashMap<>();
    for (var member : json.properties()) {
      if (member.getKey().startsWith("@")) {
        lists.put(member.getKey().substring(1), listOf(member.getValue()));
      } else {
        values.put(member.getKey(), member.getValue().asString());
      }
    }
    return new DataNode(values, lists);
  }

  private static List<DataNode> listOf(JsonNode json) {
    var list = new ArrayList<DataNode>();
    for (JsonNode record : json) {
      list.add(dataOf(record));
    }
    return list;
  }
}
