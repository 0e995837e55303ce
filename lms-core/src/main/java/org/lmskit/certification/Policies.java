package org.lmskit.certification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The versions of one policy, and which of them governs what. */
record Policies(List<PolicyVersion> versions) {
  private static final Comparator<PolicyVersion> ORDER = Comparator.comparing(
          (PolicyVersion version) -> version.policy().effectiveOn())
      .thenComparing(PolicyVersion::number);

  static Policies of(Collection<PolicyVersion> versions) {
    return new Policies(versions.stream().sorted(ORDER).toList());
  }

  Policies asKnownAt(Instant instant) {
    return new Policies(
        versions.stream().filter(v -> !v.recordedAt().isAfter(instant)).toList());
  }

  /** The versions by which a completion of this day is judged. */
  Policies inForceOn(LocalDate day) {
    List<PolicyVersion> inForce =
        versions.stream().filter(v -> !v.policy().effectiveOn().isAfter(day)).toList();
    return new Policies(inForce.isEmpty() ? versions.stream().limit(1).toList() : inForce);
  }

  /** The last version that was in force on the day of completion or says that it is retroactive, else the first. */
  PolicyVersion governing(LocalDate completedOn) {
    PolicyVersion governing = versions.get(0);
    for (PolicyVersion version : versions) {
      if (version.policy().retroactive() || !version.policy().effectiveOn().isAfter(completedOn)) {
        governing = version;
      }
    }
    return governing;
  }
}
