package org.lmskit.certification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lmskit.catalog.Subject;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/** All versions of one certification's policy. */
record CertificationPolicies(CertificationId certification, List<PolicyVersion> versions) {
  static final Kind<CertificationPolicies> KIND = Kind.<CertificationPolicies>mutable(
          "certification", all -> all.certification().value())
      .many("subject", CertificationPolicies::subjects)
      .body(JsonBody.of(CertificationPolicies.class));

  CertificationPolicies {
    versions = List.copyOf(versions);
  }

  /** What the paths of any version are. */
  private Set<String> subjects() {
    return versions.stream()
        .flatMap(version -> version.policy().subjects().stream())
        .map(Subject::toString)
        .collect(Collectors.toSet());
  }

  /** The path that the completion of a subject completes on a day. */
  Optional<Path> pathOf(Subject subject, LocalDate day) {
    return Policies.of(versions).inForceOn(day).governing(day).policy().pathOf(subject);
  }

  CertificationPolicies after(PolicyPublished event) {
    List<PolicyVersion> more = new ArrayList<>(versions);
    more.add(new PolicyVersion(event.version(), event.policy(), event.recordedAt()));
    return new CertificationPolicies(certification, more);
  }
}
