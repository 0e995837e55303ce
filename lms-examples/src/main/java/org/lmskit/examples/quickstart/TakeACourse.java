package org.lmskit.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.lmskit.Lms;
import org.lmskit.catalog.Course;
import org.lmskit.content.ContentStore;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.model.UnitId;
import org.lmskit.scorm.Launch;
import org.lmskit.scorm.Scorm;
import org.lmskit.scorm.ScormImport;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.scorm.runtime.ApiCall;
import org.lmskit.scorm.runtime.ApiReply;
import org.lmskit.store.InMemoryStore;
import org.lmskit.store.Store;
import org.lmskit.xapi.StatementQuery;
import org.lmskit.xapi.emit.XapiEmitter;
import org.lmskit.xapi.lrs.Lrs;

/** The main job without a browser: a package becomes a course, a learner takes it, the result is read. */
public final class TakeACourse {
  private TakeACourse() {}

  /**
   * Tells the story on the console.
   *
   * @throws IOException if the sample package cannot be written to a temporary folder
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createTempDirectory("lmskit-");
    Path zip = SamplePackage.FIRE_SAFETY.zipInto(folder);
    try {
      run(zip, System.out);
    } finally {
      Files.delete(zip);
      Files.delete(folder);
    }
  }

  static void run(Path zip, PrintStream out) {
    Store store = new InMemoryStore();
    ContentStore content = new InMemoryContentStore(Clock.systemUTC());
    Lrs lrs = Lrs.on(store, content);
    Lms lms = Lms.on(store, content)
        .module(Scorm.MODULE)
        .listener("xapi", new XapiEmitter(lrs::tenant, URI.create("https://acme.example/")))
        .build();
    Scorm scorm = Scorm.of(lms);

    ScormImport imported = scorm.importPackage(zip);
    imported.problems().forEach(p -> out.println(p.location() + ": " + p.message()));
    ScormPackage fireSafety = imported.packageOrThrow();
    out.println("imported " + fireSafety.title());

    Course course =
        Course.of("fire-safety", "Fire safety").unit("quiz", "Quiz", fireSafety.content());
    lms.catalog().publish(course);
    Enrollment enrollment =
        lms.enrollments().enroll(new LearnerId("ann"), new CourseId("fire-safety"));

    Launch launch = scorm.launch(enrollment.id(), new UnitId("quiz"));
    List<ApiReply> replies = scorm.call(
        launch.id(),
        1,
        List.of(
            new ApiCall("LMSInitialize", ""),
            new ApiCall("LMSSetValue", "cmi.core.score.max", "100"),
            new ApiCall("LMSSetValue", "cmi.core.score.raw", "85"),
            new ApiCall("LMSSetValue", "cmi.core.lesson_status", "passed"),
            new ApiCall("LMSFinish", "")));
    out.println("the last call answered " + replies.get(4).result());

    Enrollment result = lms.enrollments().find(enrollment.id()).orElseThrow();
    out.println(
        result.state() + " with " + result.score().orElseThrow().raw().orElseThrow() + " points");
    lrs.query(StatementQuery.builder().ascending(true).build()).statements().stream()
        .map(recorded -> recorded.statement().verb().display().values().get("en-US"))
        .forEach(verb -> out.println("stated: " + verb));
  }
}
