package org.lmskit.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.Operation;
import org.lmskit.store.Change;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Appointments;
import org.lmskit.workforce.Learners;

/** Publishes versions of a policy, and sees to those whom they change. */
final class PolicyPublishing {
  private PolicyPublishing() {}

  static PolicyPublication publish(Operation op, Certification policy) {
    Optional<Stored<CertificationPolicies>> stored =
        op.tx().find(CertificationPolicies.KIND, policy.id().value());
    CertificationPolicies old = stored
        .map(Stored::value)
        .orElseGet(() -> new CertificationPolicies(policy.id(), List.of()));
    LocalDate today = op.today();
    boolean touches = !old.versions().isEmpty()
        && (policy.retroactive() || !policy.effectiveOn().isAfter(today.plusDays(1)));
    if (touches) {
      op.catchUp(
          records(op, policy.id()).stream().map(CertificationRecord::learner).toList());
    }
    PolicyPublished event = new PolicyPublished(
        op.header(policy.effectiveOn()), policy.id(), old.versions().size() + 1, policy);
    op.record(event);
    CertificationPolicies next = old.after(event);
    if (stored.isPresent()) {
      op.tx().update(List.of(new Change<>(stored.get(), next)));
    } else {
      op.tx().insert(CertificationPolicies.KIND, next);
    }
    PolicyVersion version = next.versions().get(next.versions().size() - 1);
    return new PolicyPublication(
        version, touches ? retime(op, old.versions(), next.versions()) : List.of());
  }

  /** Sets every learner's timer by the new versions, and says whom they change. */
  private static List<PolicyPublication.Change> retime(
      Operation op, List<PolicyVersion> before, List<PolicyVersion> after) {
    List<PolicyPublication.Change> changes = new ArrayList<>();
    for (CertificationRecord record : records(op, after.get(0).policy().id())) {
      CertificationTimers.setNext(op, record, after);
      LocalDate today = Appointments.dayOf(op, record.learner(), op.now());
      CertificationStatus was = record.history(before).statusOn(today);
      CertificationStatus is = record.history(after).statusOn(today);
      if (!was.equals(is)) {
        changes.add(new PolicyPublication.Change(record.learner(), was, is));
      }
    }
    changes.sort(Comparator.comparing(change -> change.learner().value()));
    return changes;
  }

  /** Of all but those who were erased. */
  private static List<CertificationRecord> records(Operation op, CertificationId certification) {
    Query<CertificationRecord> all =
        Query.of(CertificationRecord.KIND).where("certification", certification.value());
    return Learners.present(
        op.tx(),
        op.tx().list(all).stream().map(Stored::value).toList(),
        CertificationRecord::learner);
  }
}
