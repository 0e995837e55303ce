package org.lmskit.examples.academy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.learning.AttemptEvent;
import org.lmskit.learning.AttemptEvent.AttemptStarted;
import org.lmskit.learning.AttemptEvent.InteractionAnswered;
import org.lmskit.learning.AttemptEvent.LaunchStarted;
import org.lmskit.learning.AttemptEvent.PartReported;
import org.lmskit.learning.AttemptEvent.ScoreRecorded;
import org.lmskit.learning.AttemptEvent.UnitCompleted;
import org.lmskit.learning.AttemptEvent.UnitFailed;
import org.lmskit.learning.AttemptEvent.UnitPassed;
import org.lmskit.learning.Enrollment;
import org.lmskit.learning.EnrollmentEvent.CompletionCorrected;
import org.lmskit.learning.EnrollmentEvent.EnrollmentCompleted;
import org.lmskit.learning.EnrollmentEvent.EnrollmentMigrated;
import org.lmskit.learning.EnrollmentEvent.EnrollmentOpened;
import org.lmskit.learning.EnrollmentEvent.EnrollmentWithdrawn;
import org.lmskit.learning.LearningEvent;
import org.lmskit.learning.PartResult;
import org.lmskit.learning.Success;

/** What happened to an enrollment, as a learner would tell it; the newest first. */
final class Happenings {
  private static final int MOST = 40;

  private final Academy academy;

  /**
   * One line.
   *
   * @param when in words
   * @param what in words
   */
  public record Line(String when, String what) {}

  Happenings(Academy academy) {
    this.academy = academy;
  }

  List<Line> of(Enrollment enrollment, CourseVersion version) {
    List<LearningEvent> events = new ArrayList<>(
        Pager.all(page -> academy.lms().enrollments().history(enrollment.id(), page)));
    Collections.reverse(events);
    Telling telling = new Telling(version);
    return events.stream()
        .flatMap(event ->
            telling
                .of(event)
                .map(what -> new Line(Words.moment(event.occurredAt()), what))
                .stream())
        .limit(MOST)
        .toList();
  }

  /** The words for each event that a learner cares for. */
  private static final class Telling {
    private final CourseVersion version;
    private final Map<Class<?>, Function<LearningEvent, String>> words = new LinkedHashMap<>();

    Telling(CourseVersion version) {
      this.version = version;
      put(EnrollmentOpened.class, e -> "Enrolled on version " + e.of().version());
      put(EnrollmentCompleted.class, e -> "Course completed");
      put(CompletionCorrected.class, e -> "Course was completed earlier");
      put(EnrollmentWithdrawn.class, e -> "Withdrawn");
      put(EnrollmentMigrated.class, e -> "Moved to version " + e.of().version());
      put(AttemptStarted.class, e -> "Attempt " + e.at().number() + " at " + title(e));
      put(LaunchStarted.class, e -> "Opened " + title(e));
      put(ScoreRecorded.class, e -> "Score " + Words.score(e.score()));
      put(UnitCompleted.class, e -> "Completed " + title(e));
      put(UnitPassed.class, e -> "Passed " + title(e));
      put(UnitFailed.class, e -> "Did not pass " + title(e));
      put(InteractionAnswered.class, Telling::answer);
      put(PartReported.class, e -> part(e.result()));
    }

    private <E extends LearningEvent> void put(Class<E> type, Function<E, String> telling) {
      words.put(type, event -> telling.apply(type.cast(event)));
    }

    Optional<String> of(LearningEvent event) {
      return Optional.ofNullable(words.get(event.getClass()))
          .map(telling -> telling.apply(event))
          .filter(text -> !text.isEmpty());
    }

    private String title(AttemptEvent event) {
      return version
          .find(event.at().unit())
          .map(unit -> unit.title().text())
          .orElse(event.at().unit().value());
    }

    private static String answer(InteractionAnswered event) {
      String question = event.interaction().description().isEmpty()
          ? event.interaction().id()
          : event.interaction().description();
      String result = event.interaction().resultOrNull();
      return "Answered “" + question + "”" + (result == null ? "" : ": " + result);
    }

    private static String part(PartResult part) {
      String name = part.title().isEmpty() ? part.part() : part.title();
      if (part.success() != Success.UNKNOWN) {
        return (part.success() == Success.PASSED ? "Passed “" : "Did not pass “") + name + "”";
      }
      return part.completed() ? "Completed “" + name + "”" : "";
    }
  }
}
