package org.lmskit.certification;

import java.util.List;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.path.SubjectAsked;
import org.lmskit.path.progress.LeafAsked;
import org.lmskit.store.Stored;

/** What certifications say to requirements that ask for them. */
final class CertifiedAnswer {
  private CertifiedAnswer() {}

  /** Met since the first day of the award that is valid on the day asked for. */
  static LeafAsked.Answer of(LeafAsked asked, Asking asking) {
    Subject subject = asked.leaf().subject().orElseThrow();
    if (subject.kind() != Subject.Kind.CERTIFICATION) {
      return LeafAsked.Answer.NOT_YET;
    }
    CertificationId id = new CertificationId(subject.id());
    List<PolicyVersion> versions = asking
        .reader()
        .find(CertificationPolicies.KIND, id.value())
        .map(stored -> stored.value().versions())
        .orElseGet(List::of);
    return asking
        .reader()
        .find(CertificationRecord.KIND, CertificationRecord.id(asked.learner(), id))
        .map(Stored::value)
        .map(record -> record.history(versions).statusOn(asked.day()))
        .filter(status -> status.state().isValid())
        .flatMap(CertificationStatus::award)
        .map(award -> LeafAsked.Answer.met(List.of(award.completedOn())))
        .orElse(LeafAsked.Answer.NOT_YET);
  }

  static SubjectAsked.Answer of(SubjectAsked asked, Asking asking) {
    Subject subject = asked.subject();
    if (subject.kind() != Subject.Kind.CERTIFICATION) {
      return SubjectAsked.Answer.NOT_MINE;
    }
    boolean isKnown =
        asking.reader().find(CertificationPolicies.KIND, subject.id()).isPresent();
    return isKnown ? SubjectAsked.Answer.KNOWN : SubjectAsked.Answer.UNKNOWN;
  }
}
