package org.lmskit.scorm.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A name that content used, resolved against the table.
 *
 * @param row what the table says about it
 * @param node where it is in the table; null for one with a target
 * @param path the records that hold it
 * @param keyword {@code _children}, {@code _count} or {@code _version} asked of it; else empty
 * @param target the identifier between <code>{target=</code> and <code>}</code>; else empty
 */
record Element(
    CmiRow row,
    CmiTable.@Nullable Node node,
    List<DataNode.Step> path,
    String keyword,
    String target) {
  private static final Pattern INDEX = Pattern.compile("\\d{1,9}");

  /** Finds an element; null if the data model does not have it. */
  static @Nullable Element find(CmiTable table, String name) {
    for (var entry : table.targets().entrySet()) {
      if (name.startsWith(entry.getKey()) && name.endsWith("}")) {
        var target = name.substring(entry.getKey().length(), name.length() - 1);
        return new Element(entry.getValue(), null, List.of(), "", target);
      }
    }
    return walk(table, name);
  }

  private static @Nullable Element walk(CmiTable table, String name) {
    var path = new ArrayList<DataNode.Step>();
    var node = table.root();
    var segments = name.split("\\.", -1);
    for (int i = 0; i < segments.length; i++) {
      var next = node.next(segments[i]);
      if (next == null && i == segments.length - 1 && CmiTable.KEYWORDS.contains(segments[i])) {
        return resolved(node, path, segments[i]);
      }
      next = next == null ? indexed(node, segments[i], path) : next;
      if (next == null) {
        return null;
      }
      node = next;
    }
    return resolved(node, path, "");
  }

  private static CmiTable.@Nullable Node indexed(
      CmiTable.Node node, String segment, List<DataNode.Step> path) {
    var row = node.row();
    if (row == null || node.indexed() == null || !INDEX.matcher(segment).matches()) {
      return null;
    }
    path.add(new DataNode.Step(row.key(), Integer.parseInt(segment)));
    return node.indexed();
  }

  private static @Nullable Element resolved(
      CmiTable.Node node, List<DataNode.Step> path, String keyword) {
    var row = node.row();
    return row == null ? null : new Element(row, node, List.copyOf(path), keyword, "");
  }

  /** The record that holds the list of this element's record. */
  List<DataNode.Step> outerPath() {
    return path.subList(0, path.size() - 1);
  }

  /** The place of this element's record in its list. */
  DataNode.Step lastStep() {
    return path.get(path.size() - 1);
  }
}
