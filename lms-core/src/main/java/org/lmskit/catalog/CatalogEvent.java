package org.lmskit.catalog;

import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.CourseId;

/** What happened to courses. Drafts are nobody's business but their author's: no events. */
public sealed interface CatalogEvent extends LmsEvent {
  /** The course that it is about. */
  CourseId course();

  /**
   * A version was published. It takes effect on the day of this event, and new enrollments get it from then on.
   *
   * @param header what all events have in common
   * @param version all of it
   */
  record CourseVersionPublished(EventHeader header, CourseVersion version) implements CatalogEvent {
    @Override
    public CourseId course() {
      return version.id();
    }
  }

  /**
   * A version that was published before took effect: new enrollments get it.
   *
   * @param header what all events have in common
   * @param course whose version
   * @param number of the version
   */
  record CourseVersionTookEffect(EventHeader header, CourseId course, int number)
      implements CatalogEvent {}
}
