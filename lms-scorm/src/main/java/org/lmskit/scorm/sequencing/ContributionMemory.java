package org.lmskit.scorm.sequencing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations;
import org.lmskit.scorm.sequencing.definition.RollupConsiderations.Required;
import org.lmskit.scorm.sequencing.definition.RollupRule;
import org.lmskit.scorm.sequencing.definition.RuleConditionType;

/**
 * Remembers what children contribute to the rollup of their parent until it changes: within a step
 * for the cluster looked at last, from step to step for large clusters, in blocks of children, so that
 * a rollup looks at those blocks alone in which something happened.
 */
final class ContributionMemory {
  private static final int BLOCK = 64;
  private static final Blocks NOTHING =
      new Blocks(new Within(-1, false, false), new Contributions[0]);

  private Slots<Blocks> large;
  private @Nullable Activity cluster;
  private @Nullable Within within;
  private @Nullable Contributions found;

  /**
   * What the contributions of all children depend on beside the children.
   *
   * @param attempts attempts on the parent
   * @param objectives whether its objectives belong to an earlier attempt on one above it
   * @param progress whether its progress does
   */
  private record Within(int attempts, boolean objectives, boolean progress) {
    static Within of(Step step, Activity cluster) {
      return new Within(
          step.of(cluster).attempts(),
          ObjectiveAccess.isStale(step, cluster, false),
          ObjectiveAccess.isStale(step, cluster, true));
    }
  }

  /** Contributions of a large cluster, a block of children each; null where something happened. */
  static final class Blocks {
    private final Within within;
    private final @Nullable Contributions[] parts;

    private Blocks(Within within, @Nullable Contributions[] parts) {
      this.within = within;
      this.parts = parts;
    }
  }

  ContributionMemory(Slots<Blocks> large) {
    this.large = large;
  }

  /** Of a tree of which nothing is remembered. */
  static Slots<Blocks> none(ActivityTree tree) {
    return Slots.of(tree.size(), NOTHING);
  }

  /** What is remembered for the next step. */
  Slots<Blocks> large() {
    return large;
  }

  /** What the children of a cluster contribute to it now. */
  Contributions of(Step step, Activity asked) {
    var now = Within.of(step, asked);
    if (cluster == asked && found != null && now.equals(within)) {
      return found;
    }
    boolean isInOrder = step.of(asked).order() == null;
    found = asked.isLargeAndSteady() && isInOrder
        ? inBlocks(step, asked, now)
        : added(step, asked, 0, step.childCount(asked));
    cluster = asked;
    within = now;
    return found;
  }

  private Contributions inBlocks(Step step, Activity asked, Within now) {
    var known = large.get(asked.index());
    int count = (asked.childCount() + BLOCK - 1) / BLOCK;
    var parts = known.within.equals(now) ? known.parts.clone() : new @Nullable Contributions[count];
    var sum = new Contributions(asked);
    for (int i = 0; i < count; i++) {
      var part = parts[i];
      if (part == null) {
        part = added(step, asked, i * BLOCK, Math.min(asked.childCount(), (i + 1) * BLOCK));
        parts[i] = part;
      }
      sum.add(part);
    }
    large = large.with(asked.index(), new Blocks(now, parts));
    return sum;
  }

  private static Contributions added(Step step, Activity asked, int from, int to) {
    var sum = new Contributions(asked);
    for (int i = from; i < to; i++) {
      sum.add(step, step.child(asked, i));
    }
    return sum;
  }

  /** Something is tracked of an activity: what it contributes must be asked anew. */
  void changed(Activity activity) {
    var parent = activity.parent();
    if (parent == null) {
      return;
    }
    cluster = parent == cluster ? null : cluster;
    if (parent.isLargeAndSteady()) {
      var known = large.get(parent.index());
      int block = activity.position() / BLOCK;
      if (block < known.parts.length && known.parts[block] != null) {
        var parts = Arrays.copyOf(known.parts, known.parts.length);
        parts[block] = null;
        large = large.with(parent.index(), new Blocks(known.within, parts));
      }
    }
  }

  /** A global objective changed, that children may read. */
  void globalsChanged() {
    cluster = null;
  }

  /**
   * Whether a cluster is worth to be remembered, and its children contribute nothing but what is
   * tracked of them: neither global objectives nor the time of day.
   */
  static boolean isLargeAndSteady(Activity cluster) {
    boolean isLarge = cluster.childCount() > 2 * BLOCK;
    if (!isLarge || !cluster.rollupRules().stream().allMatch(ContributionMemory::isTimeless)) {
      return false;
    }
    for (int i = 0; i < cluster.childCount(); i++) {
      if (!isSteady(cluster.child(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isTimeless(RollupRule rule) {
    return rule.conditions().stream()
        .noneMatch(condition -> condition.type() == RuleConditionType.TIME_LIMIT_EXCEEDED
            || condition.type() == RuleConditionType.OUTSIDE_AVAILABLE_TIME_RANGE);
  }

  private static boolean isSteady(Activity child) {
    boolean readsGlobals =
        child.objectives().get(0).maps().stream().anyMatch(map -> !map.reads().isEmpty());
    return !readsGlobals && !mayBeSkipped(child.sequencing().rollupConsiderations());
  }

  private static boolean mayBeSkipped(RollupConsiderations considerations) {
    return considerations.requiredForSatisfied() == Required.IF_NOT_SKIPPED
        || considerations.requiredForNotSatisfied() == Required.IF_NOT_SKIPPED
        || considerations.requiredForCompleted() == Required.IF_NOT_SKIPPED
        || considerations.requiredForIncomplete() == Required.IF_NOT_SKIPPED;
  }
}
