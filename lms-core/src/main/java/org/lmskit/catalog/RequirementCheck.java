package org.lmskit.catalog;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lmskit.model.Problem;

/**
 * Finds what nobody could ever satisfy, before it is published. Codes: {@code REQUIREMENT-001} a part without parts, {@code
 * -002} more is asked than the parts can give, {@code -003} nothing is asked, {@code -004} a score outside -1 to 1, {@code
 * -005} negative credits or a negative number, {@code -006} prerequisites that lead back, {@code -007} one thing offered
 * twice (a warning).
 */
public final class RequirementCheck {
  private static final BigDecimal BEST = BigDecimal.ONE;

  private final List<Problem> problems = new ArrayList<>();

  private RequirementCheck() {}

  /**
   * The problems of one requirement; it can be published if none is an error.
   *
   * @param location where it stands, such as {@code path onboarding}
   */
  public static List<Problem> of(Requirement requirement, String location) {
    RequirementCheck check = new RequirementCheck();
    check.visit(requirement, location);
    return List.copyOf(check.problems);
  }

  /**
   * A problem for each circle in what has to be done before what.
   *
   * @param prerequisites what each subject asks for
   */
  public static List<Problem> cycles(Map<Subject, Requirement> prerequisites) {
    Map<Subject, Set<Subject>> needs = new TreeMap<>();
    prerequisites.forEach((subject, requirement) -> needs.put(subject, subjects(requirement)));
    List<Problem> problems = new ArrayList<>();
    Set<Subject> done = new HashSet<>();
    for (Subject subject : needs.keySet()) {
      Deque<Subject> way = new ArrayDeque<>();
      circle(subject, needs, way, done, problems);
    }
    return problems;
  }

  private static void circle(
      Subject subject,
      Map<Subject, Set<Subject>> needs,
      Deque<Subject> way,
      Set<Subject> done,
      List<Problem> problems) {
    if (way.contains(subject)) {
      List<Subject> circle = new ArrayList<>(way);
      List<String> names = circle.subList(circle.indexOf(subject), circle.size()).stream()
          .map(Subject::toString)
          .toList();
      String text = String.join(" needs ", names) + " needs " + subject + "; remove one of them";
      problems.add(Problem.error("REQUIREMENT-006", subject.toString(), text));
      return;
    }
    if (!done.contains(subject)) {
      way.addLast(subject);
      needs
          .getOrDefault(subject, Set.of())
          .forEach(next -> circle(next, needs, way, done, problems));
      way.removeLast();
      done.add(subject);
    }
  }

  private static Set<Subject> subjects(Requirement requirement) {
    Set<Subject> subjects = new TreeSet<>();
    if (requirement instanceof Requirement.Leaf leaf) {
      leaf.subject().ifPresent(subjects::add);
    }
    requirement.parts().forEach(part -> subjects.addAll(subjects(part)));
    return subjects;
  }

  private void visit(Requirement requirement, String location) {
    if (requirement instanceof Requirement.Leaf leaf) {
      leaf(leaf, location);
      return;
    }
    if (requirement.parts().isEmpty()) {
      error("001", location, "a part without parts can never be decided; add some or remove it");
    }
    if (requirement instanceof Requirement.AtLeast some) {
      atLeast(some, location);
    }
    for (int i = 0; i < requirement.parts().size(); i++) {
      visit(requirement.parts().get(i), location + "/" + (i + 1));
    }
  }

  private void leaf(Requirement.Leaf leaf, String location) {
    if (leaf instanceof Requirement.Passed passed
        && passed.score().filter(score -> score.abs().compareTo(BEST) > 0).isPresent()) {
      error("004", location, "nobody can score " + passed.scoreOrNull() + "; give -1 to 1");
    }
  }

  private void atLeast(Requirement.AtLeast some, String location) {
    BigDecimal sum = BigDecimal.ZERO;
    boolean negative = some.count() < 0 || some.credits().signum() < 0;
    Map<Requirement, Integer> offered = new LinkedHashMap<>();
    for (Requirement.Option option : some.of()) {
      sum = sum.add(option.credits());
      negative |= option.credits().signum() < 0;
      offered.merge(option.requirement(), 1, Integer::sum);
    }
    if (negative) {
      error("005", location, "numbers and credits are 0 or more; correct the negative one");
    } else if (some.count() > some.of().size() || some.credits().compareTo(sum) > 0) {
      error(
          "002",
          location,
          "at least " + some.count() + " with " + some.credits() + " credits of "
              + some.of().size() + " with " + sum + " cannot be done; ask for less");
    } else if (some.count() == 0 && some.credits().signum() == 0) {
      error(
          "003", location, "at least 0 with 0 credits asks for nothing; ask for more or remove it");
    }
    if (offered.values().stream().anyMatch(times -> times > 1)) {
      problems.add(Problem.warning(
          "REQUIREMENT-007",
          location,
          "one thing is offered twice and would count twice; offer it once"));
    }
  }

  private void error(String number, String location, String message) {
    problems.add(Problem.error("REQUIREMENT-" + number, location, message));
  }
}
