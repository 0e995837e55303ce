package org.lmskit.scorm.runtime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The values of one record and its lists of records, by the short keys of the table. Immutable: a
 * change copies the records on the way to it and shares all others.
 */
record DataNode(Map<String, String> values, Map<String, List<DataNode>> lists) {
  static final DataNode EMPTY = new DataNode(Map.of(), Map.of());

  /** One step into a list. */
  record Step(String list, int index) {}

  @Nullable
  DataNode at(List<Step> path) {
    var node = this;
    for (Step step : path) {
      var list = node.list(step.list);
      if (step.index >= list.size()) {
        return null;
      }
      node = list.get(step.index);
    }
    return node;
  }

  List<DataNode> list(String key) {
    return lists.getOrDefault(key, List.of());
  }

  @Nullable
  String value(String key) {
    return values.get(key);
  }

  /** Sets a value in the record at the path; an index that equals the size appends a record. */
  DataNode with(List<Step> path, String key, @Nullable String value) {
    if (path.isEmpty()) {
      return with(key, value);
    }
    var step = path.get(0);
    var list = new ArrayList<>(list(step.list));
    if (step.index == list.size()) {
      list.add(EMPTY);
    }
    list.set(step.index, list.get(step.index).with(path.subList(1, path.size()), key, value));
    return withList(step.list, list);
  }

  DataNode with(String key, @Nullable String value) {
    var next = new LinkedHashMap<>(values);
    if (value == null) {
      next.remove(key);
    } else {
      next.put(key, value);
    }
    return new DataNode(next, lists);
  }

  DataNode withList(String key, List<DataNode> list) {
    var next = new LinkedHashMap<>(lists);
    if (list.isEmpty()) {
      next.remove(key);
    } else {
      next.put(key, list);
    }
    return new DataNode(values, next);
  }
}
