package org.lmskit.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.model.Problem;
import org.lmskit.model.Sha256;

/** Finds units that nothing could run, by asking whoever runs them; they refuse the publication for the same reasons. */
final class ContentCheck {
  private ContentCheck() {}

  static List<Problem> of(Course course, Asking asking, Predicate<Sha256> isThere) {
    List<Problem> problems = new ArrayList<>();
    for (Unit unit : course.units()) {
      UnitContent content = unit.content();
      String at = "units/" + unit.id();
      List<ContentAsked.Answer> answers = asking.ask(new ContentAsked(content));
      if (answers.contains(ContentAsked.Answer.TYPE_UNKNOWN)) {
        problems.add(Problem.error(
            "COURSE-011",
            at,
            "Nothing here runs content of type " + content.type()
                + "; add its module or replace the content."));
      }
      if (answers.contains(ContentAsked.Answer.UNPUBLISHED)) {
        problems.add(Problem.error(
            "COURSE-012",
            at,
            "There is no " + content.type() + " " + content.reference()
                + "; import or publish it first, or replace the content."));
      }
      if (!content.files().stream().allMatch(isThere)) {
        problems.add(Problem.error("COURSE-013", at, "A file of it is gone; put it again."));
      }
    }
    return problems;
  }
}
