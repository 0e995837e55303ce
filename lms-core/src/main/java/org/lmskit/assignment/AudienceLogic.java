package org.lmskit.assignment;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The boolean side of audiences. */
final class AudienceLogic {
  /** Beyond this many leaves it is not tried out whether anybody can match. */
  private static final int MOST_LEAVES = 12;

  private AudienceLogic() {}

  /** All leaves, each once. */
  static List<Audience.Leaf> leaves(Audience audience) {
    return leafStream(audience).distinct().toList();
  }

  /** Whether a learner of whom the leaves are known matches. */
  static boolean matches(Audience audience, Predicate<Audience.Leaf> known) {
    if (audience instanceof Audience.All all) {
      return all.of().stream().allMatch(part -> matches(part, known));
    }
    if (audience instanceof Audience.Any any) {
      return any.of().stream().anyMatch(part -> matches(part, known));
    }
    return audience instanceof Audience.Not not
        ? !matches(not.of(), known)
        : known.test((Audience.Leaf) audience);
  }

  /** Whether anybody could match, as far as the boolean form says. */
  static boolean isPossible(Audience audience) {
    List<Audience.Leaf> leaves = leaves(audience);
    if (leaves.size() > MOST_LEAVES) {
      return true;
    }
    for (int bits = 0; bits < 1 << leaves.size(); bits++) {
      int chosen = bits;
      if (matches(audience, leaf -> (chosen >> leaves.indexOf(leaf) & 1) == 1)) {
        return true;
      }
    }
    return false;
  }

  /** The same in one form: nested conditions of a kind flattened, in one order, each once. */
  static Audience canonical(Audience audience) {
    if (audience instanceof Audience.Leaf) {
      return audience;
    }
    if (audience instanceof Audience.Not not) {
      return not.of() instanceof Audience.Not twice
          ? canonical(twice.of())
          : new Audience.Not(canonical(not.of()));
    }
    boolean isAll = audience instanceof Audience.All;
    List<Audience> parts = parts(audience).stream()
        .map(AudienceLogic::canonical)
        .flatMap(part -> (isAll ? part instanceof Audience.All : part instanceof Audience.Any)
            ? parts(part).stream()
            : Stream.of(part))
        .distinct()
        .sorted(Comparator.comparing(Audience::toString))
        .toList();
    if (parts.size() == 1) {
      return parts.get(0);
    }
    return isAll ? new Audience.All(parts) : new Audience.Any(parts);
  }

  static List<Audience> parts(Audience audience) {
    if (audience instanceof Audience.All all) {
      return all.of();
    }
    if (audience instanceof Audience.Any any) {
      return any.of();
    }
    return audience instanceof Audience.Not not ? List.of(not.of()) : List.of();
  }

  private static Stream<Audience.Leaf> leafStream(Audience audience) {
    return audience instanceof Audience.Leaf leaf
        ? Stream.of(leaf)
        : parts(audience).stream().flatMap(AudienceLogic::leafStream);
  }
}
