package org.lmskit.examples.academy;

import static java.util.Map.entry;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import jakarta.servlet.ServletException;
import java.util.Map;
import org.lmskit.assessment.AssessmentReason;
import org.lmskit.assessment.grading.GradingReason;
import org.lmskit.assessment.item.ItemReason;
import org.lmskit.catalog.CatalogReason;
import org.lmskit.examples.academy.Pages.Way;
import org.lmskit.learning.LearningReason;
import org.lmskit.model.ConflictException;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Reason;
import org.lmskit.model.RejectedException;
import org.lmskit.model.StoreFailureException;
import org.lmskit.observation.ObservationReason;
import org.lmskit.xapi.XapiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong is said in a sentence, with a way on. */
final class Refusals {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final Map<Reason, String> WORDS = Map.ofEntries(
      entry(LearningReason.ALREADY_ENROLLED, "You are enrolled on this course already."),
      entry(
          LearningReason.ENROLLMENT_CLOSED,
          "This enrolment is closed. Enrol again to take the course."),
      entry(
          LearningReason.PREREQUISITE_MISSING, "Another unit has to be finished before this one."),
      entry(LearningReason.ATTEMPTS_EXHAUSTED, "This unit was tried as often as it may be."),
      entry(
          CatalogReason.MAPPING_REQUIRED, "Somebody published a course of that name a moment ago."),
      entry(CatalogReason.COURSE_INVALID, "The course cannot be published like this."),
      entry(ObservationReason.SELF_OBSERVATION, "Nobody can observe himself."),
      entry(
          ObservationReason.SAME_PERSON_TWO_ROLES,
          "Whoever observed cannot sign off too: two people have to stand for it."),
      entry(
          ObservationReason.OBSERVER_NOT_QUALIFIED,
          "Only somebody with a valid assessor's certificate may observe this."),
      entry(
          ObservationReason.NOT_MANAGER,
          "Only somebody who manages the learner today may sign this off."),
      entry(ObservationReason.SIGN_OFF_TOO_LATE, "The days for signing this off are over."),
      entry(
          ObservationReason.SIGNATURE_NOT_VERIFIED,
          "The signature did not match. Type your name as it is printed beside the field."),
      entry(
          ObservationReason.OBSERVATION_CLOSED, "This observation does not wait for a signature."),
      entry(ObservationReason.POINTS_INVALID, "Give points for every criterion."),
      entry(AssessmentReason.DEADLINE_PASSED, "The time is up. What you had saved by then counts."),
      entry(AssessmentReason.TOO_SOON, "Look at this part a little longer before you leave it."),
      entry(AssessmentReason.SECTION_CLOSED, "You left this part; it stays as it is."),
      entry(AssessmentReason.SUBMITTED, "This quiz was handed in already."),
      entry(
          ItemReason.RESPONSE_KIND_WRONG,
          "Where a number is asked for, write just the number, such as 6.5."),
      entry(
          ItemReason.RESPONSE_TOO_LARGE,
          "An answer names something twice, or is too long. Go back and change it."),
      entry(GradingReason.SELF_GRADING, "Nobody grades his own answer."),
      entry(GradingReason.SAME_GRADER, "You graded this answer before; somebody else has to."),
      entry(GradingReason.ALREADY_GRADED, "Somebody graded this answer a moment ago."),
      entry(GradingReason.SCORE_OUT_OF_RANGE, "Points have to lie between 0 and the most."));

  private Refusals() {}

  static void register(RoutesConfig routes, Pages pages) {
    routes.exception(NotFoundException.class, (e, context) -> notFound(context, pages));
    routes.exception(
        RejectedException.class,
        (e, context) ->
            pages.say(context, 409, "That is not possible", words(e), Way.TO_CATALOGUE));
    routes.exception(ConflictException.class, (e, context) -> busy(context, pages));
    routes.exception(StoreFailureException.class, (e, context) -> {
      LOG.error("the store failed at {}", context.path(), e);
      busy(context, pages);
    });
    routes.exception(
        XapiException.class,
        (e, context) -> pages.say(
            context,
            e.status(),
            "No such statements",
            "The address is not one that the record store gave out.",
            new Way("/statements", "All statements")));
    routes.exception(
        ServletException.class,
        (e, context) -> pages.say(
            context,
            400,
            "The upload did not arrive whole",
            "It broke off, or it is larger than " + ImportPage.MAX_MEGABYTES + " MB. Try it again.",
            Way.TO_IMPORT));
    routes.exception(Exception.class, (e, context) -> {
      LOG.error("a request failed: {} {}", context.method(), context.path(), e);
      context.status(500);
    });
    routes.error(
        403,
        context -> pages.say(
            context,
            403,
            "Not from here",
            "That form was sent by another site, so nothing was done.",
            Way.TO_CATALOGUE));
    routes.error(404, context -> notFound(context, pages));
    routes.error(
        413,
        context -> pages.say(
            context,
            413,
            "The file is too large",
            "A package may have up to " + ImportPage.MAX_MEGABYTES
                + " MB here. Compress its media, or split the course.",
            Way.TO_IMPORT));
    routes.error(
        500,
        context -> pages.say(
            context,
            500,
            "That went wrong",
            "It is our fault, not yours, and it was logged. Nothing of what you did before is lost.",
            Way.TO_CATALOGUE));
  }

  private static void notFound(Context context, Pages pages) {
    pages.say(
        context,
        404,
        "Nothing here",
        "There is no such page or course. Perhaps the address was cut off, or the course belongs to"
            + " somebody else.",
        Way.TO_CATALOGUE);
  }

  private static void busy(Context context, Pages pages) {
    context.header("Retry-After", "2");
    pages.say(
        context,
        503,
        "Please try again",
        "The database was busy. Nothing was lost; try again in a moment.",
        Way.TO_CATALOGUE);
  }

  /** Why something is not possible, as a person wants to read it. */
  static String words(RejectedException e) {
    return WORDS.getOrDefault(e.reason(), e.getMessage());
  }
}
