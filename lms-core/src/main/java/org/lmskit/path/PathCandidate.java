package org.lmskit.path;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lmskit.internal.Operation;
import org.lmskit.model.Sha256;
import org.lmskit.version.Candidate;
import org.lmskit.version.Plan;
import org.lmskit.version.Refusals;

/**
 * A path that is about to be published.
 *
 * @param path as it shall be
 * @param planOrNull what becomes of those who are on the version before; null if nothing was said of them
 */
record PathCandidate(LearningPath path, @Nullable PathPlan planOrNull)
    implements Candidate<PathVersion> {
  @Override
  public PathId id() {
    return path.id();
  }

  @Override
  public Sha256 digest() {
    return PathVersion.digestOf(path);
  }

  @Override
  public void check(@Nullable PathVersion before, LocalDate today) {
    if (before != null && planOrNull == null) {
      throw Refusals.mappingRequired(
          PathReason.MAPPING_REQUIRED,
          "path " + id(),
          PathPlan.propose(before.path(), path).mapping());
    }
    Refusals.ofErrors(
        PathReason.MAPPING_INVALID,
        "the plan",
        before == null || planOrNull == null
            ? Plan.checkFirst(planOrNull, today)
            : planOrNull.check(before, path, today));
  }

  @Override
  public PathVersion version(Operation op, int number) {
    PathPlan plan = number == 1 || planOrNull == null ? PathPlan.FIRST : planOrNull;
    return PathVersion.of(op, path, number, plan);
  }
}
