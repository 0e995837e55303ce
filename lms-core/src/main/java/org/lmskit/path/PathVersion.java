package org.lmskit.path;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.lmskit.catalog.VersionDay;
import org.lmskit.internal.JsonBody;
import org.lmskit.internal.Operation;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Sha256;
import org.lmskit.store.Body;
import org.lmskit.store.Kind;
import org.lmskit.version.Published;

/**
 * A published learning path: it never changes, and learners are pinned to one.
 *
 * @param number 1 for the first version of a path
 * @param publishedAt when
 * @param effectiveOn the first day on which it is current, in the tenant's zone
 * @param digest of the path: what exactly was published
 * @param path what was published
 * @param plan what becomes of those who are on the version before
 */
public record PathVersion(
    int number,
    Instant publishedAt,
    LocalDate effectiveOn,
    Sha256 digest,
    LearningPath path,
    PathPlan plan)
    implements Published {
  private static final Body<LearningPath> PATH = JsonBody.of(LearningPath.class);

  /** Versions by path and number. */
  public static final Kind<PathVersion> KIND = Kind.<PathVersion>mutable(
          "path_version", Published::key)
      .time(version -> Instant.ofEpochMilli(version.number())) // so that they are listed by number
      .index("path", version -> version.id().value())
      .body(JsonBody.of(PathVersion.class));

  /** A version of this path that is published in this operation, with its digest. */
  static PathVersion of(Operation op, LearningPath path, int number, PathPlan plan) {
    LocalDate day = plan.effective().orElseGet(op::today);
    return new PathVersion(number, op.now(), day, digestOf(path), path, plan);
  }

  /** The path. */
  @Override
  public PathId id() {
    return path.id();
  }

  /**
   * The step of this id.
   *
   * @throws NotFoundException if this version has no such step
   */
  public Step step(StepId step) {
    return path.find(step)
        .orElseThrow(() -> new NotFoundException(
            "no step with id " + step + " in version " + number + " of path " + id()));
  }

  /** From when on it is current. */
  VersionDay day() {
    return new VersionDay(number, effectiveOn, path.title());
  }

  static Sha256 digestOf(LearningPath path) {
    return Sha256.of(PATH.write().apply(path).getBytes(StandardCharsets.UTF_8));
  }
}
