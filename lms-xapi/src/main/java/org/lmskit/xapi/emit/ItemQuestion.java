package org.lmskit.xapi.emit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lmskit.assessment.item.Area;
import org.lmskit.assessment.item.Item;
import org.lmskit.assessment.item.ItemInteraction;
import org.lmskit.assessment.item.SimpleChoice;
import org.lmskit.catalog.Text;
import org.lmskit.xapi.InteractionComponent;
import org.lmskit.xapi.InteractionList;
import org.lmskit.xapi.LanguageMap;

/** An item of an assessment in xAPI's words. */
final class ItemQuestion {
  private static final String UNKNOWN_LANGUAGE = "und";

  private ItemQuestion() {}

  static Question of(Item item) {
    return new Question(languages(item.prompt()), components(item.interaction()));
  }

  /** A text in all its languages. */
  static LanguageMap languages(Text text) {
    if (text.text().isEmpty()) {
      return LanguageMap.NONE;
    }
    Map<String, String> all = new LinkedHashMap<>();
    all.put(UNKNOWN_LANGUAGE, text.text());
    all.putAll(text.translations());
    return new LanguageMap(all);
  }

  private static Map<InteractionList, List<InteractionComponent>> components(
      ItemInteraction shown) {
    if (shown instanceof ItemInteraction.Choice choice) {
      // xAPI Data 2.4.4.1: a true-false question has no components
      return choice.isTrueFalse()
          ? Map.of()
          : Map.of(InteractionList.CHOICES, components(choice.choices()));
    }
    if (shown instanceof ItemInteraction.Hotspot hotspot) {
      return Map.of(
          InteractionList.CHOICES,
          hotspot.areas().stream().map(ItemQuestion::area).toList());
    }
    if (shown instanceof ItemInteraction.Order order) {
      return Map.of(InteractionList.CHOICES, components(order.choices()));
    }
    return shown instanceof ItemInteraction.Match match
        ? Map.of(
            InteractionList.SOURCE,
            components(match.sources()),
            InteractionList.TARGET,
            components(match.targets()))
        : Map.of();
  }

  private static List<InteractionComponent> components(List<SimpleChoice> choices) {
    return choices.stream()
        .map(choice -> new InteractionComponent(choice.id(), languages(choice.text())))
        .toList();
  }

  private static InteractionComponent area(Area area) {
    return new InteractionComponent(area.id(), languages(area.text()));
  }
}
