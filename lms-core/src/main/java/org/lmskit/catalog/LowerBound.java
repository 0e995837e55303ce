package org.lmskit.catalog;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How many subjects a formula needs at least: each subject's cost is spread evenly over the places where it stands, which
 * no way can undercut.
 */
final class LowerBound {
  /** Far below the smallest share of a cost, far above the error of a sum of them. */
  private static final double EPSILON = 1e-6;

  private final int[] places;

  private LowerBound(Formula formula) {
    places = new int[formula.subjects().length()];
    count(formula);
  }

  static int of(Formula formula) {
    return (int) Math.ceil(new LowerBound(formula).bound(formula) - EPSILON);
  }

  private void count(Formula formula) {
    if (formula instanceof Formula.Done done) {
      places[done.subject()]++;
    } else if (formula instanceof Formula.All all) {
      all.of().forEach(this::count);
    } else if (formula instanceof Formula.Any any) {
      any.of().forEach(this::count);
    } else if (formula instanceof Formula.Some some) {
      some.of().forEach(option -> count(option.formula()));
    }
  }

  private double bound(Formula formula) {
    if (formula instanceof Formula.Done done) {
      return 1.0 / places[done.subject()];
    }
    if (formula instanceof Formula.All all) {
      return all.of().stream().mapToDouble(this::bound).sum();
    }
    if (formula instanceof Formula.Any any) {
      return any.of().stream().mapToDouble(this::bound).min().orElse(0);
    }
    return formula instanceof Formula.Some some ? Math.max(byCount(some), byCredits(some)) : 0;
  }

  private double byCount(Formula.Some some) {
    double[] costs = some.of().stream()
        .mapToDouble(option -> bound(option.formula()))
        .sorted()
        .toArray();
    return Arrays.stream(costs, 0, some.count()).sum();
  }

  /** The best price a credit, the last option taken in part. */
  private double byCredits(Formula.Some some) {
    record Offer(double cost, long credits) {}
    List<Offer> offers = some.of().stream()
        .filter(option -> option.credits() > 0)
        .map(option -> new Offer(bound(option.formula()), option.credits()))
        .sorted(Comparator.comparingDouble(offer -> offer.cost() / offer.credits()))
        .toList();
    long owed = some.credits();
    double cost = 0;
    for (Offer offer : offers) {
      long taken = Math.min(owed, offer.credits());
      cost += offer.cost() * taken / offer.credits();
      owed -= taken;
    }
    return cost;
  }
}
