package org.lmskit.version;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.model.Id;
import org.lmskit.model.Problem;

/** What becomes of one part, a unit or a step, between two versions. */
public interface Change {
  /** The part of the earlier version; null for a new one. */
  @Nullable
  Id fromOrNull();

  /** The part of the later version; null for a removed one. */
  @Nullable
  Id toOrNull();

  /**
   * What is wrong with a mapping: it has to name each part of both versions once.
   *
   * @param from the parts of the earlier version
   * @param to the parts of the later one
   * @param part what a part is called
   */
  static List<Problem> check(
      List<? extends Change> mapping, List<? extends Id> from, List<? extends Id> to, String part) {
    List<Problem> problems = new ArrayList<>();
    Set<Id> before = new HashSet<>();
    Set<Id> after = new HashSet<>();
    for (Change change : mapping) {
      named(change.fromOrNull(), "from", from, before, part, problems);
      named(change.toOrNull(), "to", to, after, part, problems);
    }
    left("from", from, before, problems);
    left("to", to, after, problems);
    return problems;
  }

  private static void named(
      @Nullable Id id,
      String side,
      List<? extends Id> known,
      Set<Id> seen,
      String part,
      List<Problem> problems) {
    if (id == null) {
      return;
    }
    if (!known.contains(id)) {
      problems.add(
          Problem.error("MAPPING-001", side + ":" + id, "No such " + part + "; remove the line."));
    }
    if (!seen.add(id)) {
      problems.add(
          Problem.error("MAPPING-002", side + ":" + id, "Named twice; keep one of the lines."));
    }
  }

  private static void left(
      String side, List<? extends Id> known, Set<Id> seen, List<Problem> problems) {
    known.stream()
        .filter(id -> !seen.contains(id))
        .forEach(id -> problems.add(
            Problem.error("MAPPING-003", side + ":" + id, "Not mapped; add a line for it.")));
  }
}
