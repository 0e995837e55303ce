package org.lmskit.examples.academy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.lmskit.catalog.Course;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.Unit;
import org.lmskit.content.Blob;
import org.lmskit.model.CourseId;
import org.lmskit.model.TenantId;
import org.lmskit.scorm.ScormPackage;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;

/** A course of several kinds of units: a page to confirm, a link, and a quiz that opens after it. */
final class SampleCourse {
  static final CourseId ID = new CourseId("first-day");

  private static final URI ADVICE = URI.create("https://en.wikipedia.org/wiki/Fire_extinguisher");
  private static final int LARGEST = 1 << 20;

  private SampleCourse() {}

  /**
   * The course, with its page put into the content store.
   *
   * @throws IOException if the page's source cannot be read
   */
  static Course of(Academy academy, ScormPackage quiz) throws IOException {
    return Course.of(ID.value(), "First day")
        .withDescription(Text.of("What everybody reads and passes before the first shift."))
        .unit(Unit.of(
            "welcome",
            "Welcome to the warehouse",
            Viewable.page(page(academy), ViewingRule.ACKNOWLEDGED)))
        .unit(Unit.of("advice", "How extinguishers work", Viewable.link(ADVICE, ViewingRule.OPENED))
            .optional())
        .unit(Unit.of("quiz", "Fire safety quiz", quiz.content()).after("welcome"));
  }

  private static Blob page(Academy academy) throws IOException {
    try (InputStream source = SampleCourse.class.getResourceAsStream(
        "/org/lmskit/examples/samples/first-day/welcome.html")) {
      byte[] bytes = source == null ? new byte[0] : source.readAllBytes();
      if (bytes.length == 0) {
        throw new IOException("the sample first-day lacks its page");
      }
      return academy.content().put(TenantId.DEFAULT, new ByteArrayInputStream(bytes), LARGEST);
    }
  }
}
