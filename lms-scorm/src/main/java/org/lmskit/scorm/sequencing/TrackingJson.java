package org.lmskit.scorm.sequencing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of {@link TrackingState}, short because there is one for every learner: {@code v}
 * shape, {@code c} current and {@code s} suspended activity, {@code r} seed, {@code a} activities by
 * index, {@code g} global objectives by id. Only what differs from the beginning is written.
 */
public final class TrackingJson {
  private static final int SHAPE = 1;
  private static final JsonMapper MAPPER = JsonMapper.builder()
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  private TrackingJson() {}

  /** The text of a state. */
  public static String write(TrackingState state) {
    ObjectNode json = MAPPER.createObjectNode().put("v", SHAPE);
    putActivity(json, "c", state.current());
    putActivity(json, "s", state.suspended());
    json.put("r", String.valueOf(state.seed()));
    ObjectNode activities = json.putObject("a");
    for (Activity activity : state.tree().activities()) {
      ActivityState tracked = state.state(activity);
      if (!tracked.equals(ActivityState.INITIAL)) {
        activities.set(String.valueOf(activity.index()), activity(tracked));
      }
    }
    ObjectNode globals = json.putObject("g");
    state.globals().forEach((id, value) -> globals.set(id, objective(value)));
    return MAPPER.writeValueAsString(json);
  }

  /**
   * Reads what {@link #write} wrote for this tree.
   *
   * @throws IllegalArgumentException if it is not such a text
   */
  public static TrackingState read(ActivityTree tree, String text) {
    try {
      return state(tree, MAPPER.readTree(text));
    } catch (JacksonException | ArithmeticException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not the JSON of a tracking state", e);
    }
  }

  private static TrackingState state(ActivityTree tree, JsonNode json) {
    if (json.path("v").asInt(0) != SHAPE) {
      throw new IllegalArgumentException("unknown shape of a tracking state: " + json.path("v"));
    }
    Slots<ActivityState> activities = Slots.of(tree.activities().size(), ActivityState.INITIAL);
    for (var entry : json.path("a").properties()) {
      activities = activities.with(Integer.parseInt(entry.getKey()), activity(tree, entry));
    }
    Slots<ObjectiveState> globals =
        Slots.of(tree.globalObjectives().size(), ObjectiveState.UNKNOWN);
    for (var entry : json.path("g").properties()) {
      int index = tree.globalIndex(entry.getKey());
      globals = index < 0 ? globals : globals.with(index, objective(entry.getValue()));
    }
    return new TrackingState(
        tree,
        activities,
        globals,
        json.path("c").asInt(-1),
        json.path("s").asInt(-1),
        Long.parseLong(json.path("r").asString("0")));
  }

  private static void putActivity(ObjectNode json, String key, @Nullable Activity activity) {
    if (activity != null) {
      json.put(key, activity.index());
    }
  }

  private static ObjectNode activity(ActivityState tracked) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("f", (tracked.active() ? 1 : 0) | (tracked.suspended() ? 2 : 0));
    json.put("n", tracked.attempts()).put("p", tracked.parentAttempt());
    if (!tracked.objectives().isEmpty()) {
      ArrayNode objectives = json.putArray("o");
      tracked.objectives().forEach(value -> objectives.add(objective(value)));
    }
    ChildOrder order = tracked.order();
    if (order != null) {
      ArrayNode positions = json.putArray("k");
      order.positions().forEach(positions::add);
    }
    times(json, tracked.times());
    return json;
  }

  private static ActivityState activity(ActivityTree tree, Map.Entry<String, JsonNode> entry) {
    JsonNode json = entry.getValue();
    List<ObjectiveState> objectives = new ArrayList<>();
    json.path("o").forEach(value -> objectives.add(objective(value)));
    int[] positions = json.path("k").values().stream().mapToInt(JsonNode::asInt).toArray();
    int children = tree.at(Integer.parseInt(entry.getKey())).children().size();
    int flags = json.path("f").asInt();
    return new ActivityState(
        (flags & 1) != 0,
        (flags & 2) != 0,
        json.path("n").asInt(),
        json.path("p").asInt(),
        List.copyOf(objectives),
        json.has("k") ? new ChildOrder(positions, children) : null,
        times(json));
  }

  private static void times(ObjectNode json, ActivityState.Times times) {
    if (times.equals(ActivityState.Times.NONE)) {
      return;
    }
    putInstant(json, "tf", times.first());
    putInstant(json, "ta", times.attempt());
    json.put("te", times.experienced().toMillis()).put("tt", times.total().toMillis());
  }

  private static ActivityState.Times times(JsonNode json) {
    return new ActivityState.Times(
        instant(json, "tf"),
        instant(json, "ta"),
        Duration.ofMillis(json.path("te").asLong(0)),
        Duration.ofMillis(json.path("tt").asLong(0)));
  }

  private static void putInstant(ObjectNode json, String key, @Nullable Instant value) {
    if (value != null) {
      json.put(key, value.toEpochMilli());
    }
  }

  private static @Nullable Instant instant(JsonNode json, String key) {
    return json.has(key) ? Instant.ofEpochMilli(json.path(key).asLong()) : null;
  }

  /** Decimals travel as text: their exact digits are what was reported. */
  private static ObjectNode objective(ObjectiveState value) {
    ObjectNode json = MAPPER.createObjectNode();
    put(json, "s", value.satisfied());
    put(json, "m", value.measure());
    put(json, "r", value.raw());
    put(json, "l", value.min());
    put(json, "h", value.max());
    put(json, "c", value.completed());
    put(json, "p", value.progress());
    return json;
  }

  private static ObjectiveState objective(JsonNode json) {
    return new ObjectiveState(
        json.has("s") ? json.path("s").asBoolean() : null,
        decimal(json, "m"),
        decimal(json, "r"),
        decimal(json, "l"),
        decimal(json, "h"),
        json.has("c") ? json.path("c").asBoolean() : null,
        decimal(json, "p"));
  }

  private static void put(ObjectNode json, String key, @Nullable Boolean value) {
    if (value != null) {
      json.put(key, value);
    }
  }

  private static void put(ObjectNode json, String key, @Nullable BigDecimal value) {
    if (value != null) {
      json.put(key, value.toString());
    }
  }

  private static @Nullable BigDecimal decimal(JsonNode json, String key) {
    return json.has(key) ? new BigDecimal(json.path(key).asString()) : null;
  }
}
