package org.lmskit.catalog;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Operation;
import org.lmskit.model.CourseId;
import org.lmskit.model.Sha256;
import org.lmskit.version.Candidate;
import org.lmskit.version.Plan;
import org.lmskit.version.Refusals;

/**
 * A course that is about to be published.
 *
 * @param course as it shall be
 * @param planOrNull what becomes of those who are on the version before; null if nothing was said of them
 */
record CourseCandidate(Course course, @Nullable VersionPlan planOrNull)
    implements Candidate<CourseVersion> {
  @Override
  public CourseId id() {
    return course.id();
  }

  @Override
  public Sha256 digest() {
    return CourseVersion.digestOf(course);
  }

  @Override
  public void check(@Nullable CourseVersion before, LocalDate today) {
    if (before != null && planOrNull == null) {
      throw Refusals.mappingRequired(
          CatalogReason.MAPPING_REQUIRED,
          "course " + id(),
          VersionPlan.propose(before.course(), course).mapping());
    }
    Refusals.ofErrors(
        CatalogReason.MAPPING_INVALID,
        "the plan",
        before == null || planOrNull == null
            ? Plan.checkFirst(planOrNull, today)
            : planOrNull.check(before, course, today));
  }

  /** Claims its files, too. */
  @Override
  public CourseVersion version(Operation op, int number) {
    VersionPlan plan = number == 1 || planOrNull == null ? VersionPlan.FIRST : planOrNull;
    CourseVersion version = CourseVersion.of(op, course, number, plan);
    List<Sha256> files =
        course.units().stream().flatMap(unit -> unit.content().files().stream()).toList();
    op.claim(files, "course:" + version.key());
    return version;
  }
}
