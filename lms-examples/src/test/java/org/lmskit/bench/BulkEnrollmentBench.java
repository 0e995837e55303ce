package org.lmskit.bench;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.UnitContent;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.BulkReport;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.store.Store;
import org.lmskit.store.jdbc.JdbcStore;

/**
 * Enrolls many unknown learners on a course, and all of them again. Arguments: {@code sqlite|postgres}, learners.
 */
public final class BulkEnrollmentBench {
  private static final CourseId COURSE = new CourseId("fire-safety");

  private BulkEnrollmentBench() {}

  public static void main(String[] args) throws Exception {
    int count = Integer.parseInt(args[1]);
    String url = Databases.url(args[0]);
    List<LearnerId> learners = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      learners.add(new LearnerId("learner-" + i));
    }
    try (Store store = JdbcStore.at(url, Lms.KINDS)) {
      Lms lms = Lms.on(store, new InMemoryContentStore(Clock.systemUTC())).build();
      lms.catalog()
          .publish(Course.of("fire-safety", "Fire safety")
              .unit("u1", "Alarms", UnitContent.of("link", "https://acme.example/alarms")));
      measure(lms, args[0] + ", new", learners);
      measure(lms, args[0] + ", again", learners);
    }
    System.exit(0);
  }

  private static void measure(Lms lms, String what, List<LearnerId> learners) {
    long begin = System.nanoTime();
    BulkReport report = lms.enrollments().enrollAll(COURSE, learners);
    double seconds = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%s: %,d enrolled, %,d already, %.1f s, %,.0f learners/s%n",
        what, report.enrolled(), report.already(), seconds, learners.size() / seconds);
  }
}
