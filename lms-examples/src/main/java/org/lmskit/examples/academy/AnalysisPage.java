package org.lmskit.examples.academy;

import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.lmskit.assessment.AssessmentEntry;
import org.lmskit.assessment.AssessmentId;
import org.lmskit.assessment.AssessmentVersion;
import org.lmskit.assessment.analysis.AttemptChoice;
import org.lmskit.assessment.analysis.ItemAnalysis;
import org.lmskit.assessment.analysis.ItemFigures;
import org.lmskit.assessment.analysis.ItemFlag;
import org.lmskit.assessment.analysis.OptionFigures;
import org.lmskit.assessment.item.Area;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Key;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.model.NotFoundException;

/** How the questions of a quiz work, by the first attempt of everybody. */
final class AnalysisPage {
  private static final String NOTHING = "–";

  private final Academy academy;
  private final Pages pages;

  /**
   * An assessment in the list.
   *
   * @param id of the assessment
   * @param title of the assessment
   * @param people in words, how many attempts the figures stand on
   * @param status whether a question needs somebody's eyes
   */
  public record Entry(String id, String title, String people, Status status) {}

  /**
   * How a question works.
   *
   * @param id of the item
   * @param number its place, from 1
   * @param prompt what is asked
   * @param facility the share of its points that is earned
   * @param rest how well it agrees with all other questions
   * @param upperLower by how much the best do better than the weakest
   * @param alpha the reliability without it
   * @param flags what is wrong with it, in words
   * @param likely the option that seems to be right; empty if the key is not suspect
   * @param hasKey whether its key can be corrected here
   * @param options what was chosen; empty if there was nothing to choose
   */
  public record Line(
      String id,
      int number,
      String prompt,
      String facility,
      String rest,
      String upperLower,
      String alpha,
      List<Status> flags,
      String likely,
      boolean hasKey,
      List<Option> options) {}

  /**
   * Who chose an option.
   *
   * @param text of the option
   * @param isKey whether it is right by the key
   * @param count how many chose it
   * @param upper how many of the best
   * @param lower how many of the weakest
   * @param rest how well choosing it agrees with all other questions
   */
  public record Option(String text, boolean isKey, int count, int upper, int lower, String rest) {}

  AnalysisPage(Academy academy, Pages pages) {
    this.academy = academy;
    this.pages = pages;
  }

  /** All assessments. */
  void list(Context context) {
    List<AssessmentEntry> all = Pager.all(academy.lms().assessments()::assessments);
    pages.show(
        context,
        "analyses",
        "manage",
        Map.of("entries", all.stream().map(one -> entry(one.id())).toList()));
  }

  /** One assessment. */
  void show(Context context) {
    AssessmentId id = Pages.id(context, "assessment", AssessmentId::new);
    String title = title(academy, id);
    ItemAnalysis analysis = analyze(id);
    List<ItemFigures> items = analysis.items();
    pages.show(
        context,
        "analysis",
        "manage",
        Map.of(
            "id",
            id.value(),
            "title",
            title,
            "attempts",
            analysis.attempts(),
            "mean",
            figure(analysis.mean()),
            "deviation",
            figure(analysis.deviation()),
            "alpha",
            figure(analysis.alpha()),
            "error",
            figure(analysis.error()),
            "lines",
            items.stream().map(one -> line(one, items.indexOf(one) + 1)).toList()));
  }

  private Entry entry(AssessmentId id) {
    ItemAnalysis analysis = analyze(id);
    int flagged = analysis.flagged().size();
    boolean isSuspect = analysis.items().stream().anyMatch(AnalysisPage::isSuspect);
    Status status = flagged == 0
        ? Status.plain(analysis.attempts() == 0 ? "Nothing to analyse yet" : "Nothing flagged")
        : Status.warn(Words.count(flagged, "question flagged", "questions flagged"));
    return new Entry(
        id.value(),
        title(academy, id),
        Words.count(analysis.attempts(), "graded attempt", "graded attempts"),
        isSuspect ? Status.bad("A key looks wrong") : status);
  }

  private ItemAnalysis analyze(AssessmentId id) {
    return academy.lms().assessments().analyze(id, AttemptChoice.FIRST);
  }

  static String title(Academy academy, AssessmentId id) {
    AssessmentVersion found = academy
        .lms()
        .assessments()
        .find(id)
        .orElseThrow(() -> NotFoundException.of("assessment", id));
    return found.assessment().title().text();
  }

  private static boolean isSuspect(ItemFigures figures) {
    return figures.flags().contains(ItemFlag.SUSPECT_KEY);
  }

  private Line line(ItemFigures figures, int number) {
    Item item =
        academy.lms().itemBanks().find(new ItemId(figures.item())).orElseThrow().item();
    return new Line(
        figures.item(),
        number,
        item.prompt().text(),
        percent(figures.facility()),
        figure(figures.restCorrelation()),
        figure(figures.upperLower()),
        figure(figures.alphaIfDeleted()),
        figures.flags().stream().map(AnalysisPage::status).toList(),
        figures.likelyKey().map(option -> option(item, option)).orElse(""),
        item.key() instanceof Key.Choices,
        figures.options().stream().map(option -> option(item, option)).toList());
  }

  private static Status status(ItemFlag flag) {
    return switch (flag) {
      case TOO_EASY -> Status.warn("Nearly everybody is right");
      case TOO_HARD -> Status.warn("Hardly anybody is right");
      case WEAK -> Status.warn("Hardly tells who knows");
      case SUSPECT_KEY -> Status.bad("The key looks wrong");
    };
  }

  private static Option option(Item item, OptionFigures figures) {
    return new Option(
        option(item, figures.option()),
        figures.isKey(),
        figures.count(),
        figures.upper(),
        figures.lower(),
        figure(figures.restCorrelation()));
  }

  /** What an option says. */
  static String option(Item item, String id) {
    if (item.interaction() instanceof ItemInteraction.Choice choice) {
      return choice.choices().stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .map(SimpleChoice::text)
          .orElseThrow()
          .text();
    }
    if (item.interaction() instanceof ItemInteraction.Hotspot hotspot) {
      return hotspot.areas().stream()
          .filter(one -> one.id().equals(id))
          .findFirst()
          .map(Area::text)
          .orElseThrow()
          .text();
    }
    return id;
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent()
        ? String.format(Locale.ENGLISH, "%.0f %%", share.getAsDouble() * 100)
        : NOTHING;
  }

  private static String figure(OptionalDouble figure) {
    return figure.isPresent()
        ? String.format(Locale.ENGLISH, "%.2f", figure.getAsDouble()).replace('-', '−')
        : NOTHING;
  }
}
