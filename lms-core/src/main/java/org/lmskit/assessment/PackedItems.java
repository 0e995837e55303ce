package org.lmskit.assessment;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lmskit.assessment.bank.ItemRef;
import org.lmskit.assessment.item.ItemId;
import org.lmskit.model.Rational;

/**
 * What the items of an attempt brought, one text per column: items are separated by a blank, what was chosen by commas;
 * identifiers have neither. Statistics read the texts; whoever asks for an item gets it unpacked.
 */
final class PackedItems extends AbstractList<ItemScore> {
  static final String NOTHING = "-";

  private final String ids;
  private final String versions;
  private final String max;
  private final String scores;
  private final String chosen;
  private volatile @Nullable List<ItemScore> unpacked;

  PackedItems(String ids, String versions, String max, String scores, String chosen) {
    this.ids = ids;
    this.versions = versions;
    this.max = max;
    this.scores = scores;
    this.chosen = chosen;
  }

  static PackedItems of(List<ItemScore> items) {
    return items instanceof PackedItems packed
        ? packed
        : new PackedItems(
            column(items, item -> item.item().value()),
            column(items, item -> String.valueOf(item.ref().version())),
            column(items, item -> item.max().toString()),
            column(items, item -> item.score().map(Rational::toString).orElse(NOTHING)),
            column(
                items,
                item -> item.chosen().isEmpty() ? NOTHING : "=" + String.join(",", item.chosen())));
  }

  private static String column(List<ItemScore> items, Function<ItemScore, String> value) {
    return items.stream().map(value).collect(Collectors.joining(" "));
  }

  String ids() {
    return ids;
  }

  String versions() {
    return versions;
  }

  String max() {
    return max;
  }

  String scores() {
    return scores;
  }

  String chosen() {
    return chosen;
  }

  /** Whether every item has its score. */
  boolean graded() {
    Words earned = new Words(scores);
    while (earned.next()) {
      if (earned.is(NOTHING)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ItemScore get(int index) {
    return all().get(index);
  }

  @Override
  public int size() {
    return all().size();
  }

  private List<ItemScore> all() {
    List<ItemScore> known = unpacked;
    if (known == null) {
      known = unpack();
      unpacked = known;
    }
    return known;
  }

  private List<ItemScore> unpack() {
    Words id = new Words(ids);
    Words number = new Words(versions);
    Words most = new Words(max);
    Words earned = new Words(scores);
    Words options = new Words(chosen);
    List<ItemScore> all = new ArrayList<>();
    while (id.next() && number.next() && most.next() && earned.next() && options.next()) {
      all.add(new ItemScore(
          new ItemRef(new ItemId(id.word()), Integer.parseInt(number.word())),
          Rational.parse(most.word()),
          score(earned.word()),
          choices(options.word())));
    }
    return List.copyOf(all);
  }

  static @Nullable Rational score(String cell) {
    return cell.equals(NOTHING) ? null : Rational.parse(cell);
  }

  static List<String> choices(String cell) {
    if (cell.equals(NOTHING)) {
      return List.of();
    }
    String inside = cell.substring(1);
    return inside.indexOf(',') < 0 ? List.of(inside) : List.of(inside.split(","));
  }

  /** What blanks separate, one after the other. */
  static final class Words {
    private final String text;
    private int from;
    private int end = -1;

    Words(String text) {
      this.text = text;
    }

    /** Goes to the next word; false behind the last. */
    boolean next() {
      if (end >= text.length()) {
        return false;
      }
      from = end + 1;
      int blank = text.indexOf(' ', from);
      end = blank < 0 ? text.length() : blank;
      return true;
    }

    boolean is(String word) {
      return word.length() == end - from && text.startsWith(word, from);
    }

    String word() {
      return text.substring(from, end);
    }
  }
}
