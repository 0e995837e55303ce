package org.lmskit.assessment.item;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lmskit.model.Problem;

/** What is wrong with an item: how it is put and what is right have to fit together. */
final class ItemCheck {
  private final Item item;
  private final List<Problem> problems = new ArrayList<>();

  private ItemCheck(Item item) {
    this.item = item;
  }

  static List<Problem> of(Item item) {
    ItemCheck check = new ItemCheck(item);
    if (item.prompt().text().isBlank()) {
      check.error("ITEM-001", "/prompt", "an item needs a prompt");
    }
    check.key();
    check.feedback();
    return List.copyOf(check.problems);
  }

  private void feedback() {
    Set<String> known = new HashSet<>(item.interaction().options());
    if (item.interaction() instanceof ItemInteraction.Match match) {
      match
          .sources()
          .forEach(source ->
              match.targets().forEach(target -> known.add(source.id() + ":" + target.id())));
    }
    item.feedback().choices().keySet().stream()
        .filter(choice -> !known.contains(choice))
        .forEach(choice -> error(
            "ITEM-009", "/feedback/choices", "nothing that can be chosen is called " + choice));
  }

  private void key() {
    ItemInteraction shown = item.interaction();
    Key key = item.key();
    if (shown instanceof ItemInteraction.Choice choice && key instanceof Key.Choices right) {
      chosen(choice.options(), choice.maxChoices(), right);
    } else if (shown instanceof ItemInteraction.Hotspot image && key instanceof Key.Choices right) {
      chosen(image.options(), image.maxChoices(), right);
    } else if (shown instanceof ItemInteraction.TextEntry && key instanceof Key.Texts right) {
      texts(right);
    } else if (shown instanceof ItemInteraction.NumericEntry && key instanceof Key.Number right) {
      number(right);
    } else if (shown instanceof ItemInteraction.Match match && key instanceof Key.Pairs right) {
      pairs(match, right);
    } else if (shown instanceof ItemInteraction.Order order && key instanceof Key.Sequence right) {
      order(order, right);
    } else if (isWork(shown) && key instanceof Key.Graded right) {
      graded(right);
    } else {
      error(
          "ITEM-002",
          "/key",
          "a key of the sort " + name(key) + " does not fit a " + name(shown)
              + ": give the key that it asks for");
    }
  }

  private static boolean isWork(ItemInteraction shown) {
    return shown instanceof ItemInteraction.ExtendedText text && text.maxLength() > 0
        || shown instanceof ItemInteraction.Upload upload && upload.maxFiles() > 0;
  }

  private void chosen(List<String> options, int maxChoices, Key.Choices right) {
    distinct("ITEM-003", "/interaction/choices", options);
    if (options.size() < 2) {
      error("ITEM-004", "/interaction/choices", "fewer than two choices: " + options);
    }
    known(options, right.correct());
    if (maxChoices < 0 || maxChoices > 0 && right.correct().size() > maxChoices) {
      error(
          "ITEM-006",
          "/interaction/maxChoices",
          right.correct().size() + " are right, and " + maxChoices + " may be chosen");
    }
  }

  private void known(Collection<String> options, Collection<String> correct) {
    if (correct.isEmpty()) {
      error("ITEM-005", "/key", "nothing is right: name what is");
    }
    correct.stream()
        .filter(id -> !options.contains(id))
        .forEach(id -> error("ITEM-005", "/key", "no choice " + id + " among " + options));
  }

  private void texts(Key.Texts right) {
    if (right.accepted().isEmpty() || right.accepted().stream().anyMatch(String::isBlank)) {
      error("ITEM-005", "/key/accepted", "name the texts that are right: " + right.accepted());
    }
  }

  private void number(Key.Number right) {
    if (right.tolerance().signum() < 0) {
      error("ITEM-007", "/key/tolerance", "a tolerance below 0: " + right.tolerance());
    }
  }

  private void pairs(ItemInteraction.Match match, Key.Pairs right) {
    List<String> sources = match.sources().stream().map(SimpleChoice::id).toList();
    List<String> targets = match.targets().stream().map(SimpleChoice::id).toList();
    distinct("ITEM-003", "/interaction/sources", sources);
    distinct("ITEM-003", "/interaction/targets", targets);
    known(sources, right.pairs().keySet());
    known(targets, right.pairs().values());
  }

  private void order(ItemInteraction.Order order, Key.Sequence right) {
    List<String> ids = order.choices().stream().map(SimpleChoice::id).toList();
    distinct("ITEM-003", "/interaction/choices", ids);
    if (ids.size() < 2) {
      error("ITEM-004", "/interaction/choices", "fewer than two to put in order: " + ids);
    }
    if (right.order().size() != ids.size() || !Set.copyOf(ids).equals(Set.copyOf(right.order()))) {
      error("ITEM-005", "/key/order", "not an order of " + ids + ": " + right.order());
    }
  }

  private void graded(Key.Graded right) {
    if (right.rubric().max().compareTo(item.maxScore()) != 0) {
      error(
          "ITEM-008",
          "/maxScore",
          "the rubric gives " + right.rubric().max() + " points, the item " + item.maxScore());
    }
  }

  private void distinct(String code, String location, List<String> ids) {
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .forEach(id -> error(code, location, "two are called " + id));
  }

  private void error(String code, String location, String message) {
    problems.add(Problem.error(code, "/" + item.id() + location, message));
  }

  private static String name(Object of) {
    return of.getClass().getSimpleName();
  }
}
