package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lmskit.assessment.grading.GradingTask;
import org.lmskit.assessment.item.Feedback;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.ItemReason;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.assessment.sitting.Paper;
import org.lmskit.assessment.sitting.Review;
import org.lmskit.assessment.sitting.Sittings;
import org.lmskit.catalog.Text;
import org.lmskit.catalog.Unit;
import org.lmskit.content.Blob;
import org.lmskit.learning.Attempt;
import org.lmskit.learning.Enrollment;
import org.lmskit.model.AttemptId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Rational;
import org.lmskit.model.RejectedException;
import org.lmskit.model.TenantId;

/** A quiz as the learner sits it, and what came of it. Works without a script. */
final class QuizPage {
  private static final String HERE = "/sitting/";

  private final Academy academy;
  private final Pages pages;

  /**
   * What came of an item.
   *
   * @param prompt what was asked
   * @param answer in words; empty if there was none
   * @param score in words; empty if it is not released or not graded
   * @param right in words; empty if it is not released
   * @param feedback in words; may be empty
   * @param comment what whoever graded it wrote to the learner; empty if nothing, or the score is not released
   */
  public record Line(
      String prompt, String answer, String score, String right, String feedback, String comment) {}

  QuizPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  /** Begins or goes on with a quiz, and leads to its page. */
  void open(Context context, Enrollment enrollment, Unit unit) {
    Paper paper = academy.lms(pages.learner(context)).sittings().start(enrollment.id(), unit.id());
    context.redirect(HERE + paper.attempt());
  }

  void show(Context context) throws IOException {
    Attempt attempt = own(context);
    Paper paper = academy.lms().sittings().paper(attempt.id());
    Map<String, Object> model = new HashMap<>();
    model.put("title", paper.title().text());
    model.put("course", Pages.course(attempt.ref().of().course()));
    model.put("attempt", attempt.id().value());
    if (paper.submitted()) {
      review(model, academy.lms().sittings().review(attempt.id()), comments(attempt.id()));
      pages.show(context, "quiz-result", "catalogue", model);
      return;
    }
    List<QuizSection> sections = new ArrayList<>();
    for (Paper.PaperSection section : paper.sections()) {
      List<Asked> items = new ArrayList<>();
      for (Paper.PaperItem item : section.items()) {
        items.add(asked(item));
      }
      sections.add(QuizSection.of(section, items));
    }
    model.put("sections", sections);
    model.put("until", paper.deadline().map(Words::moment).orElse(""));
    pages.show(context, "quiz", "catalogue", model);
  }

  /** Keeps the answers, and hands them in if that was pressed. One that is refused keeps none of the others back. */
  void answer(Context context) {
    Attempt attempt = own(context);
    Person visitor = pages.learner(context);
    List<RejectedException> refused = new ArrayList<>();
    for (Paper.PaperItem item : open(academy.lms().sittings().paper(attempt.id()))) {
      try {
        Response response = response(context, item);
        academy.lms(visitor).sittings().respond(attempt.id(), item.ref().item(), response);
      } catch (RejectedException e) {
        refused.add(e);
      }
    }
    if (!refused.isEmpty()) {
      String why =
          refused.stream().map(Refusals::words).distinct().collect(Collectors.joining(" "));
      Pages.Way back = new Pages.Way(HERE + attempt.id(), "Back to your answers");
      pages.say(
          context, 409, "Nothing was handed in yet", why + " All other answers are saved.", back);
      return;
    }
    press(context, academy.lms(visitor).sittings(), attempt.id());
    context.redirect(HERE + attempt.id());
  }

  private static void press(Context context, Sittings sittings, AttemptId attempt) {
    if (context.formParam("submit") != null) {
      sittings.submit(attempt);
    }
    String enter = given(context, "enter");
    if (!enter.isEmpty()) {
      sittings.enter(attempt, enter);
    }
    String leave = given(context, "leave");
    if (!leave.isEmpty()) {
      sittings.leave(attempt, leave);
    }
  }

  private static List<Paper.PaperItem> open(Paper paper) {
    return paper.sections().stream()
        .filter(QuizSection::isOpen)
        .flatMap(section -> section.items().stream())
        .toList();
  }

  private Asked asked(Paper.PaperItem item) throws IOException {
    return Asked.of(
        item.ref().item().value(),
        item.prompt().text(),
        Words.points(item.maxScore()),
        item.interaction(),
        item.responseOrNull(),
        item.interaction() instanceof ItemInteraction.Hotspot hotspot ? picture(hotspot) : "");
  }

  private String picture(ItemInteraction.Hotspot hotspot) throws IOException {
    Blob blob = academy
        .content()
        .find(TenantId.DEFAULT, hotspot.image())
        .orElseThrow(() -> new NotFoundException("the picture is gone"));
    try (InputStream bytes = academy.content().open(blob, 0, blob.size())) {
      String text = Base64.getEncoder().encodeToString(bytes.readAllBytes());
      return "data:" + hotspot.mediaType() + ";base64," + text;
    }
  }

  private static Response response(Context context, Paper.PaperItem item) {
    String name = item.ref().item().value();
    ItemInteraction shown = item.interaction();
    if (shown instanceof ItemInteraction.Choice || shown instanceof ItemInteraction.Hotspot) {
      return new Response.Choices(context.formParams(name));
    }
    if (shown instanceof ItemInteraction.Match match) {
      Map<String, String> pairs = new HashMap<>();
      for (SimpleChoice source : match.sources()) {
        String target = given(context, name + "-" + source.id());
        if (!target.isEmpty()) {
          pairs.put(source.id(), target);
        }
      }
      return new Response.Pairs(pairs);
    }
    if (shown instanceof ItemInteraction.Order order) {
      List<String> places = new ArrayList<>();
      for (int place = 0; place < order.choices().size(); place++) {
        places.add(given(context, name + "-" + place));
      }
      return new Response.Sequence(places.stream().filter(one -> !one.isEmpty()).toList());
    }
    String text = given(context, name);
    return shown instanceof ItemInteraction.NumericEntry && !text.isEmpty()
        ? new Response.Number(number(text))
        : Response.text(text);
  }

  private static BigDecimal number(String text) {
    try {
      return new BigDecimal(text.replace(',', '.'));
    } catch (NumberFormatException e) {
      throw new RejectedException(ItemReason.RESPONSE_KIND_WRONG, "\"" + text + "\" is no number");
    }
  }

  private static String given(Context context, String name) {
    String value = context.formParam(name);
    return value == null ? "" : value.strip();
  }

  private static void review(
      Map<String, Object> model, Review review, Map<ItemId, String> comments) {
    model.put("status", status(review));
    model.put(
        "score", review.score().map(score -> of(score, review.max())).orElse("not released yet"));
    model.put("feedback", review.feedback().map(Text::text).orElse(""));
    model.put(
        "lines",
        review.items().stream()
            .map(item -> line(item, comments.getOrDefault(item.ref().item(), "")))
            .toList());
  }

  /** What people wrote to the learner, by item. */
  private Map<ItemId, String> comments(AttemptId attempt) {
    return academy.lms().gradings().of(attempt).stream()
        .collect(Collectors.toMap(task -> task.item().item(), this::comments));
  }

  private String comments(GradingTask task) {
    return task.marks().stream()
        .flatMap(mark -> Stream.ofNullable(mark.commentOrNull()))
        .flatMap(digest -> academy.lms().workforce().text(digest).stream())
        .collect(Collectors.joining(" "));
  }

  private static String of(Rational score, Rational max) {
    return Words.number(score) + " of " + Words.number(max);
  }

  private static Status status(Review review) {
    if (!review.graded()) {
      return Status.warn("Waits to be graded");
    }
    return review
        .passed()
        .map(passed -> passed ? Status.good("Passed") : Status.bad("Not passed yet"))
        .orElse(Status.plain("Handed in"));
  }

  private static Line line(Review.ReviewItem item, String comment) {
    return new Line(
        item.prompt().text(),
        item.response().map(given -> Asked.words(item.interaction(), given)).orElse(""),
        item.score().map(score -> of(score, item.max())).orElse(""),
        item.key().map(key -> Keys.words(item.interaction(), key)).orElse(""),
        Stream.concat(
                item.choices().stream().map(Feedback.ChoiceFeedback::text),
                item.feedback().stream())
            .map(Text::text)
            .collect(Collectors.joining(" ")),
        item.score().isPresent() ? comment : "");
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
}
