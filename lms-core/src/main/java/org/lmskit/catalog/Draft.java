package org.lmskit.catalog;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.model.CourseId;
import org.lmskit.store.Kind;
import org.lmskit.version.Drafts;

/**
 * A course that somebody is still working on.
 *
 * @param number of the version that it will become
 * @param revision one more with each saving; saving says which one it builds on
 * @param savedAt when
 * @param course as it stands; need not be publishable yet
 */
public record Draft(int number, int revision, Instant savedAt, Course course)
    implements Drafts.Draft {
  /** Drafts by course. */
  public static final Kind<Draft> KIND = Kind.<Draft>mutable(
          "course_draft", draft -> draft.id().value())
      .time(Draft::savedAt)
      .body(JsonBody.of(Draft.class));

  /** The course. */
  @Override
  public CourseId id() {
    return course.id();
  }

  /**
   * The same draft with another course in it, to save.
   *
   * @throws IllegalArgumentException if it is another course's
   */
  public Draft with(Course next) {
    if (!next.id().equals(id())) {
      throw new IllegalArgumentException("a draft of " + id() + " cannot become " + next.id());
    }
    return new Draft(number, revision, savedAt, next);
  }
}
