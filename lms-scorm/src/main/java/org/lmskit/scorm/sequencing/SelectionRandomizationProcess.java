package org.lmskit.scorm.sequencing;

import java.util.Arrays;
import org.lmskit.scorm.sequencing.definition.RandomizationControls.Timing;

/**
 * The selection and randomization processes. They are applied before the first attempt, when a
 * learner's tracking begins, and when an attempt ended, so that a table of contents already shows
 * what the next attempt will be.
 *
 * @see "SCORM 2004 4th Ed. SN Appendix C, SR"
 */
final class SelectionRandomizationProcess {
  private SelectionRandomizationProcess() {}

  /** Before any attempt: both processes for every cluster that asks for them. */
  static void beforeFirstAttempts(Step step) {
    for (Activity cluster : step.tree().shuffled()) {
      selectChildren(step, cluster);
      randomizeChildren(step, cluster);
    }
  }

  /** After an attempt ended: both processes for the next one. */
  static void beforeNextAttempt(Step step, Activity cluster) {
    selectChildren(step, cluster);
    randomizeChildren(step, cluster);
  }

  /** SR.1 Select Children Process. */
  static void selectChildren(Step step, Activity cluster) {
    var controls = cluster.sequencing().randomization();
    var count = controls.selectCount();
    if (!isDue(step, cluster, controls.selectionTiming()) || count == null) {
      return;
    }
    int[] all = inOrder(cluster.childCount());
    if (count < all.length) {
      shuffle(step, all);
      all = Arrays.copyOf(all, count);
      Arrays.sort(all);
    }
    step.trace("SR.1 Select Children", cluster, all.length + " of " + cluster.childCount());
    step.set(cluster, step.of(cluster).withOrder(new ChildOrder(all, cluster.childCount())));
  }

  /** SR.2 Randomize Children Process. */
  static void randomizeChildren(Step step, Activity cluster) {
    var controls = cluster.sequencing().randomization();
    if (!isDue(step, cluster, controls.randomizationTiming()) || !controls.reorderChildren()) {
      return;
    }
    var order = step.of(cluster).order();
    int[] all = inOrder(step.childCount(cluster));
    for (int i = 0; order != null && i < all.length; i++) {
      all[i] = order.at(i);
    }
    shuffle(step, all);
    step.trace("SR.2 Randomize Children", cluster, Arrays.toString(all));
    step.set(cluster, step.of(cluster).withOrder(new ChildOrder(all, cluster.childCount())));
  }

  private static boolean isDue(Step step, Activity cluster, Timing timing) {
    return switch (timing) {
      case NEVER -> false;
      case ONCE -> step.of(cluster).attempts() == 0;
      case ON_EACH_NEW_ATTEMPT -> true;
    };
  }

  private static int[] inOrder(int length) {
    int[] all = new int[length];
    for (int i = 0; i < length; i++) {
      all[i] = i;
    }
    return all;
  }

  private static void shuffle(Step step, int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = step.draw(i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
