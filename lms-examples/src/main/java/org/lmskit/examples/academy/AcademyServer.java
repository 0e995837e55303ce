package org.lmskit.examples.academy;

import io.javalin.Javalin;
import io.javalin.config.MultipartConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.config.SizeUnit;
import io.javalin.http.Context;
import io.javalin.http.staticfiles.Location;
import org.lmskit.examples.academy.Pages.Way;
import org.lmskit.examples.web.WebServer;
import org.lmskit.scorm.http.LaunchLinks;
import org.lmskit.scorm.http.ScormHttp;

/** Academy's addresses. */
public final class AcademyServer {
  private AcademyServer() {}

  /**
   * The web server, not started yet.
   *
   * @param links by which launches are reached
   */
  public static Javalin of(Academy academy, LaunchLinks links) {
    Pages pages = new Pages();
    ScormHttp player = player(academy, links);
    return WebServer.create(config -> {
      limitUploads(config.jetty.multipartConfig);
      config.staticFiles.add(files -> {
        files.hostedPath = "/static";
        files.directory = "/org/lmskit/examples/academy/static";
        files.location = Location.CLASSPATH;
      });
      WebServer.mount(config, "/scorm", Security.guard(player));
      WebServer.mount(config, ContentFiles.MOUNT, Security.guard(new ContentFiles(academy)));
      Security.guardPages(config.routes);
      courses(config.routes, academy, pages, player);
      ImportPage importing = new ImportPage(academy, pages);
      importing(config.routes, importing);
      managing(config.routes, academy, pages, new ManagePage(academy, importing, pages));
      config.routes.get("/statements", new StatementsPage(academy, pages)::show);
      config.routes.get("/health", new HealthPage(academy, pages)::show);
      config.routes.post("/learner", context -> switchLearner(context, pages));
      Refusals.register(config.routes, pages);
    });
  }

  private static ScormHttp player(Academy academy, LaunchLinks links) {
    return new ScormHttp(academy.scorm(), "/learning")
        .withExitUrl(launch -> Pages.course(launch.enrollment().course()))
        .withContentOrigin(Security::contentOrigin, Security::playerOrigin)
        .withSignedLinks(links);
  }

  private static void courses(RoutesConfig routes, Academy academy, Pages pages, ScormHttp player) {
    ViewerPage viewer = new ViewerPage(academy, pages);
    QuizPage quiz = new QuizPage(academy, pages);
    CoursePage course = new CoursePage(academy, pages, viewer, quiz, player);
    routes.get("/", new CataloguePage(academy, pages)::show);
    routes.get("/learning", new LearningPage(academy, pages)::show);
    routes.get("/courses/{course}", course::show);
    routes.post("/courses/{course}/enrol", course::enrol);
    routes.post("/enrollments/{enrollment}/units/{unit}/launch", course::launch);
    routes.get("/sitting/{attempt}", quiz::show);
    routes.post("/sitting/{attempt}", quiz::answer);
    routes.get("/viewing/{attempt}", viewer::show);
    routes.post("/viewing/{attempt}", viewer::leave);
  }

  private static void importing(RoutesConfig routes, ImportPage importing) {
    routes.get("/import", importing::show);
    routes.post("/import", importing::take);
    routes.post("/packages/{package}/publish", importing::publish);
    routes.get("/samples/{file}", importing::download);
    routes.post("/samples/{file}", importing::takeSample);
    routes.post("/sample-course", importing::takeSampleCourse);
  }

  private static void managing(
      RoutesConfig routes, Academy academy, Pages pages, ManagePage manage) {
    routes.get("/manage", manage::show);
    routes.post("/manage/sample", manage::setUp);
    CompliancePage compliance = new CompliancePage(academy, pages);
    routes.get("/manage/compliance", compliance::show);
    routes.get("/manage/compliance.csv", compliance::download);
    routes.get("/manage/skills", new SkillsPage(academy, pages)::show);
    PracticalsPage practicals = new PracticalsPage(academy, pages);
    routes.get("/manage/practicals", practicals::show);
    routes.post("/manage/practicals", practicals::observe);
    routes.post("/manage/practicals/{observation}/sign-off", practicals::signOff);
    quizzes(routes, academy, pages);
  }

  private static void quizzes(RoutesConfig routes, Academy academy, Pages pages) {
    GradingPage grading = new GradingPage(academy, pages);
    routes.get("/manage/grading", grading::show);
    routes.post("/manage/grading/{attempt}/{item}", grading::grade);
    AnalysisPage analysis = new AnalysisPage(academy, pages);
    routes.get("/manage/analysis", analysis::list);
    routes.get("/manage/analysis/{assessment}", analysis::show);
    KeyPage key = new KeyPage(academy, pages);
    routes.get("/manage/analysis/{assessment}/items/{item}", key::show);
    routes.post("/manage/analysis/{assessment}/items/{item}", key::apply);
  }

  private static void limitUploads(MultipartConfig uploads) {
    uploads.maxFileSize(ImportPage.MAX_MEGABYTES, SizeUnit.MB);
    uploads.maxTotalRequestSize(ImportPage.MAX_MEGABYTES + 1, SizeUnit.MB);
    uploads.maxInMemoryFileSize(1, SizeUnit.MB);
  }

  private static void switchLearner(Context context, Pages pages) {
    String id = context.formParam("learner");
    pages.choose(context, Person.of(id == null ? "" : id));
    String back = context.formParam("back");
    boolean isHere = back != null && back.matches("/([^/\\\\].*)?");
    context.redirect(isHere ? back : Way.TO_CATALOGUE.address());
  }
}
