package org.lmskit.examples.academy;

import io.javalin.http.ContentTooLargeResponse;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.examples.academy.Pages.Way;
import org.lmskit.examples.samples.SamplePackage;
import org.lmskit.model.CourseId;
import org.lmskit.model.NotFoundException;
import org.lmskit.scorm.ScormImport;
import org.lmskit.scorm.ScormPackage;

/** A package comes in, its findings are shown, and it becomes a course. */
final class ImportPage {
  /** The largest upload. */
  static final int MAX_MEGABYTES = 512;

  private static final int LONGEST_TITLE = 200;

  private final Academy academy;
  private final Courses courses;
  private final Pages pages;

  ImportPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.courses = new Courses(academy);
    this.pages = pages;
  }

  void show(Context context) {
    show(context, null);
  }

  private void show(Context context, ImportReport report) {
    Map<String, Object> model = new HashMap<>();
    model.put("report", report);
    model.put("samples", SamplePackage.values());
    model.put("maxMegabytes", MAX_MEGABYTES);
    model.put("earlier", earlier(report).map(v -> v.course().title().text()).orElse(""));
    pages.show(context, "import", "import", model);
  }

  /** The course that has the title already, of which the package can become the next version. */
  private Optional<CourseVersion> earlier(ImportReport report) {
    return report == null || !report.accepted() ? Optional.empty() : courses.named(report.title());
  }

  /** Takes an upload. */
  void take(Context context) throws IOException {
    if (context.req().getContentLengthLong() > (long) MAX_MEGABYTES << 20) {
      throw new ContentTooLargeResponse();
    }
    UploadedFile upload = context.isMultipartFormData() ? context.uploadedFile("package") : null;
    if (upload == null || upload.filename().isEmpty()) {
      pages.say(
          context,
          400,
          "No file arrived",
          "Choose the ZIP file that the authoring tool exported, then press Import.",
          Way.TO_IMPORT);
      return;
    }
    Path file = Files.createTempFile("academy-", ".zip");
    try {
      try (InputStream content = upload.content()) {
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
      }
      ScormImport result = academy.scorm(pages.learner(context)).importPackage(file);
      context.status(result.findPackage().isPresent() ? 200 : 422);
      show(context, ImportReport.of(upload.filename(), result));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Makes a course of an imported package. */
  void publish(Context context) {
    String id = context.pathParam("package");
    ScormPackage content = academy
        .scorm()
        .find(id)
        .orElseThrow(() -> new NotFoundException("no package with id " + id));
    String title = title(context.formParam("title"), content);
    Person person = pages.learner(context);
    Optional<CourseVersion> before = courses.named(content.title());
    boolean isNext = "next".equals(context.formParam("as")) && before.isPresent();
    CourseVersion published = isNext
        ? courses.publishNext(person, before.get(), title, content)
        : courses.publish(person, courses.newId(title), title, content);
    open(context, published.id());
  }

  /** Imports a sample and publishes it, unless that was done before. */
  void takeSample(Context context) throws IOException {
    SamplePackage sample = sample(context);
    CourseId id = new CourseId(sample.file().replace(".zip", ""));
    if (academy.lms().catalog().find(id).isEmpty()) {
      Person person = pages.learner(context);
      ScormPackage content = imported(person, sample);
      courses.publish(person, id, content.title(), content);
    }
    open(context, id);
  }

  /** Publishes the course of several kinds of units, unless that was done before. */
  void takeSampleCourse(Context context) throws IOException {
    publishSampleCourse(pages.learner(context));
    open(context, SampleCourse.ID);
  }

  void publishSampleCourse(Person person) throws IOException {
    if (academy.lms().catalog().find(SampleCourse.ID).isEmpty()) {
      Course course = SampleCourse.of(academy, imported(person, SamplePackage.FIRE_SAFETY));
      academy.lms(person).catalog().publish(course);
    }
  }

  private ScormPackage imported(Person person, SamplePackage sample) throws IOException {
    Path folder = Files.createTempDirectory("academy-");
    Path file = sample.zipInto(folder);
    try {
      return academy.scorm(person).importPackage(file).packageOrThrow();
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** Hands out a sample's ZIP. */
  void download(Context context) throws IOException {
    SamplePackage sample = sample(context);
    context.contentType("application/zip");
    context.header("Content-Disposition", "attachment; filename=\"" + sample.file() + "\"");
    sample.zip(context.outputStream());
  }

  private static SamplePackage sample(Context context) {
    String file = context.pathParam("file");
    return Arrays.stream(SamplePackage.values())
        .filter(sample -> sample.file().equals(file))
        .findFirst()
        .orElseThrow(() -> new NotFoundException("no sample " + file));
  }

  private static String title(String typed, ScormPackage content) {
    String title = typed == null ? "" : typed.strip();
    String chosen = title.isEmpty() ? content.title() : title;
    return chosen.length() > LONGEST_TITLE ? chosen.substring(0, LONGEST_TITLE) : chosen;
  }

  private static void open(Context context, CourseId course) {
    context.redirect(Pages.course(course));
  }
}
