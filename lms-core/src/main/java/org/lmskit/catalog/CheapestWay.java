package org.lmskit.catalog;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the fewest subjects that satisfy a formula, exactly. Parts that share no subject are solved on their own; where
 * they do share, the search tries the subject that most of them share, done and not done, and gives up what a lower bound
 * shows to be no better.
 */
final class CheapestWay {
  private static final BitSet NOTHING = new BitSet();

  /** Subjects to do. */
  record Way(BitSet subjects) {
    int cost() {
      return subjects.cardinality();
    }

    Way and(BitSet more) {
      BitSet both = (BitSet) subjects.clone();
      both.or(more);
      return new Way(both);
    }
  }

  private CheapestWay() {}

  /** The cheapest way; absent if there is none. */
  static Optional<Way> of(Formula formula) {
    return Optional.ofNullable(below(formula, formula.subjects().cardinality() + 1));
  }

  /** The cheapest way among those that cost less than a limit. */
  private static @Nullable Way below(Formula formula, int limit) {
    if (formula.equals(Formula.FALSE) || limit <= 0 || LowerBound.of(formula) >= limit) {
      return null;
    }
    if (formula instanceof Formula.Any any) {
      return any(any, limit);
    }
    if (formula instanceof Formula.All all) {
      return all(all, limit);
    }
    if (formula instanceof Formula.Some some) {
      return some(some, limit);
    }
    return new Way(formula.subjects());
  }

  private static @Nullable Way any(Formula.Any any, int limit) {
    List<Formula> parts = new ArrayList<>(any.of());
    parts.sort(Comparator.comparingInt(LowerBound::of));
    Way best = null;
    for (Formula part : parts) {
      Way way = below(part, best == null ? limit : best.cost());
      best = way == null ? best : way;
    }
    return best;
  }

  private static @Nullable Way all(Formula.All all, int limit) {
    BitSet forced = new BitSet();
    all.of().stream().filter(Formula.Done.class::isInstance).forEach(part -> part.collect(forced));
    if (!forced.isEmpty()) {
      Way rest = below(all.given(forced, NOTHING), limit - forced.cardinality());
      return rest == null ? null : rest.and(forced);
    }
    List<Formula> components = components(all.of());
    return components.size() == 1 ? branch(all, all.of(), limit) : each(components, limit);
  }

  private static @Nullable Way each(List<Formula> components, int limit) {
    int ahead = components.stream().mapToInt(LowerBound::of).sum();
    Way sum = new Way(new BitSet());
    for (Formula component : components) {
      ahead -= LowerBound.of(component);
      Way way = below(component, limit - sum.cost() - ahead);
      if (way == null) {
        return null;
      }
      sum = sum.and(way.subjects());
    }
    return sum;
  }

  private static @Nullable Way some(Formula.Some some, int limit) {
    List<Formula> parts = some.of().stream().map(Formula.Option::formula).toList();
    if (components(parts).size() < parts.size()) {
      return branch(some, parts, limit);
    }
    List<Knapsack.Item> items = new ArrayList<>();
    for (Formula.Option option : some.of()) {
      Way way = below(option.formula(), limit);
      if (way != null) {
        items.add(new Knapsack.Item(way.subjects(), option.credits()));
      }
    }
    BitSet chosen = Knapsack.cheapest(items, some.count(), some.credits(), limit - 1);
    return chosen == null ? null : new Way(chosen);
  }

  /** Tries the subject that most parts share: done, and never done. */
  private static @Nullable Way branch(Formula formula, List<Formula> parts, int limit) {
    BitSet one = new BitSet();
    one.set(mostShared(parts));
    Way with = below(formula.given(one, NOTHING), limit - 1);
    Way best = with == null ? null : with.and(one);
    Way without = below(formula.given(NOTHING, one), best == null ? limit : best.cost());
    return without == null ? best : without;
  }

  private static int mostShared(List<Formula> parts) {
    int[] shares =
        new int[parts.stream().mapToInt(part -> part.subjects().length()).max().orElse(0)];
    parts.forEach(part -> part.subjects().stream().forEach(subject -> shares[subject]++));
    int most = 0;
    for (int subject = 1; subject < shares.length; subject++) {
      most = shares[subject] > shares[most] ? subject : most;
    }
    return most;
  }

  /** Groups the parts so that no two groups speak of the same subject. */
  private static List<Formula> components(List<Formula> parts) {
    List<BitSet> subjects = new ArrayList<>();
    List<List<Formula>> groups = new ArrayList<>();
    for (Formula part : parts) {
      BitSet mine = part.subjects();
      List<Formula> group = new ArrayList<>(List.of(part));
      for (int i = subjects.size() - 1; i >= 0; i--) {
        if (mine.intersects(subjects.get(i))) {
          mine.or(subjects.remove(i));
          group.addAll(0, groups.remove(i));
        }
      }
      subjects.add(mine);
      groups.add(group);
    }
    return groups.stream().map(Formula::all).toList();
  }
}
