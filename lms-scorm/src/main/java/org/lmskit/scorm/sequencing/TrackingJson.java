package org.lmskit.scorm.sequencing;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.ObjectiveValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON form of {@link TrackingState}: {@code v} shape, {@code c} current, {@code s} suspended,
 * {@code r} seed, {@code g} global objectives, {@code a} activities by identifier with {@code f} flags,
 * {@code n} attempts, {@code p} attempt on the parent, {@code o} objectives, {@code e} values left
 * by an earlier attempt on the parent, {@code w} statuses that content set, {@code k} lesson status, {@code l} order of the children, {@code t} times. What is as at
 * the beginning is absent.
 */
public final class TrackingJson {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final int SHAPE = 1;
  private static final int ACTIVE = 1;
  private static final int SUSPENDED = 2;

  private TrackingJson() {}

  /** The compact form, an object on one line. */
  public static String write(TrackingState state) {
    var json = MAPPER.createObjectNode().put("v", SHAPE);
    putId(json, "c", state.current());
    putId(json, "s", state.suspended());
    json.put("r", Long.toString(state.seed()));
    var globals = json.putObject("g");
    state.globals().forEach((id, value) -> globals.set(id, objective(value)));
    var activities = json.putObject("a");
    for (int i = 0; i < state.tree().size(); i++) {
      var activity = state.tree().at(i);
      var tracked = state.state(activity);
      if (!tracked.equals(ActivityState.INITIAL)) {
        activities.set(activity.id(), activity(tracked));
      }
    }
    return MAPPER.writeValueAsString(json);
  }

  private static void putId(ObjectNode json, String key, @Nullable Activity activity) {
    if (activity != null) {
      json.put(key, activity.id());
    }
  }

  private static ObjectNode activity(ActivityState state) {
    var json = MAPPER.createObjectNode();
    int flags = (state.active() ? ACTIVE : 0) | (state.suspended() ? SUSPENDED : 0);
    if (flags != 0) {
      json.put("f", flags);
    }
    json.put("n", state.attempts()).put("p", state.parentAttempt());
    var objectives = json.putArray("o");
    state.objectives().forEach(value -> objectives.add(objective(value)));
    putLetters(json, "e", state.earlier());
    putLetters(json, "w", state.said());
    if (state.lessonStatus() != null) {
      json.put("k", state.lessonStatus());
    }
    var order = state.order();
    if (order != null) {
      order.positions().forEach(json.putArray("l")::add);
    }
    times(json.putArray("t"), state.times());
    return json;
  }

  private static void putLetters(ObjectNode json, String key, Set<ObjectiveValue> values) {
    if (!values.isEmpty()) {
      json.put(key, values.stream().sorted().map(TrackingJson::letter).collect(joining()));
    }
  }

  /** One letter for each value: an attempt on many activities is read and written at every batch. */
  private static String letter(ObjectiveValue which) {
    return switch (which) {
      case SATISFIED_STATUS -> "s";
      case NORMALIZED_MEASURE -> "m";
      case RAW_SCORE -> "r";
      case MIN_SCORE -> "l";
      case MAX_SCORE -> "h";
      case COMPLETION_STATUS -> "c";
      case PROGRESS_MEASURE -> "p";
    };
  }

  /** The newest attempt as milliseconds after the first one. */
  private static void times(ArrayNode json, ActivityState.Times times) {
    json.add(millis(times.first())).add(millis(times.attempt()) - millis(times.first()));
    json.add(times.experienced().toMillis()).add(times.total().toMillis());
  }

  private static long millis(@Nullable Instant time) {
    return time == null ? 0 : time.toEpochMilli();
  }

  private static ObjectNode objective(ObjectiveState state) {
    var json = MAPPER.createObjectNode();
    for (ObjectiveValue which : ObjectiveValue.values()) {
      var value = state.value(which);
      if (value instanceof Boolean flag) {
        json.put(letter(which), flag);
      } else if (value instanceof BigDecimal number) {
        json.put(letter(which), number.toPlainString());
      }
    }
    return json;
  }

  /**
   * Reads what {@link #write} wrote; activities and global objectives that the tree does not have are
   * left out.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static TrackingState read(ActivityTree tree, String text) {
    try {
      return state(tree, MAPPER.readTree(text));
    } catch (JacksonException | ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("not the JSON of a tracking state", e);
    }
  }

  private static TrackingState state(ActivityTree tree, JsonNode json) {
    if (json.path("v").asInt(0) != SHAPE) {
      throw new IllegalArgumentException("unknown shape of a tracking state: " + json.path("v"));
    }
    Slots<ActivityState> activities = Slots.of(tree.size(), ActivityState.INITIAL);
    for (var member : json.path("a").properties()) {
      var activity = tree.find(member.getKey());
      if (activity.isPresent()) {
        var state = state(activity.get(), member.getValue());
        activities = activities.with(activity.get().index(), state);
      }
    }
    int count = Math.max(1, tree.globalObjectives().size());
    Slots<ObjectiveState> globals = Slots.of(count, ObjectiveState.UNKNOWN);
    for (var member : json.path("g").properties()) {
      int index = tree.globalIndex(member.getKey());
      globals = index < 0 ? globals : globals.with(index, objective(member.getValue()));
    }
    long seed = Long.parseLong(json.path("r").asString("0"));
    return new TrackingState(
        tree,
        activities,
        globals,
        ContributionMemory.none(tree),
        index(tree, json.path("c")),
        index(tree, json.path("s")),
        seed);
  }

  private static int index(ActivityTree tree, JsonNode json) {
    return tree.find(json.asString("")).map(Activity::index).orElse(-1);
  }

  private static ActivityState state(Activity activity, JsonNode json) {
    var objectives = new ArrayList<ObjectiveState>();
    for (JsonNode objective : json.path("o")) {
      if (objectives.size() < activity.objectives().size()) {
        objectives.add(objective(objective));
      }
    }
    int flags = json.path("f").asInt(0);
    return new ActivityState(
        (flags & ACTIVE) != 0,
        (flags & SUSPENDED) != 0,
        json.path("n").asInt(0),
        json.path("p").asInt(0),
        List.copyOf(objectives),
        letters(json.path("e")),
        letters(json.path("w")),
        json.path("k").asStringOpt().orElse(null),
        order(activity, json.path("l")),
        times(json.path("t")));
  }

  private static Set<ObjectiveValue> letters(JsonNode json) {
    var values = EnumSet.noneOf(ObjectiveValue.class);
    for (ObjectiveValue which : ObjectiveValue.values()) {
      if (json.asString("").contains(letter(which))) {
        values.add(which);
      }
    }
    return Set.copyOf(values);
  }

  private static @Nullable ChildOrder order(Activity activity, JsonNode json) {
    if (!json.isArray()) {
      return null;
    }
    int[] order = new int[json.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = Math.min(json.get(i).asInt(0), activity.childCount() - 1);
    }
    return new ChildOrder(order, activity.childCount());
  }

  private static ActivityState.Times times(JsonNode json) {
    long first = json.path(0).asLong(0);
    return new ActivityState.Times(
        instant(first),
        instant(first == 0 ? 0 : first + json.path(1).asLong(0)),
        Duration.ofMillis(json.path(2).asLong(0)),
        Duration.ofMillis(json.path(3).asLong(0)));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static ObjectiveState objective(JsonNode json) {
    var state = ObjectiveState.UNKNOWN;
    for (ObjectiveValue which : ObjectiveValue.values()) {
      var value = json.path(letter(which));
      if (value.isBoolean()) {
        state = state.with(which, value.asBoolean());
      } else if (value.isString()) {
        state = state.with(which, new BigDecimal(value.asString()));
      }
    }
    return state;
  }
}
