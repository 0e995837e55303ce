package org.lmskit.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How far a learner is with a requirement, and why.
 *
 * @param satisfaction whether it is met; what lacks only waiting is NOT_YET
 * @param remainingOrNull the least number of further things to do: exact; 0 if it is met or lacks only waiting, absent if
 *     it is impossible
 * @param cheapestWay what to do, of all ways one of the shortest
 * @param opensOnOrNull the first day on which that way can lead to the end, if a date still has to come
 * @param missing the leaves that are not met, in the parts of the tree that are not met
 * @param blocked those of them that cannot be met any more
 */
public record Evaluation(
    Satisfaction satisfaction,
    @Nullable Integer remainingOrNull,
    List<Subject> cheapestWay,
    @Nullable LocalDate opensOnOrNull,
    List<Requirement.Leaf> missing,
    List<Requirement.Leaf> blocked) {
  /** Copies the lists. */
  public Evaluation {
    cheapestWay = List.copyOf(cheapestWay);
    missing = List.copyOf(missing);
    blocked = List.copyOf(blocked);
  }

  /** How far these facts fulfil a requirement. */
  public static Evaluation of(Requirement requirement, Facts facts) {
    return new Evaluator(facts).evaluate(requirement);
  }

  /** Whether it is met. */
  public boolean isSatisfied() {
    return satisfaction == Satisfaction.SATISFIED;
  }

  /** The least number of further things to do; absent if it is impossible. */
  public OptionalInt remaining() {
    return remainingOrNull == null ? OptionalInt.empty() : OptionalInt.of(remainingOrNull);
  }

  /** The first day on which the cheapest way can lead to the end, if a date still has to come. */
  public Optional<LocalDate> opensOn() {
    return Optional.ofNullable(opensOnOrNull);
  }
}
