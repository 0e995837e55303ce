package org.lmskit.assessment;

import java.util.Arrays;
import java.util.List;
import org.lmskit.catalog.Text;

/**
 * A part of an assessment.
 *
 * @param id unique within the assessment
 * @param title shown to learners
 * @param pools what its items are taken from, in this order
 * @param shuffle whether each attempt gets its own order of all items of the section
 * @see "QTI 3.0 ASI, AssessmentSection"
 */
public record Section(String id, Text title, List<Pool> pools, boolean shuffle) {
  /** @throws IllegalArgumentException if the id is empty */
  public Section {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a section without an id");
    }
    pools = List.copyOf(pools);
  }

  /** A section in the order of its pools. */
  public static Section of(String id, String title, Pool... pools) {
    return new Section(id, Text.of(title), Arrays.asList(pools), false);
  }

  /** The same, each attempt in its own order. */
  public Section shuffled() {
    return new Section(id, title, pools, true);
  }
}
