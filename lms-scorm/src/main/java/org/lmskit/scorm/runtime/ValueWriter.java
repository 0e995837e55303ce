package org.lmskit.scorm.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Problem;

/**
 * SetValue, in the order of its checks: name, keyword, access, index, dependency, pattern rules,
 * type, range, uniqueness.
 *
 * @see "SCORM 2004 4th Ed. RTE 3.1.4.2, SCORM 1.2 RTE 3.3.1"
 */
final class ValueWriter {
  private final CmiTable table;
  private final LaunchData launch;
  private final Compatibility switches;

  ValueWriter(CmiTable table, LaunchData launch) {
    this.table = table;
    this.launch = launch;
    this.switches = launch.compatibility();
  }

  /** What came of it: new data and error 0, or the old data and an error; perhaps a finding. */
  record Written(DataNode data, int error, @Nullable Problem finding) {}

  Written set(DataNode data, String name, String value) {
    if (name.isEmpty()) {
      return new Written(data, table.code("set.empty"), null);
    }
    var element = Element.find(table, name);
    var refusal = element == null ? "set.undefined" : refusal(data, element);
    if (element == null || !refusal.isEmpty()) {
      return new Written(data, table.code(refusal), null);
    }
    return write(data, element, name, value);
  }

  /** Why nothing may be written there at all; empty if something may. */
  private String refusal(DataNode data, Element element) {
    var row = element.row();
    if (!element.keyword().isEmpty()) {
      return element.keyword().equals("_version") ? "set.undefined" : "set.keyword";
    }
    if (row.kind() != CmiRow.Kind.VALUE) {
      return "set.undefined";
    }
    if (!row.writable() && !row.byStore()) {
      return row.element().endsWith("._version") ? "set.keyword" : "set.readOnly";
    }
    if (!isReachable(data, element)) {
      return "set.index";
    }
    var store = launch.store(element);
    if (row.byStore() && (store == null || !store.writable())) {
      return "set.readOnly";
    }
    return hasDependencies(data, element) ? "" : "set.dependency";
  }

  private boolean isReachable(DataNode data, Element element) {
    for (int i = 0; i < element.path().size(); i++) {
      var step = element.path().get(i);
      var outer = data.at(element.path().subList(0, i));
      int size = outer == null ? 0 : outer.list(step.list()).size();
      int last = element.row().byStore() ? size - 1 : size;
      if (step.index() > last || step.index() >= switches.value(Switch.LIST_LIMIT)) {
        return false;
      }
    }
    return true;
  }

  private boolean hasDependencies(DataNode data, Element element) {
    for (String name : element.row().after()) {
      boolean isOuter = name.startsWith("^");
      var path = isOuter ? element.outerPath() : element.path();
      var record = data.at(path);
      var key = key(element.row(), isOuter ? name.substring(1) : name, path.size());
      if (record == null || record.value(key) == null) {
        return false;
      }
    }
    return true;
  }

  /** The key of a member of the record that is this many lists deep around the row. */
  private String key(CmiRow row, String member, int depth) {
    int end = 0;
    for (int i = 0; i < depth; i++) {
      end = row.element().indexOf(".n.", end) + 2;
    }
    var sibling = table.row(row.element().substring(0, end) + "." + member);
    return sibling == null ? "" : sibling.key();
  }

  private Written write(DataNode data, Element element, String name, String value) {
    var row = element.row();
    var record = data.at(element.path());
    var old = record == null ? null : record.value(row.key());
    var next = row.append() && old != null ? old + value : value;
    var type = table.type(row.type());
    var format = format(data, element, type);
    if (format != null && format.single() && element.lastStep().index() > 0) {
      return new Written(data, table.code("set.unique"), null);
    }
    var typeFault = type.check(next, switches);
    boolean breaksFormat =
        typeFault == Fault.NONE && format != null && !format.accepts(next, switches);
    var fault = breaksFormat && isStrict(format) ? Fault.TYPE : typeFault;
    fault = fault == Fault.NONE && isTaken(data, element, format, next) ? Fault.UNIQUE : fault;
    if (fault != Fault.NONE) {
      return new Written(data, table.code(fault.situation()), null);
    }
    if (row.once() && old != null && !old.equals(next)) {
      return new Written(data, table.code("set.once"), null);
    }
    return keep(data, element, old, next, breaksFormat ? finding(name) : null);
  }

  private boolean isStrict(@Nullable ResponseFormat format) {
    return format != null && (!format.soft() || switches.is(Switch.STRICT_INTERACTIONS));
  }

  private Written keep(
      DataNode data,
      Element element,
      @Nullable String old,
      String value,
      @Nullable Problem finding) {
    var type = table.type(element.row().type());
    boolean isFinal =
        old != null && type.finals().contains(old) && !type.finals().contains(value);
    if (isFinal && !switches.is(Switch.STATUS_MAY_REGRESS)) {
      return new Written(data, 0, null);
    }
    var next = type.blankUnsets() && value.isEmpty() ? null : value;
    return new Written(data.with(element.path(), element.row().key(), next), 0, finding);
  }

  private @Nullable ResponseFormat format(DataNode data, Element element, ValueType type) {
    if (type.responses().isEmpty()) {
      return null;
    }
    var interaction = data.at(element.path().subList(0, 1));
    var kind = interaction == null ? null : interaction.value(key(element.row(), "type", 1));
    return table.format(kind, type.responses());
  }

  /** Whether another record of the list has a value that must be unique. */
  private static boolean isTaken(
      DataNode data, Element element, @Nullable ResponseFormat format, String value) {
    if (!element.row().unique() && (format == null || !format.unique())) {
      return false;
    }
    var outer = data.at(element.outerPath());
    List<DataNode> list =
        outer == null ? List.of() : outer.list(element.lastStep().list());
    for (int i = 0; i < list.size(); i++) {
      if (i != element.lastStep().index()
          && value.equals(list.get(i).value(element.row().key()))) {
        return true;
      }
    }
    return false;
  }

  private static Problem finding(String name) {
    return Problem.warning(
        "SCORM-RUNTIME-001",
        name,
        "The value breaks the format of its interaction's type and was kept as it is;"
            + " switch strictInteractions on to refuse it.");
  }
}
