package org.lmskit.certification;

import java.util.ArrayList;
import java.util.List;
import org.lmskit.certification.CertificationEvent.PolicyPublished;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/** All versions of one certification's policy. */
record CertificationPolicies(CertificationId certification, List<PolicyVersion> versions) {
  static final Kind<CertificationPolicies> KIND = Kind.<CertificationPolicies>mutable(
          "certification", all -> all.certification().value())
      .body(JsonBody.of(CertificationPolicies.class));

  CertificationPolicies {
    versions = List.copyOf(versions);
  }

  CertificationPolicies after(PolicyPublished event) {
    List<PolicyVersion> more = new ArrayList<>(versions);
    more.add(new PolicyVersion(event.version(), event.policy(), event.recordedAt()));
    return new CertificationPolicies(certification, more);
  }
}
