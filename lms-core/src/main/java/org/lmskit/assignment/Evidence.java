package org.lmskit.assignment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a learner did about a subject. Asked for a moment of a day: at its 00:00, before what is done on it, or with that.
 */
interface Evidence {
  /** Nothing was done. */
  Evidence NONE = new CourseEvidence(List.of(), List.of(), List.of());

  /** The days on which an answer can change. */
  Collection<LocalDate> days();

  /** The day on which that was done by which the duty is done now; absent if there is work to do. */
  Optional<LocalDate> doneOn(LocalDate day, boolean withFacts);

  /** Whether what is asked for is fulfilled now, though there may be work to do. */
  boolean compliant(LocalDate day, boolean withFacts);

  /** Whether all of it rests, so that nothing is due. */
  boolean rests(LocalDate day, boolean withFacts);

  /** The last day on which what was done before still fulfils the duty, where that ends by itself. */
  Optional<LocalDate> lastDay(LocalDate day, boolean withFacts);

  /** Whether work was begun before the 00:00 of a day, and not before another one, if that is given. */
  boolean startedBefore(LocalDate day, @Nullable LocalDate notBefore);
}
