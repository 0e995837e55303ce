package org.lmskit.catalog;

import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.CourseId;

/** What happened to courses. Drafts are nobody's business but their author's: no events. */
public sealed interface CatalogEvent extends LmsEvent {
  /** The course that it is about. */
  CourseId course();

  /**
   * A version was published; new enrollments get it.
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
}
