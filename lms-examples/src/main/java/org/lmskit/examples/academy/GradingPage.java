package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.bank.ItemVersion;
import org.lmskit.assessment.grading.GradingReason;
import org.lmskit.assessment.grading.GradingState;
import org.lmskit.assessment.grading.GradingTask;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.Rubric;
import org.lmskit.assessment.item.UploadedFile;
import org.lmskit.model.AttemptId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.Page;
import org.lmskit.model.PageRequest;
import org.lmskit.model.RejectedException;
import org.lmskit.workforce.Learner;

/** Answers that no key can judge, graded by whoever the visitor is. */
final class GradingPage {
  private static final String HERE = "/manage/grading";
  private static final int AT_ONCE = 10;

  private final Academy academy;
  private final Pages pages;

  /**
   * An answer that waits for somebody.
   *
   * @param attempt in which it was given
   * @param item which was answered
   * @param assessment its title
   * @param learner whose answer it is
   * @param own whether that is the visitor, who must not grade it
   * @param submitted when it was handed in
   * @param stage why one more person is asked; empty for the first
   * @param prompt what was asked
   * @param answer in the learner's words, or the names of his files
   * @param criteria of the rubric
   */
  public record Task(
      String attempt,
      String item,
      String assessment,
      String learner,
      boolean own,
      String submitted,
      String stage,
      String prompt,
      String answer,
      List<Judged> criteria) {}

  /**
   * What points are given for.
   *
   * @param id of the criterion
   * @param title of the criterion
   * @param most the most points
   * @param levels what so many points stand for
   */
  public record Judged(String id, String title, String most, List<String> levels) {}

  GradingPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  void show(Context context) {
    Page<GradingTask> queue = academy.lms().gradings().queue(PageRequest.first(AT_ONCE));
    List<LearnerKey> keys =
        queue.items().stream().map(task -> task.at().of().learner()).distinct().toList();
    Map<LearnerKey, Learner> people = academy.lms().workforce().learners(keys);
    Person visitor = pages.learner(context);
    pages.show(
        context,
        "grading",
        "manage",
        Map.of(
            "queue",
            queue.items().stream().map(task -> task(task, visitor, people)).toList(),
            "more",
            queue.nextOrNull() != null));
  }

  /** Takes the points for one answer. */
  void grade(Context context) {
    AttemptId attempt = Pages.id(context, "attempt", AttemptId::new);
    ItemId item = Pages.id(context, "item", ItemId::new);
    GradingTask task = academy.lms().gradings().of(attempt).stream()
        .filter(one -> one.item().item().equals(item))
        .findFirst()
        .orElseThrow(() -> NotFoundException.of("item", item));
    Map<String, BigDecimal> points = new HashMap<>();
    rubric(item(task)).criteria().forEach(one -> points.put(one.id(), points(context, one)));
    String comment = context.formParam("comment");
    academy
        .lms(pages.learner(context))
        .gradings()
        .grade(attempt, item, points, comment == null ? "" : comment.strip());
    context.redirect(HERE);
  }

  private static BigDecimal points(Context context, Rubric.Criterion criterion) {
    String given = context.formParam("points-" + criterion.id());
    if (given == null || !given.matches("\\d{1,4}(\\.\\d{1,4})?")) {
      throw new RejectedException(
          GradingReason.SCORE_OUT_OF_RANGE, criterion.id() + " was given " + given);
    }
    return new BigDecimal(given);
  }

  private Task task(GradingTask task, Person visitor, Map<LearnerKey, Learner> people) {
    LearnerKey learner = task.at().of().learner();
    Item item = item(task);
    return new Task(
        task.at().attempt().value(),
        item.id().value(),
        academy
            .lms()
            .assessments()
            .find(task.assessment())
            .map(GradingPage::title)
            .orElse(""),
        Words.name(people, learner),
        academy.isOf(visitor, learner),
        Words.moment(task.submittedAt()),
        stage(task.state()),
        item.prompt().text(),
        answer(task),
        rubric(item).criteria().stream().map(GradingPage::judged).toList());
  }

  private static String title(AssessmentVersion version) {
    return version.assessment().title().text();
  }

  private static String stage(GradingState state) {
    return switch (state) {
      case WAITING, GRADED -> "";
      case SECOND -> "A second person has to grade it";
      case ADJUDICATION -> "Two people differ: a third decides";
    };
  }

  /** In the version that was answered. */
  private Item item(GradingTask task) {
    return academy
        .lms()
        .itemBanks()
        .find(task.item().item(), task.item().version())
        .map(ItemVersion::item)
        .orElseThrow(() -> NotFoundException.of("item", task.item().item()));
  }

  private static Rubric rubric(Item item) {
    if (item.key() instanceof Key.Graded graded) {
      return graded.rubric();
    }
    throw new NotFoundException("nobody grades item " + item.id());
  }

  private String answer(GradingTask task) {
    return academy.lms().sittings().inspect(task.at().attempt()).items().stream()
        .filter(one -> one.ref().equals(task.item()))
        .flatMap(one -> one.response().stream())
        .map(GradingPage::words)
        .collect(Collectors.joining());
  }

  private static String words(Response response) {
    if (response instanceof Response.Files files) {
      return files.files().stream().map(UploadedFile::name).collect(Collectors.joining(", "));
    }
    return response instanceof Response.Text text ? text.text() : "";
  }

  private static Judged judged(Rubric.Criterion criterion) {
    List<String> levels = criterion.levels().stream()
        .map(
            level -> level.points().toPlainString() + ": " + level.description().text())
        .toList();
    return new Judged(
        criterion.id(), criterion.title().text(), criterion.max().toPlainString(), levels);
  }
}
