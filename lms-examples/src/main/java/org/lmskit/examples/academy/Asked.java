package org.lmskit.examples.academy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lmskit.assessment.item.Area;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.Response;
import org.lmskit.assessment.item.SimpleChoice;

/**
 * An item as the page of a quiz puts it.
 *
 * @param id of the item
 * @param prompt what is asked
 * @param points the most points, in words
 * @param kind {@code one}, {@code many}, {@code text}, {@code number}, {@code long}, {@code match}, {@code order} or {@code image}
 * @param text that was written; empty if nothing was, or nothing is to be written
 * @param options that can be chosen; of an image its areas
 * @param fields of a match or an order, each with options of its own
 * @param image the picture; empty unless there is one
 * @param width of the picture
 * @param height of the picture
 */
public record Asked(
    String id,
    String prompt,
    String points,
    String kind,
    String text,
    List<Option> options,
    List<Field> fields,
    String image,
    int width,
    int height) {
  /**
   * Something to choose.
   *
   * @param id of the choice
   * @param text of the choice
   * @param chosen whether it is
   * @param left of its area, in the picture
   * @param top of its area
   * @param width of its area
   * @param height of its area
   */
  public record Option(
      String id, String text, boolean chosen, int left, int top, int width, int height) {
    static Option of(SimpleChoice choice, boolean chosen) {
      return new Option(choice.id(), choice.text().text(), chosen, 0, 0, 0, 0);
    }

    static Option of(Area area, boolean chosen) {
      List<Integer> box = area.coords();
      return new Option(
          area.id(),
          area.text().text(),
          chosen,
          box.get(0),
          box.get(1),
          box.get(2) - box.get(0),
          box.get(3) - box.get(1));
    }
  }

  /**
   * A field with a list of choices.
   *
   * @param id what follows the item's id in its name
   * @param text its label
   * @param options what can be chosen in it
   */
  public record Field(String id, String text, List<Option> options) {}

  /** An item with the answer so far. */
  static Asked of(
      String id,
      String prompt,
      String points,
      ItemInteraction shown,
      Response response,
      String image) {
    Draft draft = new Draft(id, prompt, points);
    if (shown instanceof ItemInteraction.Choice choice) {
      List<String> chosen = chosen(response);
      List<Option> options = choice.choices().stream()
          .map(one -> Option.of(one, chosen.contains(one.id())))
          .toList();
      return draft.choosing(choice.maxChoices() == 1 ? "one" : "many", options);
    }
    if (shown instanceof ItemInteraction.Hotspot hotspot) {
      List<String> chosen = chosen(response);
      List<Option> areas = hotspot.areas().stream()
          .map(area -> Option.of(area, chosen.contains(area.id())))
          .toList();
      return new Asked(
          id,
          prompt,
          points,
          "image",
          "",
          areas,
          List.of(),
          image,
          hotspot.width(),
          hotspot.height());
    }
    if (shown instanceof ItemInteraction.Match match) {
      return draft.filling("match", matched(match, response));
    }
    if (shown instanceof ItemInteraction.Order order) {
      return draft.filling("order", ordered(order, response));
    }
    String kind = shown instanceof ItemInteraction.ExtendedText
        ? "long"
        : shown instanceof ItemInteraction.NumericEntry ? "number" : "text";
    return draft.writing(kind, written(response));
  }

  /** What every item has. */
  private record Draft(String id, String prompt, String points) {
    Asked choosing(String kind, List<Option> options) {
      return new Asked(id, prompt, points, kind, "", options, List.of(), "", 0, 0);
    }

    Asked filling(String kind, List<Field> fields) {
      return new Asked(id, prompt, points, kind, "", List.of(), fields, "", 0, 0);
    }

    Asked writing(String kind, String text) {
      return new Asked(id, prompt, points, kind, text, List.of(), List.of(), "", 0, 0);
    }
  }

  private static List<Field> matched(ItemInteraction.Match match, Response response) {
    Map<String, String> pairs = response instanceof Response.Pairs given ? given.pairs() : Map.of();
    return match.sources().stream()
        .map(source -> new Field(
            source.id(),
            source.text().text(),
            options(match.targets(), pairs.getOrDefault(source.id(), ""))))
        .toList();
  }

  private static List<Field> ordered(ItemInteraction.Order order, Response response) {
    List<String> given = response instanceof Response.Sequence r ? r.order() : List.of();
    return IntStream.range(0, order.choices().size())
        .mapToObj(place -> new Field(
            String.valueOf(place),
            "Step " + (place + 1),
            options(order.choices(), place < given.size() ? given.get(place) : "")))
        .toList();
  }

  private static List<Option> options(List<SimpleChoice> choices, String chosen) {
    return choices.stream().map(one -> Option.of(one, one.id().equals(chosen))).toList();
  }

  private static List<String> chosen(Response response) {
    return response instanceof Response.Choices given ? given.chosen() : List.of();
  }

  private static String written(Response response) {
    if (response instanceof Response.Number given) {
      return given.number().toPlainString();
    }
    return response instanceof Response.Text given ? given.text() : "";
  }

  /** An answer in words, for those who read it afterwards. */
  static String words(ItemInteraction shown, Response response) {
    List<String> parts = new ArrayList<>();
    Asked asked = of("", "", "", shown, response, "");
    asked.options().stream().filter(Option::chosen).map(Option::text).forEach(parts::add);
    asked
        .fields()
        .forEach(field -> field.options().stream()
            .filter(Option::chosen)
            .forEach(option -> parts.add(field.text() + ": " + option.text())));
    return parts.isEmpty() ? asked.text() : String.join(", ", parts);
  }
}
