package org.lmskit.scorm.runtime;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One row of a data model table: all that the engine knows about an element.
 *
 * @param element with {@code n} for each index
 * @param key its short name in the stored state
 * @param kind what can be asked of it
 * @param hasChildren whether {@code _children} is defined
 * @param type name of its value type; empty if content cannot write it
 * @param readable whether GetValue is allowed
 * @param writable whether SetValue is allowed
 * @param byStore whether access depends on the shared data store of the record
 * @param initial its value before anything was set, null if it has none
 * @param source name of the launch value that it shows; empty if none
 * @param derived what its value is computed from; empty if nothing
 * @param after members of the record ({@code ^}: of the record around it) that must be set before
 * @param unique whether no two records of the list may have the same value
 * @param once whether it cannot be changed after it was set
 * @param append whether a set is added to the end
 * @param recorded whether it counts as a result, so that browse and review do not keep it
 * @param session whether it belongs to one session only
 */
record CmiRow(
    String element,
    String key,
    Kind kind,
    boolean hasChildren,
    String type,
    boolean readable,
    boolean writable,
    boolean byStore,
    @Nullable String initial,
    String source,
    String derived,
    List<String> after,
    boolean unique,
    boolean once,
    boolean append,
    boolean recorded,
    boolean session) {
  /** What can be asked of an element. */
  enum Kind {
    VALUE,
    LIST,
    CATEGORY
  }

  static CmiRow of(JsonNode json) {
    var access = json.path("access").asString("");
    return new CmiRow(
        json.path("element").asString(),
        json.path("key").asString(""),
        json.has("list") ? Kind.LIST : access.isEmpty() ? Kind.CATEGORY : Kind.VALUE,
        json.has("children"),
        json.path("type").asString(""),
        access.startsWith("r"),
        access.endsWith("w"),
        access.equals("store"),
        json.has("default") ? json.path("default").asString() : null,
        json.path("source").asString(""),
        json.path("derived").asString(""),
        strings(json.path("after")),
        json.has("unique"),
        json.has("once"),
        json.has("append"),
        json.has("recorded"),
        json.has("session"));
  }

  static boolean isIn(JsonNode json, int edition) {
    if (!json.has("editions")) {
      return true;
    }
    for (JsonNode candidate : json.path("editions")) {
      if (candidate.asInt() == edition) {
        return true;
      }
    }
    return false;
  }

  static List<String> strings(JsonNode json) {
    var strings = new ArrayList<String>();
    for (JsonNode item : json) {
      strings.add(item.asString());
    }
    return List.copyOf(strings);
  }
}
