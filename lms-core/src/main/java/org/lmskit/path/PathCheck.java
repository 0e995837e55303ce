package org.lmskit.path;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.lmskit.catalog.DayRule;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.RequirementCheck;
import org.lmskit.catalog.Subject;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.model.Problem;

/**
 * Finds what would keep learners from completing a path, before it is published. Codes: {@code PATH-001} no title, {@code
 * -002} a step without a title, {@code -003} no steps, {@code -004} nothing is required, {@code -005} two steps of one id,
 * {@code -006} an unknown step, {@code -007} steps that wait for each other, {@code -008} a step that opens after it is due,
 * {@code -009} an unknown course, path or certification, {@code -010} paths inside each other, {@code -011} a completion that
 * is not over steps, {@code -012} a missing translation, {@code -013} two steps over one subject (a warning); and those of
 * {@link RequirementCheck}.
 */
final class PathCheck {
  private static final int SHORTEST_MONTH = 28;
  private static final int LONGEST_MONTH = 31;

  private final LearningPath path;
  private final Asking asking;
  private final LocalDate today;
  private final List<Problem> problems = new ArrayList<>();

  private PathCheck(LearningPath path, Asking asking, LocalDate today) {
    this.path = path;
    this.asking = asking;
    this.today = today;
  }

  static List<Problem> of(LearningPath path, Asking asking, LocalDate today) {
    PathCheck check = new PathCheck(path, asking, today);
    check.texts();
    check.steps();
    path.steps().forEach(check::step);
    check.completion();
    if (check.problems.stream().noneMatch(Problem::isError)) {
      check.waiting();
      path.steps().forEach(check::drip);
      check.nesting();
    }
    return List.copyOf(check.problems);
  }

  private void texts() {
    if (path.title().text().isBlank()) {
      error("001", "title", "The path has no title; give it one.");
    }
    Set<String> languages = path.title().translations().keySet();
    for (Step step : path.steps()) {
      if (step.title().text().isBlank()) {
        error("002", at(step), "The step has no title; give it one.");
      }
      languages.stream()
          .filter(language -> !step.title().translations().containsKey(language))
          .forEach(language -> warning(
              "012",
              at(step),
              "The title of the path is translated to " + language
                  + ", this one is not; translate it."));
    }
    if (!path.description().text().isBlank()) {
      languages.stream()
          .filter(language -> !path.description().translations().containsKey(language))
          .forEach(language -> warning(
              "012", "description", "It is not translated to " + language + "; translate it."));
    }
  }

  private void steps() {
    if (path.steps().isEmpty()) {
      error("003", "steps", "The path has no step; add one.");
    } else if (path.completion().isEmpty() && path.steps().stream().noneMatch(Step::required)) {
      error("004", "steps", "All steps are optional; make one of them required.");
    }
    Set<StepId> ids = new HashSet<>();
    Set<Subject> subjects = new HashSet<>();
    for (Step step : path.steps()) {
      if (!ids.add(step.id())) {
        error("005", at(step), "Two steps have this id; rename one of them.");
      }
      if (!subjects.add(step.subject())) {
        warning(
            "013",
            at(step),
            "Another step asks for " + step.subject() + " too; doing it once satisfies both.");
      }
    }
  }

  private void step(Step step) {
    known(step.subject(), at(step));
    step.opens().after().forEach(before -> knownStep(before, at(step) + "/opens"));
    step.opens().when().ifPresent(condition -> condition(condition, at(step) + "/opens/when"));
    step.unless().ifPresent(condition -> condition(condition, at(step) + "/unless"));
    step.opens().from().ifPresent(rule -> rule(rule, at(step) + "/opens/from"));
    step.due().ifPresent(rule -> rule(rule, at(step) + "/due"));
  }

  private void rule(DayRule rule, String location) {
    if (rule instanceof DayRule.Following following) {
      known(following.subject(), location);
    }
  }

  private void condition(Requirement condition, String location) {
    problems.addAll(RequirementCheck.of(condition, location));
    leaves(condition).flatMap(leaf -> leaf.subject().stream()).forEach(s -> known(s, location));
  }

  private void completion() {
    Optional<Requirement> completion = path.completion();
    if (completion.isEmpty()) {
      return;
    }
    problems.addAll(RequirementCheck.of(completion.get(), "completion"));
    for (Requirement.Leaf leaf : leaves(completion.get()).toList()) {
      boolean isStep =
          leaf instanceof Requirement.Completed done && done.of().kind() == Subject.Kind.STEP;
      if (isStep) {
        known(leaf.subject().orElseThrow(), "completion");
      } else if (!(leaf instanceof Requirement.After)) {
        error("011", "completion", leaf + " is not a step; make it one and ask for that.");
      }
    }
  }

  private void known(Subject subject, String location) {
    if (subject.kind() == Subject.Kind.STEP) {
      knownStep(new StepId(subject.id()), location);
    } else if (subject.kind() == Subject.Kind.UNIT) {
      error("009", location, "A path cannot ask for a unit; ask for its course.");
    } else if (!subject.equals(Subject.path(path.id().value()))
        && asking.ask(new SubjectAsked(subject)).contains(SubjectAsked.Answer.UNKNOWN)) {
      error("009", location, "There is no " + subject + "; publish it first or remove it.");
    }
  }

  private void knownStep(StepId step, String location) {
    if (path.find(step).isEmpty()) {
      error("006", location, "There is no step " + step + "; add it or correct the id.");
    }
  }

  /** What a step waits for must not wait for it. */
  private void waiting() {
    Map<Subject, Requirement> needs = new TreeMap<>();
    for (Step step : path.steps()) {
      needs.put(
          Subject.step(step.id().value()),
          new Requirement.All(
              waitsFor(step).map(s -> Requirement.step(s.value())).toList()));
    }
    RequirementCheck.cycles(needs)
        .forEach(problem -> error("007", problem.location(), problem.message()));
  }

  private Stream<StepId> waitsFor(Step step) {
    Stream<Subject> named = Stream.concat(
        step.opens().when().stream()
            .flatMap(PathCheck::leaves)
            .flatMap(leaf -> leaf.subject().stream()),
        step.opens().from().stream()
            .filter(DayRule.Following.class::isInstance)
            .map(rule -> ((DayRule.Following) rule).subject()));
    return Stream.concat(
            path.before(step).stream(),
            named.filter(s -> s.kind() == Subject.Kind.STEP).map(s -> new StepId(s.id())))
        .distinct();
  }

  /** A step, or one that has to come before, that surely opens only after the step is due. */
  private void drip(Step step) {
    DayRule due = step.dueOrNull();
    if (due == null || problems.stream().anyMatch(problem -> problem.code().equals("PATH-007"))) {
      return;
    }
    Set<StepId> chain = new HashSet<>();
    collect(step.id(), chain);
    path.steps().stream()
        .filter(before -> chain.contains(before.id()))
        .filter(
            before -> before.opens().from().filter(from -> isLater(from, due)).isPresent())
        .forEach(before -> error(
            "008",
            at(step) + "/due",
            "It is due before " + (before.equals(step) ? "it" : "step " + before.id())
                + " opens; make it due later or open it earlier."));
  }

  private void collect(StepId id, Set<StepId> chain) {
    if (chain.add(id)) {
      path.find(id).ifPresent(step -> waitsFor(step).forEach(next -> collect(next, chain)));
    }
  }

  private static boolean isLater(DayRule from, DayRule due) {
    if (from instanceof DayRule.Fixed f && due instanceof DayRule.Fixed d) {
      return f.day().isAfter(d.day());
    }
    if (from instanceof DayRule.Since f && due instanceof DayRule.Since d) {
      return f.anchor() == d.anchor() && isLonger(f.period(), d.period());
    }
    return from instanceof DayRule.Following f
        && due instanceof DayRule.Following d
        && f.subject().equals(d.subject())
        && isLonger(f.period(), d.period());
  }

  /** Longer whatever the months are. */
  private static boolean isLonger(Period one, Period other) {
    return days(one, SHORTEST_MONTH) > days(other, LONGEST_MONTH)
        || one.toTotalMonths() == other.toTotalMonths() && one.getDays() > other.getDays();
  }

  private static long days(Period period, int month) {
    return period.toTotalMonths() * month + period.getDays();
  }

  private void nesting() {
    Map<Subject, Requirement> needs = new TreeMap<>();
    collect(Subject.path(path.id().value()), List.of(path), needs);
    RequirementCheck.cycles(needs)
        .forEach(problem -> error("010", problem.location(), problem.message()));
  }

  /** Which paths are inside one, by any of its versions that learners can come to be on. */
  private void collect(Subject of, List<LearningPath> versions, Map<Subject, Requirement> needs) {
    List<Subject> nested = versions.stream()
        .flatMap(version -> version.steps().stream())
        .map(Step::subject)
        .filter(subject -> subject.kind() == Subject.Kind.PATH)
        .distinct()
        .toList();
    needs.put(
        of,
        new Requirement.All(
            nested.stream().<Requirement>map(Requirement.Completed::new).toList()));
    nested.stream()
        .filter(subject -> !needs.containsKey(subject))
        .forEach(subject -> collect(subject, live(new PathId(subject.id())), needs));
  }

  private List<LearningPath> live(PathId nested) {
    return Paths.VERSIONS.live(asking.reader(), nested, today).stream()
        .map(PathVersion::path)
        .toList();
  }

  private static Stream<Requirement.Leaf> leaves(Requirement requirement) {
    return requirement instanceof Requirement.Leaf leaf
        ? Stream.of(leaf)
        : requirement.parts().stream().flatMap(PathCheck::leaves);
  }

  private static String at(Step step) {
    return "steps/" + step.id();
  }

  private void error(String number, String location, String message) {
    problems.add(Problem.error("PATH-" + number, location, message));
  }

  private void warning(String number, String location, String message) {
    problems.add(Problem.warning("PATH-" + number, location, message));
  }
}
