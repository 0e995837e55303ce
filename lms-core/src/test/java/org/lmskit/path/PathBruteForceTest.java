package org.lmskit.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.lmskit.Lms;
import org.lmskit.TestLms;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.learning.EnrollmentState;
import org.lmskit.observation.Checklist;
import org.lmskit.observation.Criterion;
import org.lmskit.observation.Scale;
import org.lmskit.path.progress.PathEnrollment;
import org.lmskit.path.progress.PathProgress;

/** What is missing on a path, and whether it is completed, against all subsets of its steps. */
class PathBruteForceTest {
  private static final int STEPS = 7;

  private final TestLms test = new TestLms();
  private final Lms lms = test.start();
  private int number;

  @Property(tries = 60)
  void remaining_and_completion_agree_with_all_subsets(@ForAll long seed) {
    Random random = new Random(seed);
    number++;
    LearningPath path = path(random);
    boolean isRefused = lms.paths().check(path).stream().anyMatch(problem -> problem.isError());
    if (isRefused) {
      return;
    }
    lms.paths().publish(path);
    PathEnrollment enrollment = lms.pathEnrollments().enroll(TestLms.ANN, path.id());
    Set<String> done = new TreeSet<>();
    for (int i = 0; i <= STEPS; i++) {
      PathProgress progress = lms.pathEnrollments().progress(enrollment.id());
      int least = least(path, done);
      assertThat(progress.evaluation().remaining()).hasValue(least);
      assertThat(progress.enrollment().state() == EnrollmentState.COMPLETED).isEqualTo(least == 0);
      if (least == 0) {
        assertThat(progress.progress().complete()).isTrue();
        return;
      }
      String next = "s" + random.nextInt(STEPS);
      done.add(next);
      lms.pathEnrollments().waive(enrollment.id(), new StepId(next), "drawn by lot");
    }
  }

  /** Steps that some others have to precede: choosing one costs those too. */
  private LearningPath path(Random random) {
    LearningPath path = LearningPath.of("path" + number, "Path");
    for (int i = 0; i < STEPS; i++) {
      lms.observations()
          .publish(
              Checklist.of("c" + i, "Look").criterion(Criterion.of("c", "Looks", Scale.YES_NO)));
      Step step = Step.of("s" + i, "Step", Subject.checklist("c" + i));
      path =
          path.step(i > 0 && random.nextInt(4) == 0 ? step.after("s" + random.nextInt(i)) : step);
    }
    return path.withCompletion(requirement(random, 2));
  }

  private static Requirement requirement(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return Requirement.step("s" + random.nextInt(STEPS));
    }
    List<Requirement> parts = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(3); i++) {
      parts.add(requirement(random, depth - 1));
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Requirement.All(parts);
      case 1 -> new Requirement.Any(parts);
      default ->
        new Requirement.AtLeast(
            1 + random.nextInt(parts.size()),
            BigDecimal.valueOf(random.nextInt(3)),
            parts.stream()
                .map(part -> new Requirement.Option(part, BigDecimal.valueOf(random.nextInt(3))))
                .toList());
    };
  }

  /** The fewest further steps, with all that has to precede them. */
  private static int least(LearningPath path, Set<String> done) {
    int least = Integer.MAX_VALUE;
    for (int set = 0; set < 1 << STEPS; set++) {
      Set<String> chosen = new TreeSet<>();
      for (int i = 0; i < STEPS; i++) {
        if ((set & 1 << i) != 0) {
          chosen.add("s" + i);
        }
      }
      chosen.removeAll(done);
      Set<String> all = new TreeSet<>(done);
      all.addAll(chosen);
      if (chosen.size() < least && isClosed(path, chosen, all) && holds(path.requirement(), all)) {
        least = chosen.size();
      }
    }
    return least;
  }

  private static boolean isClosed(LearningPath path, Set<String> chosen, Set<String> all) {
    return chosen.stream()
        .map(id -> path.find(new StepId(id)).orElseThrow())
        .allMatch(
            step -> path.before(step).stream().allMatch(before -> all.contains(before.value())));
  }

  private static boolean holds(Requirement requirement, Set<String> done) {
    if (requirement instanceof Requirement.Leaf leaf) {
      return done.contains(leaf.subject().orElseThrow().id());
    }
    if (requirement instanceof Requirement.AtLeast some) {
      List<Requirement.Option> met =
          some.of().stream().filter(option -> holds(option.requirement(), done)).toList();
      BigDecimal credits =
          met.stream().map(Requirement.Option::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
      return met.size() >= some.count() && credits.compareTo(some.credits()) >= 0;
    }
    return requirement instanceof Requirement.Any
        ? requirement.parts().stream().anyMatch(part -> holds(part, done))
        : requirement.parts().stream().allMatch(part -> holds(part, done));
  }
}
