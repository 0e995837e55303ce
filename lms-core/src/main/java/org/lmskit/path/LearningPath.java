package org.lmskit.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Subject;
import org.lmskit.catalog.Text;

/**
 * A learning path as its author sees it: a value to build, to keep as a draft and to publish.
 *
 * @param id the same over all versions
 * @param title shown to learners
 * @param description what it is about; may be empty
 * @param steps in the order in which they are shown
 * @param sequential whether each step opens only when the one before it is satisfied
 * @param keywords for searching
 * @param completionOrNull what completes it, over its steps; null if every required step has to be satisfied
 */
public record LearningPath(
    PathId id,
    Text title,
    Text description,
    List<Step> steps,
    boolean sequential,
    List<String> keywords,
    @Nullable Requirement completionOrNull) {
  /** Copies the lists. */
  public LearningPath {
    steps = List.copyOf(steps);
    keywords = List.copyOf(keywords);
  }

  /** A path without steps, which can be done in any order. */
  public static LearningPath of(String id, String title) {
    return new LearningPath(
        new PathId(id), Text.of(title), Text.EMPTY, List.of(), false, List.of(), null);
  }

  /** The same with one step more; see {@link Step#of}. */
  public LearningPath step(String step, String stepTitle, Subject subject) {
    return step(Step.of(step, stepTitle, subject));
  }

  /** The same with one step more. */
  public LearningPath step(Step step) {
    List<Step> more = new ArrayList<>(steps);
    more.add(step);
    return withSteps(more);
  }

  /** The same with these steps instead. */
  public LearningPath withSteps(List<Step> next) {
    return new LearningPath(id, title, description, next, sequential, keywords, completionOrNull);
  }

  /** The same, step by step. */
  public LearningPath inSequence() {
    return new LearningPath(id, title, description, steps, true, keywords, completionOrNull);
  }

  /** The same with this title. */
  public LearningPath withTitle(Text next) {
    return new LearningPath(id, next, description, steps, sequential, keywords, completionOrNull);
  }

  /** The same with this description. */
  public LearningPath withDescription(Text next) {
    return new LearningPath(id, title, next, steps, sequential, keywords, completionOrNull);
  }

  /** The same with these keywords. */
  public LearningPath withKeywords(List<String> next) {
    return new LearningPath(id, title, description, steps, sequential, next, completionOrNull);
  }

  /**
   * The same, completed by fulfilling this instead of every required step.
   *
   * @param requirement over steps of this path; see {@link Requirement#step}
   */
  public LearningPath withCompletion(Requirement requirement) {
    return new LearningPath(id, title, description, steps, sequential, keywords, requirement);
  }

  /** What completes it, if it is not every required step. */
  public Optional<Requirement> completion() {
    return Optional.ofNullable(completionOrNull);
  }

  /** The step of this id. */
  public Optional<Step> find(StepId step) {
    return steps.stream().filter(one -> one.id().equals(step)).findFirst();
  }

  /** The steps that have to be satisfied before this one opens. */
  public List<StepId> before(Step step) {
    List<StepId> before = new ArrayList<>(step.opens().after());
    int place = steps.indexOf(step);
    if (sequential && place > 0 && !before.contains(steps.get(place - 1).id())) {
      before.add(steps.get(place - 1).id());
    }
    return before;
  }

  /** What completes it, over its steps. */
  public Requirement requirement() {
    return completion()
        .orElseGet(() -> new Requirement.All(steps.stream()
            .filter(Step::required)
            .map(step -> Requirement.step(step.id().value()))
            .toList()));
  }
}
