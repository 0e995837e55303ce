package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.Lms;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemFigures;
import org.lmskit.assessment.bank.ItemVersion;
import org.lmskit.assessment.grading.Regrade;
import org.lmskit.assessment.grading.Regrade.RegradedAttempt;
import org.lmskit.assessment.grading.RegradeMode;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.NotFoundException;
import org.lmskit.workforce.Learner;

/** Corrects the key of a question: first what that would change for whom, then the change. */
final class KeyPage {
  private static final String REHEARSAL = "a look at what would change";

  private final Academy academy;
  private final Pages pages;

  /**
   * An option that can be right.
   *
   * @param id of the option
   * @param text of the option
   * @param isKey whether it is right today
   * @param isLikely whether the answers say that it should be
   * @param isChosen whether the visitor chose it
   */
  public record Option(String id, String text, boolean isKey, boolean isLikely, boolean isChosen) {}

  /**
   * Somebody whose total is another then.
   *
   * @param learner who
   * @param before the old total
   * @param after the new total
   * @param max the most that can be earned
   * @param status whether that changes his pass
   */
  public record Change(String learner, String before, String after, String max, Status status) {}

  /**
   * What the visitor wants.
   *
   * @param assessment whose attempts are scored anew
   * @param version the item as it is published
   * @param right the options that shall be right; empty before he chose
   * @param mode what becomes of those who lose by it
   */
  private record Wish(
      AssessmentId assessment, ItemVersion version, List<String> right, RegradeMode mode) {
    Item item() {
      return version.item();
    }

    /** Scores anew by the wanted key, which is published only if it is another one. */
    Regrade perform(Lms lms, String reason) {
      Item next = item().withKey(new Key.Choices(right));
      if (!next.equals(item())) {
        lms.itemBanks().publish(version.bank(), next, version.number() + 1);
      }
      return lms.gradings().regrade(assessment, List.of(item().id()), mode, reason);
    }
  }

  KeyPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  /** Which option is right, and once that is chosen, what would change; nothing is written. */
  void show(Context context) {
    Wish wish = wish(context, context.queryParams("right"), context.queryParam("mode"));
    Map<String, Object> model = new HashMap<>();
    model.put("assessment", wish.assessment().value());
    model.put("title", AnalysisPage.title(academy, wish.assessment()));
    model.put("item", wish.item().id().value());
    model.put("version", wish.version().number());
    model.put("prompt", wish.item().prompt().text());
    model.put("single", isSingle(wish.item().interaction()));
    model.put("options", options(wish));
    model.put("right", wish.right());
    model.put("mode", wish.mode().name());
    model.put("isRehearsed", !wish.right().isEmpty());
    if (!wish.right().isEmpty()) {
      Lms lms = academy.lms(pages.learner(context));
      rehearse(model, lms.dryRun(dry -> wish.perform(dry, REHEARSAL)).result());
    }
    pages.show(context, "key", "manage", model);
  }

  /** Does what was shown. */
  void apply(Context context) {
    Wish wish = wish(context, context.formParams("right"), context.formParam("mode"));
    String reason = context.formParam("reason");
    String seen = String.valueOf(wish.version().number());
    if (!seen.equals(context.formParam("version")) || wish.right().isEmpty()) {
      pages.say(
          context,
          409,
          "The question has changed",
          "Somebody published another version of it meanwhile. Nothing was done; look again.",
          back(wish));
      return;
    }
    Regrade done =
        wish.perform(academy.lms(pages.learner(context)), reason == null ? "" : reason.strip());
    String what = Words.count(done.attempts().size(), "total is", "totals are") + " others now. "
        + Words.count(done.gained().size(), "person passes", "people pass") + " only now, "
        + Words.count(done.lost().size(), "person", "people") + " no longer.";
    pages.say(context, 200, "The key is corrected", what, back(wish));
  }

  private static Pages.Way back(Wish wish) {
    return new Pages.Way("/manage/analysis/" + wish.assessment(), "To the item analysis");
  }

  private Wish wish(Context context, List<String> right, String mode) {
    AssessmentId assessment = Pages.id(context, "assessment", AssessmentId::new);
    ItemId id = Pages.id(context, "item", ItemId::new);
    ItemVersion version = academy
        .lms()
        .itemBanks()
        .find(id)
        .filter(found -> found.item().key() instanceof Key.Choices)
        .orElseThrow(() -> NotFoundException.of("item", id));
    List<String> known = version.item().interaction().options();
    return new Wish(
        assessment,
        version,
        right.stream().filter(known::contains).toList(),
        "NEVER_LOWER".equals(mode) ? RegradeMode.NEVER_LOWER : RegradeMode.REPLACE);
  }

  private static boolean isSingle(ItemInteraction interaction) {
    return interaction instanceof ItemInteraction.Choice choice && choice.maxChoices() == 1
        || interaction instanceof ItemInteraction.Hotspot hotspot && hotspot.maxChoices() == 1;
  }

  private List<Option> options(Wish wish) {
    Item item = wish.item();
    List<String> correct = item.key() instanceof Key.Choices key ? key.correct() : List.of();
    String likely = likely(wish);
    return item.interaction().options().stream()
        .map(id -> new Option(
            id,
            AnalysisPage.option(item, id),
            correct.contains(id),
            id.equals(likely),
            wish.right().contains(id)))
        .toList();
  }

  private String likely(Wish wish) {
    return academy
        .lms()
        .assessments()
        .analyze(wish.assessment(), AttemptChoice.FIRST)
        .items()
        .stream()
        .filter(one -> one.item().equals(wish.item().id().value()))
        .findFirst()
        .flatMap(ItemFigures::likelyKey)
        .orElse("");
  }

  private void rehearse(Map<String, Object> model, Regrade what) {
    Map<LearnerKey, Learner> people = academy
        .lms()
        .workforce()
        .learners(
            what.attempts().stream().map(RegradedAttempt::learner).distinct().toList());
    model.put("looked", Words.count(what.looked(), "attempt", "attempts"));
    model.put("gained", what.gained().size());
    model.put("lost", what.lost().size());
    model.put(
        "changes", what.attempts().stream().map(one -> change(one, people)).toList());
  }

  private static Change change(RegradedAttempt one, Map<LearnerKey, Learner> people) {
    return new Change(
        Words.name(people, one.learner()),
        Words.number(one.oldTotal()),
        Words.number(one.newTotal()),
        Words.number(one.max()),
        status(one));
  }

  private static Status status(RegradedAttempt one) {
    if (one.passed() == one.passedBefore()) {
      return Status.plain(one.passed() ? "Still passed" : "Still not passed");
    }
    return one.passed() ? Status.good("Pass gained") : Status.bad("Pass lost");
  }
}
