package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lmskit.catalog.Unit;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.AttemptId;
import org.lmskit.model.NotFoundException;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.viewing.Viewing;
import org.lmskit.viewing.ViewingRequest;

/** Shows units that need no player: pages and documents in a frame, links to be followed. */
final class ViewerPage {
  private static final List<ViewedContent> SHOWN =
      List.of(ViewedContent.PAGE, ViewedContent.DOCUMENT, ViewedContent.LINK);

  private final Academy academy;
  private final Courses courses;
  private final Pages pages;

  /**
   * What is shown.
   *
   * @param attempt its id in its address
   * @param title of the unit
   * @param course the address of the course
   * @param address of the content
   * @param isLink whether it lies elsewhere
   * @param asks whether the learner still has to confirm it
   */
  public record View(
      String attempt, String title, String course, String address, boolean isLink, boolean asks) {}

  ViewerPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.courses = new Courses(academy);
    this.pages = pages;
  }

  /** Begins or goes on with a unit, and leads to its page. */
  void open(Context context, Enrollment enrollment, Unit unit) {
    Person person = pages.learner(context);
    Attempt attempt = academy.lms(person).attempts().start(enrollment.id(), unit.id());
    take(person, attempt, unit, new ViewingRequest.Open(UUID.randomUUID().toString()));
    context.redirect("/viewing/" + attempt.id());
  }

  void show(Context context) {
    Attempt attempt = own(context);
    Unit unit = courses.unit(attempt);
    boolean isConfirmed = academy
        .lms()
        .attempts()
        .state(attempt.id(), type(unit))
        .map(Viewing::acknowledged)
        .orElse(false);
    boolean isLink = type(unit) == ViewedContent.LINK;
    View view = new View(
        attempt.id().value(),
        unit.title().text(),
        Pages.course(attempt.ref().of().course()),
        isLink ? unit.content().reference() : ContentFiles.address(context, attempt),
        isLink,
        !isConfirmed && Boolean.parseBoolean(unit.content().settings().get("acknowledge")));
    pages.show(context, "view", "catalogue", Map.of("view", view));
  }

  /** The learner confirms what he saw, or just leaves. */
  void leave(Context context) {
    Attempt attempt = own(context);
    Person person = pages.learner(context);
    Unit unit = courses.unit(attempt);
    if (context.formParam("confirm") != null) {
      take(person, attempt, unit, new ViewingRequest.Acknowledge());
    }
    take(person, attempt, unit, new ViewingRequest.Close());
    context.redirect(Pages.course(attempt.ref().of().course()));
  }

  private void take(Person person, Attempt attempt, Unit unit, ViewingRequest request) {
    academy.lms(person).attempts().advance(attempt.id(), type(unit), request);
  }

  private Attempt own(Context context) {
    AttemptId id = Pages.id(context, "attempt", AttemptId::new);
    return academy
        .lms()
        .attempts()
        .find(id)
        .filter(
            attempt -> academy.isOf(pages.learner(context), attempt.ref().of().learner()))
        .orElseThrow(() -> NotFoundException.of("attempt", id));
  }

  private static ViewedContent type(Unit unit) {
    return SHOWN.stream()
        .filter(type -> type.name().equals(unit.content().type()))
        .findFirst()
        .orElseThrow(() -> new NotFoundException(
            "no viewer for units of type " + unit.content().type()));
  }
}
