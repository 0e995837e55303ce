package org.lmskit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.lmskit.internal.json.CanonicalReader;
import org.lmskit.internal.json.CanonicalWriter;
import org.lmskit.internal.json.Forms;
import org.lmskit.model.StoreFailureException;
import org.lmskit.store.Body;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Records as canonical JSON text: keys sorted, no spaces, absent values left out, integers below
 * 2^53, decimals as strings, records of one component {@code value} as that value, members of a
 * sealed family with their {@code type}. The same value always gives the same bytes.
 */
public final class JsonBody {
  /** The property that carries the shape's version; a body without it has shape 1. */
  static final String SHAPE = "v";

  /** Where no interface is open: shared by all kinds. */
  private static final Forms CLOSED = new Forms(List.of());

  private JsonBody() {}

  /** The text form of a record type or sealed interface. */
  public static <T> Body<T> of(Class<T> type) {
    return of(type, List.of());
  }

  /**
   * The text form of a record type whose shape has changed since it shipped.
   *
   * @param upcasts the first turns shape 1 into shape 2, and so on; each gets and returns JSON text
   */
  public static <T> Body<T> of(Class<T> type, List<UnaryOperator<String>> upcasts) {
    return body(CanonicalJson.CLOSED, CLOSED, type, upcasts);
  }

  /** The text form of an open interface, of which these sealed families are known. */
  public static <T> Body<T> ofFamilies(Class<T> type, List<Class<? extends T>> families) {
    List<Class<?>> known = List.copyOf(families);
    return body(CanonicalJson.mapper(known), new Forms(known), type, List.of());
  }

  private static <T> Body<T> body(
      ObjectMapper mapper, Forms forms, Class<T> type, List<UnaryOperator<String>> upcasts) {
    CanonicalReader<T> reader = new CanonicalReader<>(type, forms);
    CanonicalWriter<T> writer = new CanonicalWriter<>(type, forms);
    int shape = upcasts.size() + 1;
    Function<T, String> write = value -> {
      String text = shape == 1 ? writer.write(value) : null;
      return text == null ? generated(mapper, type, value, shape) : text;
    };
    return new Body<>(write, text -> {
      T value = shape == 1 ? reader.read(text) : null;
      return value == null ? parsed(mapper, type, upcasts, text) : value;
    });
  }

  /** What a generator writes, in order. */
  static <T> String generated(ObjectMapper mapper, Class<T> type, T value, int shape) {
    String json = mapper.writerFor(type).writeValueAsString(value);
    String sorted = shape == 1 ? CanonicalText.sorted(json) : null;
    return sorted == null ? writeSlowly(mapper, json, shape) : sorted;
  }

  /** By way of a tree, for what needs one. */
  private static String writeSlowly(ObjectMapper mapper, String json, int shape) {
    JsonNode tree = sorted(mapper, mapper.readTree(json));
    if (shape > 1) {
      tree = sorted(mapper, ((ObjectNode) tree).put(SHAPE, shape));
    }
    return mapper.writeValueAsString(tree);
  }

  private static <T> T parsed(
      ObjectMapper mapper, Class<T> type, List<UnaryOperator<String>> upcasts, String text) {
    try {
      return mapper
          .readerFor(type)
          .readValue(upcasts.isEmpty() ? text : upcast(mapper, upcasts, text));
    } catch (JacksonException e) {
      throw new StoreFailureException(
          "a stored " + type.getSimpleName() + " cannot be read: " + e.getOriginalMessage(), e);
    }
  }

  private static String upcast(
      ObjectMapper mapper, List<UnaryOperator<String>> upcasts, String text) {
    String current = text;
    for (int shape = shapeOf(mapper, text); shape <= upcasts.size(); shape++) {
      current = upcasts.get(shape - 1).apply(current);
    }
    ObjectNode tree = (ObjectNode) mapper.readTree(current);
    tree.remove(SHAPE);
    return mapper.writeValueAsString(tree);
  }

  private static int shapeOf(ObjectMapper mapper, String text) {
    return mapper.readTree(text).path(SHAPE).asInt(1);
  }

  private static JsonNode sorted(ObjectMapper mapper, JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, JsonNode> properties = new TreeMap<>();
      node.properties().forEach(property -> properties.put(property.getKey(), property.getValue()));
      ObjectNode result = mapper.createObjectNode();
      properties.forEach((name, value) -> result.set(name, sorted(mapper, value)));
      return result;
    }
    if (node.isArray()) {
      List<JsonNode> items = new ArrayList<>();
      node.forEach(item -> items.add(sorted(mapper, item)));
      ArrayNode result = mapper.createArrayNode();
      items.forEach(result::add);
      return result;
    }
    return node;
  }
}
