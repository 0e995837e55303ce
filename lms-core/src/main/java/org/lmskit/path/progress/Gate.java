package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.learning.StartAsked;
import org.lmskit.model.EnrollmentId;
import org.lmskit.model.RejectedException;
import org.lmskit.path.LearningPath;
import org.lmskit.path.Paths;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.store.Query;
import org.lmskit.store.Stored;

/** Keeps an enrollment closed while steps of paths are the only ways that lead to it and all of them are closed. */
final class Gate {
  private Gate() {}

  /** A step that leads somewhere, as it stands for its learner. */
  private record Way(PathEnrollment from, StepStatus status, boolean open) {}

  static Optional<RejectedException> answer(StartAsked asked, Asking asking) {
    List<Way> ways = ways(asking, asked.enrollment().id(), asked.day());
    boolean isOpen = ways.isEmpty()
        || ways.stream().anyMatch(Way::open)
        || asking.ask(new OtherWayAsked(asked.enrollment().id(), asked.day())).contains(true);
    return isOpen
        ? Optional.empty()
        : Optional.of(
            refusal("enrollment " + asked.enrollment().id(), soonest(ways).status()));
  }

  /** The refusal of a step that is closed. */
  static RejectedException refusal(String what, StepStatus status) {
    Map<String, String> details = new TreeMap<>();
    details.put("step", status.step().id().value());
    status.opensOn().ifPresent(day -> details.put("opensOn", day.toString()));
    if (!status.waitsFor().isEmpty()) {
      details.put("waitsFor", status.waitsFor().toString());
    }
    String when = status
        .opensOn()
        .map(day -> "opensOn=" + day)
        .orElseGet(() -> status.waitsFor().isEmpty()
            ? "its condition is not met"
            : "waitsFor=" + status.waitsFor());
    return new RejectedException(
        ProgressReason.NOT_YET_AVAILABLE,
        what + " is closed by step " + status.step().id() + ": " + when,
        details);
  }

  private static List<Way> ways(Asking asking, EnrollmentId to, LocalDate day) {
    List<Way> ways = new ArrayList<>();
    Query<PathEnrollment> leading = Query.of(PathEnrollment.KIND).where("leads_to", to.value());
    for (Stored<PathEnrollment> stored : asking.reader().list(leading)) {
      PathEnrollment from = stored.value();
      if (from.state() == EnrollmentState.ACTIVE) {
        from.steps().stream()
            .filter(step -> to.equals(step.enrollmentOrNull()))
            .forEach(step -> ways.add(way(asking, from, step.step(), day)));
      } else if (from.state() == EnrollmentState.COMPLETED) {
        return List.of();
      }
    }
    return ways;
  }

  /** A step of a nested path is open only if something leads to that path too. */
  private static Way way(Asking asking, PathEnrollment from, StepId id, LocalDate day) {
    LearningPath path = Paths.version(asking.reader(), from.path(), from.version())
        .orElseThrow()
        .path();
    OnPath on = new OnPath(path, from, new Known(asking, from.learner(), day));
    Step step = path.find(id).orElseThrow();
    Way own = new Way(from, on.status(step), on.isOpen(step));
    List<Way> above = ways(asking, from.id(), day);
    return !own.open() || above.isEmpty() || above.stream().anyMatch(Way::open)
        ? own
        : soonest(above);
  }

  private static Way soonest(List<Way> ways) {
    return ways.stream()
        .min(Comparator.comparing(way -> way.status().opensOn().orElse(LocalDate.MAX)))
        .orElseThrow();
  }
}
