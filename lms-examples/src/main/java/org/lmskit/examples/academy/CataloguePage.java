package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.catalog.CatalogEntry;
import org.lmskit.catalog.CourseVersion;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.CourseId;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;

/** Every published course, a page at a time, with where the learner stands. */
final class CataloguePage {
  private static final int ON_A_PAGE = 24;

  private final Academy academy;
  private final Courses courses;
  private final Pages pages;

  /**
   * A course as its card shows it.
   *
   * @param id in its address
   * @param title of the current version
   * @param standard what it is made of
   * @param units how many, in words
   * @param version the current number
   * @param status where the learner stands
   */
  public record Card(
      String id, String title, String standard, String units, int version, Status status) {
    /** Which of six colours it has: always the same for a course. */
    public int hue() {
      return Math.floorMod(id.hashCode(), 6);
    }

    /** The first letters of its first two words. */
    public String initials() {
      return Stream.of(title.strip().split("\\s+"))
          .limit(2)
          .map(word -> word.substring(0, word.offsetByCodePoints(0, word.isEmpty() ? 0 : 1)))
          .collect(Collectors.joining())
          .toUpperCase(Locale.ROOT);
    }
  }

  CataloguePage(Academy academy, Pages pages) {
    this.academy = academy;
    this.courses = new Courses(academy);
    this.pages = pages;
  }

  void show(Context context) {
    Person learner = pages.learner(context);
    Map<CourseId, Enrollment> enrollments = courses.all(learner).stream()
        .collect(Collectors.toMap(Enrollment::course, e -> e, (earlier, later) -> later));
    String after = context.queryParam("after");
    Page<CatalogEntry> page =
        academy.lms().catalog().courses(new PageRequest(ON_A_PAGE, after == null ? "" : after));
    List<Card> cards = page.items().stream()
        .map(entry -> card(entry.id(), enrollments.get(entry.id())))
        .toList();
    Map<String, Object> model = new HashMap<>();
    model.put("courses", cards);
    model.put("next", page.next().map(PageRequest::after).orElse(""));
    pages.show(context, "catalogue", "catalogue", model);
  }

  private Card card(CourseId id, Enrollment enrollment) {
    CourseVersion version = academy.lms().catalog().find(id).orElseThrow();
    return new Card(
        id.value(),
        version.course().title().text(),
        courses.kinds(version),
        Words.count(version.course().units().size(), "unit", "units"),
        version.number(),
        enrollment == null ? Standing.NOT_ENROLLED : Standing.of(enrollment));
  }
}
