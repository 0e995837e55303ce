package org.lmskit.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lmskit.model.Problem;
import org.lmskit.model.UnitId;

/** Finds what would keep learners from completing a course, before it is published. */
final class CourseCheck {
  private final Course course;
  private final List<Problem> problems = new ArrayList<>();

  private CourseCheck(Course course) {
    this.course = course;
  }

  static List<Problem> of(Course course) {
    CourseCheck check = new CourseCheck(course);
    check.titles();
    check.units();
    check.prerequisites();
    course.completion().ifPresent(check::completion);
    check.translations();
    return List.copyOf(check.problems);
  }

  private void titles() {
    if (course.title().blank()) {
      error("COURSE-001", "title", "The course has no title; give it one.");
    }
    course.units().stream()
        .filter(unit -> unit.title().blank())
        .forEach(unit -> error("COURSE-002", at(unit), "The unit has no title; give it one."));
  }

  private void units() {
    if (course.units().isEmpty()) {
      error("COURSE-003", "units", "The course has no unit; add one.");
    } else if (course.required().isEmpty() && course.completion().isEmpty()) {
      error("COURSE-004", "units", "All units are optional; make one of them required.");
    }
    Set<UnitId> seen = new HashSet<>();
    course.units().stream()
        .filter(unit -> !seen.add(unit.id()))
        .forEach(
            unit -> error("COURSE-005", at(unit), "Two units have this id; rename one of them."));
  }

  private void prerequisites() {
    for (Unit unit : course.units()) {
      for (UnitId needed : unit.prerequisites()) {
        if (course.find(needed).isEmpty()) {
          error("COURSE-006", at(unit), "Needs unit " + needed + ", which is missing; add it.");
        } else if (unit.required() && !course.find(needed).orElseThrow().required()) {
          problems.add(Problem.warning(
              "COURSE-008",
              at(unit),
              "Needs unit " + needed + ", which is thereby required; say so there."));
        }
      }
    }
    cycles();
  }

  private void cycles() {
    Map<UnitId, Boolean> done = new HashMap<>();
    for (Unit unit : course.units()) {
      if (leadsBack(unit.id(), done)) {
        error("COURSE-007", at(unit), "Its prerequisites lead back to it; remove one of them.");
        return;
      }
    }
  }

  /** Depth first; false in the map means that a unit is on the path at this moment. */
  private boolean leadsBack(UnitId unit, Map<UnitId, Boolean> done) {
    Boolean state = done.putIfAbsent(unit, false);
    if (state != null) {
      return !state;
    }
    boolean found = course
        .find(unit)
        .map(known -> known.prerequisites().stream().anyMatch(next -> leadsBack(next, done)))
        .orElse(false);
    done.put(unit, true);
    return found;
  }

  private void completion(Requirement requirement) {
    problems.addAll(RequirementCheck.of(requirement, "completion"));
    leaves(requirement)
        .filter(leaf -> leaf.subject().filter(this::isUnit).isEmpty())
        .forEach(leaf -> error(
            "COURSE-010",
            "completion",
            leaf + " is not about a unit of this course; ask for it in a learning path."));
  }

  private boolean isUnit(Subject subject) {
    return subject.kind() == Subject.Kind.UNIT
        && course.find(new UnitId(subject.id())).isPresent();
  }

  private static Stream<Requirement.Leaf> leaves(Requirement requirement) {
    return requirement instanceof Requirement.Leaf leaf
        ? Stream.of(leaf)
        : requirement.parts().stream().flatMap(CourseCheck::leaves);
  }

  /** Whoever reads a course in a language in which it has a title reads all of it in that language. */
  private void translations() {
    if (!course.description().blank()) {
      translated(course.description(), "description");
    }
    course.units().forEach(unit -> translated(unit.title(), at(unit)));
  }

  private void translated(Text text, String location) {
    course.title().translations().keySet().stream()
        .filter(language -> !text.translations().containsKey(language))
        .forEach(language -> problems.add(Problem.warning(
            "COURSE-009",
            location,
            "The title of the course is translated to " + language
                + ", this is not; translate it.")));
  }

  private void error(String code, String location, String message) {
    problems.add(Problem.error(code, location, message));
  }

  private static String at(Unit unit) {
    return "units/" + unit.id();
  }
}
