package org.lmskit.scorm.sequencing;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.Prerequisites;

/**
 * Whether the prerequisites of SCORM 1.2 keep an activity closed, as a pre-condition rule disables
 * it.
 *
 * @see "SCORM 1.2 CAM 2.3.2.5.1"
 */
final class PrerequisiteCheck {
  /** What trace entries name as the rule; their result is for a person to read. */
  static final String RULE = "prerequisites";

  private PrerequisiteCheck() {}

  static boolean closes(Step step, Activity activity) {
    var needed = activity.prerequisites();
    if (needed == null || needed.hold(id -> status(step, id))) {
      return false;
    }
    if (step.isExplaining()) {
      var opens = isUndone(needed) ? "Opens while " : "Opens after ";
      var reason = opens + text(step.tree(), needed, false);
      step.trace(
          new TraceEntry("UP.5 Check Activity", activity.id(), RULE, needed.script(), reason));
    }
    return true;
  }

  /** The lesson status of an item; null if the organization has no such item. */
  private static @Nullable String status(Step step, String id) {
    return step.tree()
        .find(id)
        .filter(item -> !item.isRoot())
        .map(item -> status(step, item))
        .orElse(null);
  }

  private static String status(Step step, Activity item) {
    var said = step.of(item).lessonStatus();
    return said == null ? derived(step, item) : said;
  }

  /** Of a section what was rolled up; of an asset, which no content passes, that it is completed. */
  private static String derived(Step step, Activity item) {
    var completed = ObjectiveAccess.completed(step, item);
    var satisfied = ObjectiveAccess.satisfied(step, item, 0);
    boolean isAsset = item.isLeaf() && !item.sequencing().delivery().objectiveSetByContent();
    if (satisfied != null && !isAsset) {
      return satisfied ? "passed" : "failed";
    }
    return completed == null ? "not attempted" : completed ? "completed" : "incomplete";
  }

  /** Whether they ask for something that work on an item takes away. */
  private static boolean isUndone(Prerequisites needed) {
    if (needed instanceof Prerequisites.HasStatus has) {
      return has.expected().equals("not attempted") || has.expected().equals("incomplete");
    }
    return needed instanceof Prerequisites.Not
        || parts(needed).stream().anyMatch(PrerequisiteCheck::isUndone);
  }

  private static List<Prerequisites> parts(Prerequisites needed) {
    if (needed instanceof Prerequisites.All all) {
      return all.parts();
    }
    if (needed instanceof Prerequisites.Any any) {
      return any.parts();
    }
    return needed instanceof Prerequisites.AtLeast atLeast ? atLeast.parts() : List.of();
  }

  private static String text(ActivityTree tree, Prerequisites needed, boolean nested) {
    if (needed instanceof Prerequisites.Done || needed instanceof Prerequisites.HasStatus) {
      return text(tree, needed, " is ");
    }
    if (needed instanceof Prerequisites.Not not) {
      return parts(not.of()).isEmpty() && !(not.of() instanceof Prerequisites.Not)
          ? text(tree, not.of(), " is not ")
          : "not (" + text(tree, not.of(), false) + ")";
    }
    if (needed instanceof Prerequisites.AtLeast some
        && some.count() < some.parts().size()) {
      return "at least " + some.count() + " of (" + joined(tree, needed, ", ") + ")";
    }
    var joined = joined(tree, needed, needed instanceof Prerequisites.Any ? " or " : " and ");
    return nested && parts(needed).size() > 1 ? "(" + joined + ")" : joined;
  }

  private static String text(ActivityTree tree, Prerequisites needed, String is) {
    if (needed instanceof Prerequisites.HasStatus has) {
      var words = is + has.expected();
      return name(tree, has.item()) + words.replace("not not ", "");
    }
    return name(tree, ((Prerequisites.Done) needed).item()) + is + "completed";
  }

  private static String joined(ActivityTree tree, Prerequisites needed, String between) {
    return parts(needed).stream().map(part -> text(tree, part, true)).collect(joining(between));
  }

  private static String name(ActivityTree tree, String id) {
    return tree.find(id)
        .filter(item -> !item.isRoot())
        .map(item -> "\"" + item.title() + "\"")
        .orElse("\"" + id + "\" (which does not exist)");
  }
}
