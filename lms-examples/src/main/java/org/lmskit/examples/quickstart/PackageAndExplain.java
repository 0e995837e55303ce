package org.lmskit.examples.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.lmskit.scorm.ScormCourse;
import org.lmskit.scorm.manifest.ScormEdition;
import org.lmskit.scorm.packaging.CoursePage;
import org.lmskit.scorm.packaging.PackageInspection;
import org.lmskit.scorm.packaging.ScormPackager;
import org.lmskit.scorm.sequencing.Request;
import org.lmskit.scorm.sequencing.RequestType;
import org.lmskit.scorm.sequencing.Sequencer;
import org.lmskit.scorm.sequencing.SequencingOutcome;
import org.lmskit.scorm.sequencing.TrackingState;

/** A folder of pages becomes a SCORM package, and sequencing says what it does with it and why. */
public final class PackageAndExplain {
  private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

  private PackageAndExplain() {}

  /**
   * Tells the story on the console.
   *
   * @throws IOException if the pages cannot be written to a temporary folder
   */
  public static void main(String[] args) throws IOException {
    run(Files.createTempDirectory("lmskit-"), System.out);
  }

  static void run(Path folder, PrintStream out) throws IOException {
    Path pages = Files.createDirectory(folder.resolve("pages"));
    Files.writeString(pages.resolve("wounds.html"), "<html><body>Wounds</body></html>");
    Files.writeString(pages.resolve("burns.html"), "<html><body>Burns</body></html>");

    ScormPackager packager = ScormPackager.ofFolder(
        pages,
        ScormEdition.SCORM_2004_4TH,
        "first-aid",
        "First aid",
        List.of(new CoursePage("Wounds", "wounds.html"), new CoursePage("Burns", "burns.html")));
    PackageInspection written = packager.write(folder.resolve("first-aid.zip"));
    out.println("written with " + written.problems().size() + " findings");

    ScormCourse course = ScormCourse.of(Objects.requireNonNull(written.manifest()));
    TrackingState nothing = Sequencer.begin(course.tree(), 1);
    SequencingOutcome started = Sequencer.explain(nothing, Request.of(RequestType.START), NOW);
    started.trace().forEach(out::println);
    out.println("delivered " + started.delivered().orElseThrow().title());

    out.println("previous? "
        + Sequencer.why(started.state(), Request.of(RequestType.PREVIOUS), NOW).orElse("yes"));
  }
}
