package org.lmskit.path;

import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;

/** What happened to learning paths. Drafts are nobody's business but their author's: no events. */
public sealed interface LearningPathEvent extends LmsEvent {
  /** The path that it is about. */
  PathId path();

  /**
   * A version was published. It takes effect on the day of this event, and new enrollments get it from then on.
   *
   * @param header what all events have in common
   * @param version all of it
   */
  record PathVersionPublished(EventHeader header, PathVersion version)
      implements LearningPathEvent {
    @Override
    public PathId path() {
      return version.id();
    }
  }

  /**
   * A version that was published before took effect: new enrollments get it.
   *
   * @param header what all events have in common
   * @param path whose version
   * @param number of the version
   */
  record PathVersionTookEffect(EventHeader header, PathId path, int number)
      implements LearningPathEvent {}
}
