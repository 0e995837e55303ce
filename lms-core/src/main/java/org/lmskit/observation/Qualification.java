package org.lmskit.observation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lmskit.certification.CertificationHistory;
import org.lmskit.certification.CertificationId;
import org.lmskit.certification.Certifications;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Reader;

/** Whether somebody may observe, as far as is known now. */
final class Qualification {
  private Qualification() {}

  static void require(Reader reader, Checklist checklist, LearnerKey observer, LocalDate day) {
    Optional<CertificationId> needed = checklist.qualification();
    if (needed.isEmpty()) {
      return;
    }
    Map<CertificationId, CertificationHistory> held = Certifications.histories(
            reader, List.of(observer.value()))
        .getOrDefault(observer, Map.of());
    if (!holds(held, checklist, day)) {
      throw new RejectedException(
          ObservationReason.OBSERVER_NOT_QUALIFIED,
          "the observer had no valid award of " + needed.get() + " on " + day,
          Map.of("certification", needed.get().value(), "day", day.toString()));
    }
  }

  /** Whether somebody who holds these certifications may observe by a checklist on a day. */
  static boolean holds(
      Map<CertificationId, CertificationHistory> held, Checklist checklist, LocalDate day) {
    Optional<CertificationId> needed = checklist.qualification();
    if (needed.isEmpty()) {
      return true;
    }
    CertificationHistory history = held.get(needed.get());
    return history != null && history.stateOn(day).isValid();
  }
}
