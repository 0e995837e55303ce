package org.lmskit.learning;

import java.util.ArrayList;
import java.util.List;
import org.lmskit.event.LmsEvent;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** The events of one enrollment, picked from those of its learner. */
final class History {
  private static final int BATCH = 200;

  private History() {}

  static Page<LearningEvent> of(
      Reader reader, Kind<LmsEvent> events, Enrollment enrollment, PageRequest page) {
    Query<LmsEvent> all =
        Query.of(events).where("learner", enrollment.learner().value()).limit(BATCH);
    List<LearningEvent> found = new ArrayList<>();
    long position = page.after().isEmpty() ? 0 : Long.parseLong(page.after());
    long lastKept = position;
    List<Stored<LmsEvent>> batch;
    do {
      batch = reader.list(all.afterPosition(position));
      for (Stored<LmsEvent> stored : batch) {
        position = stored.position();
        if (stored.value() instanceof LearningEvent event && isAbout(event, enrollment)) {
          if (found.size() == page.limit()) {
            return new Page<>(found, new PageRequest(page.limit(), Long.toString(lastKept)));
          }
          found.add(event);
          lastKept = position;
        }
      }
    } while (batch.size() == BATCH);
    return new Page<>(found, null);
  }

  private static boolean isAbout(LearningEvent event, Enrollment enrollment) {
    return event.enrollment().equals(enrollment.id());
  }
}
