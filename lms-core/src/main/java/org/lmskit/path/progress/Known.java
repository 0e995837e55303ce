package org.lmskit.path.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Facts;
import org.lmskit.catalog.Requirement;
import org.lmskit.catalog.Satisfaction;
import org.lmskit.internal.Questions.Asking;
import org.lmskit.model.LearnerKey;

/** What is known of a learner on a day, asked of whoever decides it, each thing once. */
final class Known implements Facts {
  private final Asking asking;
  private final LearnerKey learner;
  private final LocalDate day;
  private final Map<Requirement.Leaf, List<LeafAsked.Answer>> answers = new HashMap<>();

  Known(Asking asking, LearnerKey learner, LocalDate day) {
    this.asking = asking;
    this.learner = learner;
    this.day = day;
  }

  @Override
  public LocalDate day() {
    return day;
  }

  @Override
  public Satisfaction of(Requirement.Leaf leaf) {
    if (since(leaf, null).isPresent()) {
      return Satisfaction.SATISFIED;
    }
    return blocked(leaf) ? Satisfaction.IMPOSSIBLE : Satisfaction.NOT_YET;
  }

  /** The first day on which a leaf was met; what was done up to a day can be left out. */
  Optional<LocalDate> since(Requirement.Leaf leaf, @Nullable LocalDate countsAfter) {
    return ask(leaf).stream()
        .flatMap(answer -> answer.metOn().stream())
        .filter(met -> countsAfter == null || met.isAfter(countsAfter))
        .min(LocalDate::compareTo);
  }

  /** Whether nobody knows a way to meet it any more. */
  boolean blocked(Requirement.Leaf leaf) {
    return ask(leaf).stream().anyMatch(LeafAsked.Answer::blocked);
  }

  private List<LeafAsked.Answer> ask(Requirement.Leaf leaf) {
    List<LeafAsked.Answer> known = answers.get(leaf);
    if (known == null) {
      known = asking.ask(new LeafAsked(learner, leaf, day));
      answers.put(leaf, known);
    }
    return known;
  }

  /** The first day on which a requirement is met, if each leaf is met from a day on; absent if it is not. */
  static Optional<LocalDate> metOn(
      Requirement requirement, Function<Requirement.Leaf, Optional<LocalDate>> since) {
    if (requirement instanceof Requirement.After after) {
      return Optional.of(after.day());
    }
    if (requirement instanceof Requirement.Leaf leaf) {
      return since.apply(leaf);
    }
    if (requirement instanceof Requirement.AtLeast some) {
      return metOn(some, since);
    }
    List<Optional<LocalDate>> parts =
        requirement.parts().stream().map(part -> metOn(part, since)).toList();
    if (requirement instanceof Requirement.Any) {
      return parts.stream().flatMap(Optional::stream).min(LocalDate::compareTo);
    }
    return parts.stream().anyMatch(Optional::isEmpty)
        ? Optional.empty()
        : parts.stream().flatMap(Optional::stream).max(LocalDate::compareTo);
  }

  private static Optional<LocalDate> metOn(
      Requirement.AtLeast some, Function<Requirement.Leaf, Optional<LocalDate>> since) {
    record Done(LocalDate on, BigDecimal credits) {}
    List<Done> done = new ArrayList<>();
    some.of()
        .forEach(option -> metOn(option.requirement(), since)
            .ifPresent(day -> done.add(new Done(day, option.credits()))));
    done.sort(Comparator.comparing(Done::on));
    int count = 0;
    BigDecimal credits = BigDecimal.ZERO;
    for (Done one : done) {
      count++;
      credits = credits.add(one.credits());
      if (count >= some.count() && credits.compareTo(some.credits()) >= 0) {
        return Optional.of(one.on());
      }
    }
    return Optional.empty();
  }
}
