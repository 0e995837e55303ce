package org.lmskit.competency;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of several pieces of evidence counts. Only what is valid on the day is ever looked at. */
public enum AggregationPolicy {
  /** The highest level. */
  HIGHEST_VALID {
    @Override
    Optional<Evidence> among(Collection<Evidence> valid) {
      return valid.stream().max(BY_LEVEL);
    }
  },
  /** The newest; of one day the higher level. */
  LATEST {
    @Override
    Optional<Evidence> among(Collection<Evidence> valid) {
      return valid.stream().max(BY_DAY);
    }
  },
  /** The newest rating; without one the highest level. */
  RATING_FIRST {
    @Override
    Optional<Evidence> among(Collection<Evidence> valid) {
      return valid.stream()
          .filter(one -> one.source() == EvidenceSource.RATING)
          .max(BY_DAY)
          .or(() -> HIGHEST_VALID.among(valid));
    }
  };

  private static final Comparator<Evidence> BY_LEVEL = Comparator.comparing(Evidence::level)
      .thenComparing(Evidence::observedOn)
      .thenComparing(one -> one.id().value());

  private static final Comparator<Evidence> BY_DAY = Comparator.comparing(Evidence::observedOn)
      .thenComparing(Evidence::level)
      .thenComparing(one -> one.id().value());

  abstract Optional<Evidence> among(Collection<Evidence> valid);

  /** The piece of evidence of one competency that counts on a day; absent if none is valid. */
  public Optional<Evidence> counting(Collection<Evidence> evidence, LocalDate day) {
    Stream<Evidence> valid = evidence.stream().filter(one -> one.isValidOn(day));
    return among(valid.toList());
  }
}
