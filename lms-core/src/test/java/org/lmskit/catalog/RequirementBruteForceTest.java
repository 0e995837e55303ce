package org.lmskit.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.lmskit.catalog.Requirement.Completed;
import org.lmskit.catalog.Requirement.Option;
import org.lmskit.catalog.Requirement.Passed;

/** The exact remaining number against all subsets of up to ten things to do. */
class RequirementBruteForceTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-07-01");

  /** A rule and what is known of each of ten courses. */
  record Case(
      Requirement rule, List<Satisfaction> completed, List<Satisfaction> passed, int waived) {}

  @Property(tries = 400)
  void remaining_is_the_smallest_subset_that_satisfies(@ForAll("cases") Case one) {
    OptionalInt smallest = OptionalInt.empty();
    for (int subset = 0; subset < 1 << 10; subset++) {
      int size = Integer.bitCount(subset);
      if ((smallest.isEmpty() || size < smallest.getAsInt())
          && holds(one.rule(), one, subset, true)) {
        smallest = OptionalInt.of(size);
      }
    }

    Evaluation evaluation = Evaluation.of(one.rule(), facts(one));

    assertThat(evaluation.remaining()).isEqualTo(smallest);
    assertThat(evaluation.isSatisfied()).isEqualTo(holds(one.rule(), one, 0, false));
    assertThat(evaluation.satisfaction() == Satisfaction.IMPOSSIBLE).isEqualTo(smallest.isEmpty());
    int way = evaluation.cheapestWay().stream()
        .mapToInt(s -> 1 << Integer.parseInt(s.id()))
        .sum();
    assertThat(smallest.isEmpty() || holds(one.rule(), one, way, true)).isTrue();
    assertThat(Integer.bitCount(way)).isEqualTo(smallest.orElse(0));
  }

  @Provide
  Arbitrary<Case> cases() {
    return Arbitraries.randomValue(RequirementBruteForceTest::random);
  }

  private static Case random(Random random) {
    List<Satisfaction> completed = new ArrayList<>();
    List<Satisfaction> passed = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      completed.add(satisfaction(random));
      passed.add(satisfaction(random));
    }
    int waived = random.nextInt(1 << 10) & random.nextInt(1 << 10) & random.nextInt(1 << 10);
    return new Case(tree(random, 3), completed, passed, waived);
  }

  private static Satisfaction satisfaction(Random random) {
    int n = random.nextInt(10);
    return n == 0
        ? Satisfaction.SATISFIED
        : n == 1 ? Satisfaction.IMPOSSIBLE : Satisfaction.NOT_YET;
  }

  private static Requirement tree(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      return leaf(random);
    }
    List<Requirement> parts = new ArrayList<>();
    int size = 1 + random.nextInt(4);
    for (int i = 0; i < size; i++) {
      parts.add(tree(random, depth - 1));
    }
    return switch (random.nextInt(3)) {
      case 0 -> new Requirement.All(parts);
      case 1 -> new Requirement.Any(parts);
      default -> atLeast(random, parts);
    };
  }

  private static Requirement atLeast(Random random, List<Requirement> parts) {
    List<Option> options = new ArrayList<>();
    parts.forEach(part -> options.add(new Option(part, BigDecimal.valueOf(random.nextInt(50), 1))));
    return new Requirement.AtLeast(
        random.nextInt(parts.size() + 1), BigDecimal.valueOf(random.nextInt(80), 1), options);
  }

  private static Requirement leaf(Random random) {
    Subject subject = Subject.course(Integer.toString(random.nextInt(10)));
    return switch (random.nextInt(10)) {
      case 0 -> new Requirement.After(TODAY.plusDays(random.nextInt(3) - 1L));
      case 1, 2 -> new Passed(subject, new BigDecimal("0.8"));
      default -> new Completed(subject);
    };
  }

  private static Facts facts(Case one) {
    return new Facts() {
      @Override
      public LocalDate day() {
        return TODAY;
      }

      @Override
      public Satisfaction of(Requirement.Leaf leaf) {
        return known(leaf, one);
      }

      @Override
      public boolean waived(Subject subject) {
        return (one.waived() >> Integer.parseInt(subject.id()) & 1) == 1;
      }
    };
  }

  private static Satisfaction known(Requirement.Leaf leaf, Case one) {
    int course = Integer.parseInt(leaf.subject().orElseThrow().id());
    return (leaf instanceof Passed ? one.passed() : one.completed()).get(course);
  }

  private static boolean holds(Requirement rule, Case one, int done, boolean waited) {
    if (rule instanceof Requirement.All all) {
      return all.of().stream().allMatch(part -> holds(part, one, done, waited));
    }
    if (rule instanceof Requirement.Any any) {
      return any.of().stream().anyMatch(part -> holds(part, one, done, waited));
    }
    if (rule instanceof Requirement.AtLeast some) {
      List<Option> held = some.of().stream()
          .filter(o -> holds(o.requirement(), one, done, waited))
          .toList();
      BigDecimal sum = held.stream().map(Option::credits).reduce(BigDecimal.ZERO, BigDecimal::add);
      return held.size() >= some.count() && sum.compareTo(some.credits()) >= 0;
    }
    if (rule instanceof Requirement.After after) {
      return waited || !TODAY.isBefore(after.day());
    }
    Requirement.Leaf leaf = (Requirement.Leaf) rule;
    int course = Integer.parseInt(leaf.subject().orElseThrow().id());
    Map<Satisfaction, Boolean> byStatus = new HashMap<>();
    byStatus.put(Satisfaction.SATISFIED, true);
    byStatus.put(Satisfaction.NOT_YET, (done >> course & 1) == 1);
    byStatus.put(Satisfaction.IMPOSSIBLE, false);
    return (one.waived() >> course & 1) == 1 || byStatus.get(known(leaf, one));
  }
}
