package org.lmskit.certification;

import java.util.List;
import org.lmskit.certification.CertificationEvent.OfLearner;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.Rebuilt;

/** Policies, and what is kept of learners, as their events make them. */
final class CertificationProjection {
  private CertificationProjection() {}

  static void policies(PolicyPublished event, Rebuilt records) {
    CertificationPolicies old = records
        .find(CertificationPolicies.KIND, event.certification().value())
        .orElseGet(() -> new CertificationPolicies(event.certification(), List.of()));
    records.put(CertificationPolicies.KIND, old.after(event));
  }

  static void record(OfLearner event, Rebuilt records) {
    String id = CertificationRecord.id(event.learner(), event.certification());
    CertificationRecord old = records
        .find(CertificationRecord.KIND, id)
        .orElseGet(() -> CertificationRecord.empty(event.learner(), event.certification()));
    records.put(CertificationRecord.KIND, old.after(event));
  }
}
