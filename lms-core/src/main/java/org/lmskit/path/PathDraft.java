package org.lmskit.path;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;
import org.lmskit.version.Drafts;

/**
 * A learning path that somebody is still working on.
 *
 * @param number of the version that it will become
 * @param revision one more with each saving; saving says which one it builds on
 * @param savedAt when
 * @param path as it stands; need not be publishable yet
 */
public record PathDraft(int number, int revision, Instant savedAt, LearningPath path)
    implements Drafts.Draft {
  /** Drafts by path. */
  public static final Kind<PathDraft> KIND = Kind.<PathDraft>mutable(
          "path_draft", draft -> draft.id().value())
      .time(PathDraft::savedAt)
      .body(JsonBody.of(PathDraft.class));

  /** The path. */
  @Override
  public PathId id() {
    return path.id();
  }

  /**
   * The same draft with another path in it, to save.
   *
   * @throws IllegalArgumentException if it is another path's
   */
  public PathDraft with(LearningPath next) {
    if (!next.id().equals(id())) {
      throw new IllegalArgumentException("a draft of " + id() + " cannot become " + next.id());
    }
    return new PathDraft(number, revision, savedAt, next);
  }
}
