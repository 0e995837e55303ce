package org.lmskit.model;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list. Pages follow each other by the last item's place, so that nothing is skipped or
 * repeated when items come or go in between.
 *
 * @param items in the list's order
 * @param nextOrNull asks for what follows; null on the last page
 */
public record Page<T>(List<T> items, @Nullable PageRequest nextOrNull) {
  /** Copies the items. */
  public Page {
    items = List.copyOf(items);
  }

  /** Asks for what follows; absent on the last page. */
  public Optional<PageRequest> next() {
    return Optional.ofNullable(nextOrNull);
  }

  /** The same page of something else. */
  public <R> Page<R> map(Function<? super T, ? extends R> change) {
    return new Page<>(items.stream().<R>map(change).toList(), nextOrNull);
  }
}
