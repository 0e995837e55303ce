package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The format of learner responses or response patterns of one interaction type.
 *
 * @param properties names that may stand in front as {@code {name=true}}
 * @param split what separates items; empty if there is one item
 * @param blank whether the whole may be empty
 * @param distinct whether items must differ
 * @param item the type of an item
 * @param pair the types of both halves of an item, {@code [.]} between them
 * @param filled whether one half at least must not be empty
 * @param range the type of both ends, {@code [:]} between them, the first not above the second
 * @param single whether there is one pattern only
 * @param unique whether no two patterns may be equal
 * @param soft whether a break is tolerated unless the switch strictInteractions is on
 * @see "SCORM 2004 4th Ed. RTE 4.1.1.6 and 4.2.9.1, SCORM 1.2 RTE 3.4.7"
 */
record ResponseFormat(
    List<String> properties,
    String split,
    boolean blank,
    boolean distinct,
    @Nullable ValueType item,
    List<ValueType> pair,
    boolean filled,
    @Nullable ValueType range,
    boolean single,
    boolean unique,
    boolean soft) {

  static ResponseFormat of(JsonNode json, Map<String, ValueType> types) {
    return new ResponseFormat(
        CmiRow.strings(json.path("properties")),
        json.path("split").asString(""),
        json.has("blank"),
        json.has("distinct"),
        types.get(json.path("item").asString("")),
        pair(json.path("pair"), types),
        json.has("filled"),
        types.get(json.path("range").asString("")),
        json.has("single"),
        json.has("unique"),
        !json.has("hard"));
  }

  private static List<ValueType> pair(JsonNode json, Map<String, ValueType> types) {
    var pair = new ArrayList<ValueType>();
    for (String name : CmiRow.strings(json)) {
      var type = types.get(name);
      if (type != null) {
        pair.add(type);
      }
    }
    return pair;
  }

  /** Whether the value has this format. */
  boolean accepts(String value, Compatibility switches) {
    var body = withoutProperties(value);
    if (body == null) {
      return false;
    }
    if (body.isEmpty()) {
      return blank;
    }
    var items = split.isEmpty() ? List.of(body) : split(body, split);
    if (distinct && new HashSet<>(items).size() < items.size()) {
      return false;
    }
    return items.stream().allMatch(part -> acceptsItem(part, switches));
  }

  private @Nullable String withoutProperties(String value) {
    var body = value;
    for (int i = 0; i < properties.size(); i++) {
      for (String name : properties) {
        var start = "{" + name + "=";
        if (body.startsWith(start)) {
          int end = body.indexOf('}');
          if (end < 0 || !isBoolean(body.substring(start.length(), end))) {
            return null;
          }
          body = body.substring(end + 1);
        }
      }
    }
    return body;
  }

  private static boolean isBoolean(String value) {
    return value.equals("true") || value.equals("false");
  }

  private boolean acceptsItem(String part, Compatibility switches) {
    if (range != null) {
      return acceptsRange(part, range, switches);
    }
    if (pair.size() == 2) {
      return acceptsPair(part, switches);
    }
    return item == null || item.check(part, switches) == Fault.NONE;
  }

  private boolean acceptsPair(String part, Compatibility switches) {
    int at = part.indexOf("[.]");
    if (at < 0 || part.indexOf("[.]", at + 1) >= 0) {
      return false;
    }
    var left = part.substring(0, at);
    var right = part.substring(at + 3);
    if (filled && left.isEmpty() && right.isEmpty()) {
      return false;
    }
    return pair.get(0).check(left, switches) == Fault.NONE
        && pair.get(1).check(right, switches) == Fault.NONE;
  }

  private static boolean acceptsRange(String part, ValueType type, Compatibility switches) {
    int at = part.indexOf("[:]");
    if (at < 0) {
      return type.check(part, switches) == Fault.NONE;
    }
    var low = part.substring(0, at);
    var high = part.substring(at + 3);
    boolean lowFits = low.isEmpty() || type.check(low, switches) == Fault.NONE;
    boolean highFits = high.isEmpty() || type.check(high, switches) == Fault.NONE;
    if (!lowFits || !highFits || low.isEmpty() || high.isEmpty()) {
      return lowFits && highFits;
    }
    return new BigDecimal(low).compareTo(new BigDecimal(high)) <= 0;
  }

  private static List<String> split(String value, String by) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int at = value.indexOf(by); at >= 0; at = value.indexOf(by, from)) {
      parts.add(value.substring(from, at));
      from = at + by.length();
    }
    parts.add(value.substring(from));
    return parts;
  }
}
