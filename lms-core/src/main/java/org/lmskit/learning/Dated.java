package org.lmskit.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One of several things that held one after the other, each until the next began to. */
interface Dated {
  /** So many changes are told apart: content may change its mind with each commit. */
  int KEPT = 8;

  /** Since when it held. */
  Instant since();

  /** What held; null if that is no longer known. */
  @Nullable
  Object valueOrNull();

  /**
   * After one more was said; of one date the one that became known last holds. Of too many the first and the last are kept, and
   * what held in between is forgotten.
   *
   * @param known the earliest first, no two in a row the same
   * @param forgotten takes away what held, and leaves since when
   */
  static <D extends Dated> List<D> with(List<D> known, D next, UnaryOperator<D> forgotten) {
    List<D> before =
        known.stream().filter(one -> !one.since().isAfter(next.since())).toList();
    if (!isKnown(before)) {
      return known;
    }
    Stream<D> earlier = before.stream().filter(one -> one.since().isBefore(next.since()));
    Stream<D> later = known.stream().skip(before.size());
    List<D> changes = new ArrayList<>();
    for (D one :
        Stream.of(earlier, Stream.of(next), later).flatMap(ones -> ones).toList()) {
      if (!Objects.equals(one.valueOrNull(), lastOrNull(changes))) {
        changes.add(one);
      }
    }
    while (changes.size() > KEPT) {
      changes.set(1, forgotten.apply(changes.get(1)));
      changes.remove(2);
    }
    return changes;
  }

  /** What holds in the end; null if nothing was said or it was forgotten. */
  static @Nullable Object lastOrNull(List<? extends Dated> known) {
    return known.isEmpty() ? null : known.get(known.size() - 1).valueOrNull();
  }

  /** Whether it is known what holds in the end, even if that is nothing. */
  static boolean isKnown(List<? extends Dated> known) {
    return known.isEmpty() || lastOrNull(known) != null;
  }

  /** What was said by an instant. */
  static <D extends Dated> List<D> by(List<D> known, Instant at) {
    return known.stream().filter(one -> !one.since().isAfter(at)).toList();
  }
}
