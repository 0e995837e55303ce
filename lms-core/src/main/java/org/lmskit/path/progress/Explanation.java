package org.lmskit.path.progress;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.lmskit.catalog.Evaluation;
import org.lmskit.catalog.Facts;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.Progress;
import org.lmskit.model.LearnerKey;
import org.lmskit.path.LearningPath;
import org.lmskit.path.PathId;
import org.lmskit.path.Paths;
import org.lmskit.path.Step;
import org.lmskit.path.StepId;
import org.lmskit.store.Reader;

/** A path's requirement over its steps, told in what learners do: courses, certifications, checklists. */
final class Explanation {
  private static final Requirement DONE = Requirement.after(LocalDate.MIN);

  private final Reader reader;
  private final LearnerKey learner;
  private final LearningPath path;
  private final LocalDate day;
  private final Predicate<StepId> done;
  private final Map<StepId, Requirement> told = new HashMap<>();

  private Explanation(
      Reader reader, LearnerKey learner, LearningPath path, LocalDate day, Predicate<StepId> done) {
    this.reader = reader;
    this.day = day;
    this.learner = learner;
    this.path = path;
    this.done = done;
  }

  /** What completes a path, for a learner with this enrollment. */
  static Requirement of(
      Reader reader, LearningPath path, PathEnrollment enrollment, LocalDate day) {
    Predicate<StepId> done = step -> enrollment.step(step).since().isPresent();
    return new Explanation(reader, enrollment.learner(), path, day, done).tell(path.requirement());
  }

  /** How many of the steps that are needed at least are satisfied; at least as many as that are left. */
  static Progress progress(LearningPath path, PathEnrollment enrollment, LocalDate day) {
    int required = left(path, step -> false, day);
    int left = left(path, step -> enrollment.step(step).since().isPresent(), day);
    return PathProgress.progress(required - left, required);
  }

  private static int left(LearningPath path, Predicate<StepId> done, LocalDate day) {
    if (path.completion().isEmpty()) {
      return (int) path.steps().stream()
          .filter(step -> step.required() && !done.test(step.id()))
          .count();
    }
    Facts facts = new Facts() {
      @Override
      public LocalDate day() {
        return day;
      }

      @Override
      public Satisfaction of(Requirement.Leaf leaf) {
        StepId step = new StepId(leaf.subject().orElseThrow().id());
        return done.test(step) ? Satisfaction.SATISFIED : Satisfaction.NOT_YET;
      }
    };
    return Evaluation.of(path.requirement(), facts).remaining().orElse(0);
  }

  private Requirement tell(Requirement requirement) {
    if (requirement instanceof Requirement.Leaf leaf) {
      return leaf.subject()
          .filter(subject -> subject.kind() == Subject.Kind.STEP)
          .flatMap(subject -> path.find(new StepId(subject.id())))
          .map(this::tell)
          .orElse(requirement);
    }
    if (requirement instanceof Requirement.AtLeast some) {
      List<Requirement.Option> options = some.of().stream()
          .map(option -> new Requirement.Option(tell(option.requirement()), option.credits()))
          .toList();
      return new Requirement.AtLeast(some.count(), some.credits(), options);
    }
    List<Requirement> parts = requirement.parts().stream().map(this::tell).toList();
    return requirement instanceof Requirement.Any
        ? new Requirement.Any(parts)
        : new Requirement.All(parts);
  }

  /** A step, and all that has to come before it. */
  private Requirement tell(Step step) {
    if (done.test(step.id())) {
      return DONE;
    }
    Requirement known = told.get(step.id());
    if (known != null) {
      return known;
    }
    List<Requirement> parts = new ArrayList<>();
    path.before(step).forEach(before -> parts.add(tell(path.find(before).orElseThrow())));
    step.opens().when().ifPresent(condition -> parts.add(tell(condition)));
    parts.add(subject(step));
    Requirement whole = new Requirement.All(parts);
    Requirement result =
        step.unless().map(needless -> Requirement.any(whole, tell(needless))).orElse(whole);
    told.put(step.id(), result);
    return result;
  }

  private Requirement subject(Step step) {
    if (step.subject().kind() != Subject.Kind.PATH) {
      return step.leaf();
    }
    PathId nested = new PathId(step.subject().id());
    return PathEnrollments.open(reader, learner, nested)
        .map(stored -> of(
            reader,
            Paths.version(reader, nested, stored.value().version())
                .orElseThrow()
                .path(),
            stored.value(),
            day))
        .or(() -> Paths.current(reader, nested, day)
            .map(version -> new Explanation(reader, learner, version.path(), day, none -> false)
                .tell(version.path().requirement())))
        .orElse(step.leaf());
  }
}
