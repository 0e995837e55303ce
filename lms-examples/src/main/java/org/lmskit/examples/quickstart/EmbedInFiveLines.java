package org.lmskit.examples.quickstart;

import java.nio.file.Path;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.ContentStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.store.Store;

/** What the README shows: from two stores and a ZIP to a launch. */
final class EmbedInFiveLines {
  private EmbedInFiveLines() {}

  static String launch(Store store, ContentStore content, Path zip) {
    Lms lms = Lms.on(store, content).module(Scorm.MODULE).build();
    ScormPackage quiz = Scorm.of(lms).importPackage(zip).packageOrThrow();
    lms.catalog().publish(Course.of("fire", "Fire safety").unit("quiz", "Quiz", quiz.content()));
    Enrollment ann = lms.enrollments().enroll(new LearnerId("ann"), new CourseId("fire"));
    Launch launch = Scorm.of(lms).launch(ann.id(), new UnitId("quiz"));
    return launch.id();
  }
}
