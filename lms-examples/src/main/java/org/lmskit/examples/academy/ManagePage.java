package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Map;

/** Where those begin who answer for others: how well they learn, what they lack, what waits for a signature. */
final class ManagePage {
  private final Academy academy;
  private final ImportPage importing;
  private final Pages pages;

  ManagePage(Academy academy, ImportPage importing, Pages pages) {
    this.academy = academy;
    this.importing = importing;
    this.pages = pages;
  }

  void show(Context context) {
    pages.show(
        context, "manage", "manage", Map.of("isSetUp", SampleWarehouse.exists(academy.lms())));
  }

  /** Sets the sample warehouse up, with the course that its people have to do. */
  void setUp(Context context) throws IOException {
    importing.publishSampleCourse(pages.learner(context));
    SampleQuiz.publish(academy, pages.learner(context));
    SampleDrill.publish(academy.lms(pages.learner(context)));
    SampleWarehouse.setUp(academy.lms(), academy.today());
    SampleAnalysis.setUp(academy.lms());
    context.redirect("/manage");
  }
}
