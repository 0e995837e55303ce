package org.lmskit.assessment.item;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.lmskit.model.Rational;

/** Which share of an item's score an answer earns, 0 to 1, exact. */
final class Credit {
  private Credit() {}

  static Rational of(Item item, Response response) {
    Key key = item.key();
    if (key instanceof Key.Graded) {
      throw new IllegalArgumentException("item " + item.id() + " is graded by a person");
    }
    if (key instanceof Key.Choices choices && response instanceof Response.Choices chosen) {
      return choices(choices.correct(), item.interaction().options(), chosen.chosen(), item);
    }
    if (key instanceof Key.Texts texts && response instanceof Response.Text text) {
      return wholeIf(isAccepted(texts, text.text()));
    }
    if (key instanceof Key.Number number && response instanceof Response.Number given) {
      return wholeIf(
          given.number().subtract(number.value()).abs().compareTo(number.tolerance()) <= 0);
    }
    if (key instanceof Key.Pairs pairs && response instanceof Response.Pairs given) {
      return pairs(pairs, given, item);
    }
    if (key instanceof Key.Sequence right && response instanceof Response.Sequence given) {
      return sequence(right.order(), given.order(), item);
    }
    return Rational.ZERO;
  }

  private static Rational choices(
      List<String> correct, List<String> options, List<String> chosen, Item item) {
    if (!item.scoring().partial()) {
      return wholeIf(chosen.equals(correct));
    }
    long hits = chosen.stream().filter(correct::contains).count();
    long misses = chosen.size() - hits;
    List<String> wrong = new ArrayList<>(options);
    wrong.removeAll(correct);
    Rational earned = Rational.of(hits, correct.size());
    if (misses == 0 || wrong.isEmpty()) {
      return earned;
    }
    Rational lost = Rational.of(item.scoring().penalty()).times(Rational.of(misses, wrong.size()));
    return earned.minus(lost).max(Rational.ZERO);
  }

  /** A pair too many costs nothing in parts, and the whole where only the whole counts. */
  private static Rational pairs(Key.Pairs key, Response.Pairs given, Item item) {
    if (!item.scoring().partial()) {
      return wholeIf(given.pairs().equals(key.pairs()));
    }
    long hits = key.pairs().entrySet().stream()
        .filter(pair -> pair.getValue().equals(given.pairs().get(pair.getKey())))
        .count();
    return Rational.of(hits, key.pairs().size());
  }

  private static Rational sequence(List<String> right, List<String> given, Item item) {
    if (!item.scoring().partial()) {
      return wholeIf(given.equals(right));
    }
    long hits = 0;
    for (int i = 0; i < Math.min(right.size(), given.size()); i++) {
      hits += Objects.equals(right.get(i), given.get(i)) ? 1 : 0;
    }
    return Rational.of(hits, right.size());
  }

  private static boolean isAccepted(Key.Texts key, String text) {
    String given = normal(text, key.caseSensitive());
    return key.accepted().stream()
        .anyMatch(accepted -> normal(accepted, key.caseSensitive()).equals(given));
  }

  private static String normal(String text, boolean caseSensitive) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String spaced = composed.strip().replaceAll("\\s+", " ");
    return caseSensitive ? spaced : spaced.toLowerCase(Locale.ROOT);
  }

  private static Rational wholeIf(boolean right) {
    return right ? Rational.ONE : Rational.ZERO;
  }
}
