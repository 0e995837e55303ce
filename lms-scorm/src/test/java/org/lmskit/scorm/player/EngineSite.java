package org.lmskit.scorm.player;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.http.JdkHttp;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.UnitResult;
import org.lmskit.model.CourseId;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.LaunchView;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.http.ScormHttp;
import org.lmskit.store.InMemoryStore;

/** A host on loopback: the engine, the packages that a test imports, the player and its server. */
final class EngineSite implements AutoCloseable {
  private static final UnitId UNIT = new UnitId("unit");
  private final PlayerServer server = new PlayerServer();
  private final Lms lms = Lms.on(new InMemoryStore(), new InMemoryContentStore())
      .module(Scorm.MODULE)
      .build();
  private final Scorm scorm = Scorm.of(lms).withCallLog(500);
  private final ScormHttp player = new ScormHttp(scorm, "/courses");
  private final AtomicInteger courses = new AtomicInteger();

  EngineSite() {
    server.on("/scorm", JdkHttp.handler(player));
    server.page("/courses", "<!doctype html><title>courses</title>");
  }

  /** A package as the only unit of a course. */
  CourseId publish(Path zip) {
    var id = "course-" + courses.incrementAndGet();
    var content = scorm.importPackage(zip).packageOrThrow().content();
    lms.catalog().publish(Course.of(id, "Course").unit(UNIT.value(), "Unit", content));
    return new CourseId(id);
  }

  /** Enrolls a learner. */
  EnrollmentId enroll(String learner, CourseId course) {
    return lms.enrollments().enroll(new LearnerId(learner), course).id();
  }

  Enrollment enrollment(EnrollmentId id) {
    return lms.enrollments().find(id).orElseThrow();
  }

  UnitResult result(EnrollmentId id) {
    return enrollment(id).unit(UNIT);
  }

  /** A new launch. */
  Launch launch(EnrollmentId enrollment) {
    return scorm.launch(enrollment, UNIT);
  }

  LaunchView view(Launch launch) {
    return scorm.view(launch.id());
  }

  /** The names of what content called in the attempt of a launch. */
  List<String> called(Launch launch) {
    return scorm.callLog(launch.attempt().id()).stream()
        .flatMap(log -> log.entries().stream())
        .map(entry -> entry.call().name())
        .toList();
  }

  /** The address of the player for a launch. */
  String url(Launch launch) {
    return server.url(player.playerUrl("/scorm", launch.id()));
  }

  PlayerServer server() {
    return server;
  }

  @Override
  public void close() {
    server.close();
  }
}
