package org.lmskit.scorm.runtime;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * GetValue, in the order of its checks: name, keyword, access, index, value.
 *
 * @see "SCORM 2004 4th Ed. RTE 3.1.4.1, SCORM 1.2 RTE 3.3.1"
 */
final class ValueReader {
  private final CmiTable table;
  private final LaunchData launch;
  private final RequestValidity validity;

  ValueReader(CmiTable table, LaunchData launch, RequestValidity validity) {
    this.table = table;
    this.launch = launch;
    this.validity = validity;
  }

  ApiReply get(RuntimeState state, String name) {
    if (name.isEmpty()) {
      return fail("get.empty");
    }
    var element = Element.find(table, name);
    if (element == null) {
      return fail("get.undefined");
    }
    return element.keyword().isEmpty() ? value(state, element) : keyword(state, element);
  }

  private ApiReply keyword(RuntimeState state, Element element) {
    var row = element.row();
    var node = element.node();
    boolean isList = row.kind() == CmiRow.Kind.LIST;
    if (node == null || element.keyword().equals("_version")) {
      return fail("get.undefined");
    }
    boolean asksChildren = element.keyword().equals("_children");
    if (asksChildren ? !row.hasChildren() : !isList) {
      return fail(asksChildren ? "get.children" : "get.count");
    }
    var record = state.data().at(element.path());
    if (record == null && table.code("get.keyword.missing") != 0) {
      return fail("get.keyword.missing");
    }
    if (asksChildren) {
      return new ApiReply(node.children(), 0);
    }
    return new ApiReply(
        String.valueOf(record == null ? 0 : record.list(row.key()).size()), 0);
  }

  private ApiReply value(RuntimeState state, Element element) {
    var row = element.row();
    if (row.kind() != CmiRow.Kind.VALUE) {
      return fail("get.undefined");
    }
    if (!row.readable() && !row.byStore()) {
      return fail("get.writeOnly");
    }
    var record = state.data().at(element.path());
    if (record == null) {
      return fail("get.index");
    }
    var store = launch.store(element);
    if (row.byStore() && (store == null || !store.readable())) {
      return fail("get.writeOnly");
    }
    var value = current(state, record, element);
    return value == null ? fail("get.unset") : new ApiReply(value, 0);
  }

  /** The value as content reads it; null if it has none. */
  @Nullable
  String current(RuntimeState state, DataNode record, Element element) {
    var row = element.row();
    if (!row.derived().isEmpty()) {
      return derived(state, element);
    }
    if (row.source().equals("entry")) {
      return state.entry().value();
    }
    if (!row.source().isEmpty()) {
      return launch.values().getOrDefault(row.source(), row.initial());
    }
    return stored(record, row);
  }

  private @Nullable String derived(RuntimeState state, Element element) {
    switch (element.row().derived()) {
      case "completion":
        return completion(state.data(), element.row());
      case "success":
        return success(state.data(), element.row());
      default:
        var name = element.row().element().replace(".{target=}", "");
        var target = element.target().isEmpty() ? null : element.target();
        return validity.of(state, name.substring(name.lastIndexOf('.') + 1), target);
    }
  }

  /** RTE 4.2.4.1: a threshold decides as soon as there is one. */
  private @Nullable String completion(DataNode data, CmiRow row) {
    var threshold = launch.number("completionThreshold");
    if (threshold == null) {
      return stored(data, row);
    }
    return compared(data.value("pm"), threshold, "completed", "incomplete");
  }

  /** RTE 4.2.22.1: a passing score decides as soon as there is one. */
  private @Nullable String success(DataNode data, CmiRow row) {
    var passing = launch.number("scaledPassingScore");
    return passing == null
        ? stored(data, row)
        : compared(data.value("ss"), passing, "passed", "failed");
  }

  private static String compared(@Nullable String value, BigDecimal bar, String yes, String no) {
    if (value == null) {
      return "unknown";
    }
    return new BigDecimal(value).compareTo(bar) >= 0 ? yes : no;
  }

  private static @Nullable String stored(DataNode record, CmiRow row) {
    var value = record.value(row.key());
    return value == null ? row.initial() : value;
  }

  private ApiReply fail(String situation) {
    return new ApiReply("", table.code(situation));
  }
}
