package org.lmskit.assessment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.model.Sha256;

/**
 * The items of one attempt. Candidates are ordered by the hex SHA-256 of seed, U+001F and item id, and the first n of each
 * pool are taken, in that order; whoever knows the seed can repeat it.
 *
 * @param seed that it was made with
 * @param parts one for each section
 */
public record Draw(String seed, List<Part> parts) {
  private static final String SEPARATOR = "\u001f";

  /**
   * The items of a section.
   *
   * @param section its id
   * @param items in the order in which they are put
   */
  public record Part(String section, List<ItemId> items) {
    /** Copies the list. */
    public Part {
      items = List.copyOf(items);
    }
  }

  /** Copies the list. */
  public Draw {
    parts = List.copyOf(parts);
  }

  static Draw of(Assessment assessment, String seed) {
    return new Draw(
        seed,
        assessment.sections().stream()
            .map(section -> new Part(section.id(), items(section, seed)))
            .toList());
  }

  /** All items, in the order in which they are put. */
  public List<ItemId> items() {
    return parts.stream().flatMap(part -> part.items().stream()).toList();
  }

  private static List<ItemId> items(Section section, String seed) {
    List<ItemId> items = new ArrayList<>();
    for (Pool pool : section.pools()) {
      items.addAll(
          pool.draw() == 0
              ? pool.items()
              : ordered(pool.items(), item -> rank(seed, item.value())).stream()
                  .limit(pool.draw())
                  .toList());
    }
    return section.shuffle()
        ? ordered(items, item -> rank(seed, section.id(), item.value()))
        : items;
  }

  /**
   * Choices in the order of one attempt, by the hex SHA-256 of seed, item id and choice id with U+001F between them.
   *
   * @param keepsPlace which choices stay where the author put them
   */
  public static <T> List<T> shuffled(
      String seed, ItemId item, List<T> choices, Function<T, String> id, Predicate<T> keepsPlace) {
    Iterator<T> moved = ordered(
            choices.stream().filter(keepsPlace.negate()).toList(),
            choice -> rank(seed, item.value(), id.apply(choice)))
        .iterator();
    return choices.stream()
        .map(choice -> keepsPlace.test(choice) ? choice : moved.next())
        .toList();
  }

  private static <T> List<T> ordered(Collection<T> all, Function<T, String> rank) {
    Map<T, String> ranks = new HashMap<>();
    all.forEach(one -> ranks.put(one, rank.apply(one)));
    return all.stream().sorted(Comparator.comparing(ranks::get)).toList();
  }

  private static String rank(String... parts) {
    String text = String.join(SEPARATOR, Arrays.asList(parts));
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8)).hex();
  }
}
