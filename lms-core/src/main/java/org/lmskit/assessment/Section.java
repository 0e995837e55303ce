package org.lmskit.assessment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Text;

/**
 * A part of an assessment.
 *
 * @param id unique within the assessment
 * @param title shown to learners
 * @param pools what its items are taken from, in this order
 * @param shuffle whether each attempt gets its own order of all items of the section
 * @param timeLimitsOrNull how long it may take; its items are put when it is entered. Null if it is open all the time
 * @see "QTI 3.0 ASI, AssessmentSection"
 */
public record Section(
    String id,
    Text title,
    List<Pool> pools,
    boolean shuffle,
    @Nullable TimeLimits timeLimitsOrNull) {
  /** @throws IllegalArgumentException if the id is empty */
  public Section {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a section without an id");
    }
    pools = List.copyOf(pools);
  }

  /** A section in the order of its pools, without a limit of its own. */
  public static Section of(String id, String title, Pool... pools) {
    return new Section(id, Text.of(title), Arrays.asList(pools), false, null);
  }

  /** The same, each attempt in its own order. */
  public Section shuffled() {
    return new Section(id, title, pools, true, timeLimitsOrNull);
  }

  /** The same, entered by the learner, from when on its time runs. */
  public Section withTimeLimits(TimeLimits limits) {
    return new Section(id, title, pools, shuffle, limits);
  }

  /** How long it may take; absent if it is open all the time. */
  public Optional<TimeLimits> timeLimits() {
    return Optional.ofNullable(timeLimitsOrNull);
  }
}
