package org.lmskit.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns a requirement and facts into formulas over what is open, and answers from them. */
final class Evaluator {
  private static final BitSet NONE = new BitSet();

  private final Facts facts;
  private final Map<Subject, Integer> numbers = new LinkedHashMap<>();
  private final Map<Requirement.Leaf, Satisfaction> leaves = new HashMap<>();
  private final TreeSet<LocalDate> dates = new TreeSet<>();

  Evaluator(Facts facts) {
    this.facts = facts;
  }

  Evaluation evaluate(Requirement requirement) {
    Formula eventually = formula(requirement, day -> true);
    Set<Requirement.Leaf> missing = new LinkedHashSet<>();
    collectMissing(requirement, missing);
    List<Requirement.Leaf> blocked =
        missing.stream().filter(leaf -> of(leaf) == Satisfaction.IMPOSSIBLE).toList();
    if (isMet(requirement)) {
      return new Evaluation(Satisfaction.SATISFIED, 0, List.of(), null, List.of(), List.of());
    }
    return CheapestWay.of(eventually)
        .map(way -> new Evaluation(
            Satisfaction.NOT_YET,
            way.cost(),
            subjects(way.subjects()),
            opensOn(requirement, way.subjects()),
            List.copyOf(missing),
            blocked))
        .orElseGet(() -> new Evaluation(
            Satisfaction.IMPOSSIBLE, null, List.of(), null, List.copyOf(missing), blocked));
  }

  private boolean isMet(Requirement requirement) {
    BitSet all = new BitSet();
    all.set(0, numbers.size());
    return formula(requirement, day -> false).given(NONE, all).equals(Formula.TRUE);
  }

  /** The earliest date on which what the way does is enough; absent if it is enough today. */
  private @Nullable LocalDate opensOn(Requirement requirement, BitSet done) {
    if (formula(requirement, day -> false).given(done, NONE).equals(Formula.TRUE)) {
      return null;
    }
    return dates.stream()
        .filter(date ->
            formula(requirement, day -> !day.isAfter(date)).given(done, NONE).equals(Formula.TRUE))
        .findFirst()
        .orElse(null);
  }

  private Formula formula(Requirement requirement, Predicate<LocalDate> comes) {
    if (requirement instanceof Requirement.All all) {
      return Formula.all(all.of().stream().map(part -> formula(part, comes)).toList());
    }
    if (requirement instanceof Requirement.Any any) {
      return Formula.any(any.of().stream().map(part -> formula(part, comes)).toList());
    }
    if (requirement instanceof Requirement.AtLeast some) {
      int scale = Credits.scale(some);
      List<Formula.Option> options = new ArrayList<>();
      for (Requirement.Option option : some.of()) {
        options.add(new Formula.Option(
            formula(option.requirement(), comes), Credits.units(option.credits(), scale)));
      }
      return Formula.some(some.count(), Credits.units(some.credits(), scale), options);
    }
    return leaf((Requirement.Leaf) requirement, comes);
  }

  private Formula leaf(Requirement.Leaf leaf, Predicate<LocalDate> comes) {
    Satisfaction satisfaction = of(leaf);
    if (satisfaction == Satisfaction.SATISFIED) {
      return Formula.TRUE;
    }
    if (leaf instanceof Requirement.After after) {
      dates.add(after.day());
      return comes.test(after.day()) ? Formula.TRUE : Formula.FALSE;
    }
    return satisfaction == Satisfaction.IMPOSSIBLE
        ? Formula.FALSE
        : new Formula.Done(
            numbers.computeIfAbsent(leaf.subject().orElseThrow(), subject -> numbers.size()));
  }

  private Satisfaction of(Requirement.Leaf leaf) {
    return leaves.computeIfAbsent(leaf, this::ask);
  }

  private Satisfaction ask(Requirement.Leaf leaf) {
    if (leaf instanceof Requirement.After after) {
      return facts.day().isBefore(after.day()) ? Satisfaction.NOT_YET : Satisfaction.SATISFIED;
    }
    return leaf.subject().filter(facts::waived).isPresent()
        ? Satisfaction.SATISFIED
        : facts.of(leaf);
  }

  private void collectMissing(Requirement requirement, Set<Requirement.Leaf> missing) {
    if (isMet(requirement)) {
      return;
    }
    if (requirement instanceof Requirement.Leaf leaf) {
      missing.add(leaf);
    }
    requirement.parts().forEach(part -> collectMissing(part, missing));
  }

  private List<Subject> subjects(BitSet chosen) {
    return numbers.entrySet().stream()
        .filter(entry -> chosen.get(entry.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Credits as whole numbers of the smallest unit that occurs. */
  private static final class Credits {
    private Credits() {}

    static int scale(Requirement.AtLeast some) {
      int scale = some.credits().scale();
      for (Requirement.Option option : some.of()) {
        scale = Math.max(scale, option.credits().scale());
      }
      return scale;
    }

    static long units(BigDecimal credits, int scale) {
      return credits.setScale(scale).unscaledValue().longValueExact();
    }
  }
}
