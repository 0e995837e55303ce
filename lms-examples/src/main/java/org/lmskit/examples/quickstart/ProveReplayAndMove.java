package org.lmskit.examples.quickstart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import org.lmskit.DryRun;
import org.lmskit.Lms;
import org.lmskit.archive.ArchiveReport;
import org.lmskit.catalog.Course;
import org.lmskit.content.InMemoryContentStore;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.LearnerId;
import org.lmskit.store.InMemoryStore;
import org.lmskit.viewing.Viewable;
import org.lmskit.viewing.ViewingRule;
import org.lmskit.workforce.LearnerProfile;

/** One tenant from a dry run to his end: rehearsed, done, replayed, forgotten, moved to another store, deleted. */
public final class ProveReplayAndMove {
  private static final LearnerId ANN = new LearnerId("ann");
  private static final CourseId TOUR = new CourseId("tour");

  private ProveReplayAndMove() {}

  /** Tells the story on the console. */
  public static void main(String[] args) {
    run(System.out);
  }

  static void run(PrintStream out) {
    InMemoryContentStore content = new InMemoryContentStore(Clock.systemUTC());
    Lms lms = Lms.on(new InMemoryStore(), content).build();
    lms.workforce().save(ANN, LearnerProfile.named("Ann Smith"));
    lms.catalog()
        .publish(Course.of("tour", "A tour")
            .unit(
                "u1",
                "The yard",
                Viewable.link(URI.create("https://acme.example/"), ViewingRule.OPENED)));

    DryRun<Enrollment> rehearsed = lms.dryRun(l -> l.enrollments().enroll(ANN, TOUR));
    out.println("enrolling would record " + rehearsed.events().size() + " event, and wrote "
        + lms.enrollments().findOpen(ANN, TOUR).map(Enrollment::id));
    lms.enrollments().enroll(ANN, TOUR);

    out.println("replayed " + lms.replay(new InMemoryStore()) + " events into an empty store");

    lms.workforce().erase(ANN);
    lms.ledger().seal();
    out.println("the log has " + lms.ledger().size() + " entries, and knows nobody's name: "
        + lms.workforce().find(ANN));

    ByteArrayOutputStream archive = new ByteArrayOutputStream();
    ArchiveReport written = lms.archive().exportTo(archive);
    Lms other =
        Lms.on(new InMemoryStore(), new InMemoryContentStore(Clock.systemUTC())).build();
    ArchiveReport read =
        other.archive().importFrom(new ByteArrayInputStream(archive.toByteArray()));
    out.println("moved all of it: " + read.equals(written) + ", with the same head: "
        + other.ledger().head().equals(lms.ledger().head()));

    lms.archive().delete();
    out.println("left behind: " + lms.ledger().size() + " entries");
  }
}
