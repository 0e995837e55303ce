package org.lmskit.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** The meaning of a query, spelt out on single records. */
final class QueryFilter {
  private QueryFilter() {}

  static <T> boolean matches(Query<T> query, Stored<T> stored) {
    return (!query.kind().isOrdered() || stored.position() <= query.upTo())
        && isInTime(query, stored)
        && query.range().map(range -> isInRange(range, stored.value())).orElse(true)
        && query.conditions().stream().allMatch(condition -> holds(condition, stored.value()));
  }

  static <T> boolean isBehind(Query<T> query, Query.After after, Stored<T> stored) {
    int order = query.order() == Query.Order.POSITION
        ? Long.compare(stored.position(), after.position())
        : compareTime(query.kind().timeOf(stored.value()), stored.id(), after.time(), after.id());
    return query.isDescending() ? order < 0 : order > 0;
  }

  static <T> Comparator<Stored<T>> comparator(Query<T> query) {
    Kind<T> kind = query.kind();
    Comparator<Stored<T>> ascending = query.order() == Query.Order.POSITION
        ? Comparator.comparingLong(Stored::position)
        : (a, b) -> compareTime(kind.timeOf(a.value()), a.id(), kind.timeOf(b.value()), b.id());
    return query.isDescending() ? ascending.reversed() : ascending;
  }

  static int compareTime(Instant timeA, String idA, Instant timeB, String idB) {
    int byTime = timeA.compareTo(timeB);
    return byTime != 0 ? byTime : TextOrder.compare(idA, idB);
  }

  private static <T> boolean isInTime(Query<T> query, Stored<T> stored) {
    if (query.from().isEmpty() && query.before().isEmpty()) {
      return true;
    }
    Instant time = query.kind().timeOf(stored.value());
    return query.from().map(from -> !time.isBefore(from)).orElse(true)
        && query.before().map(time::isBefore).orElse(true);
  }

  private static <T> boolean isInRange(Query.Range<T> range, T value) {
    Collection<String> values = range.index().values().apply(value);
    return values.stream().anyMatch(text -> isInRange(range.from(), range.before(), text));
  }

  private static boolean isInRange(@Nullable String from, @Nullable String before, String text) {
    return (from == null || TextOrder.compare(text, from) >= 0)
        && (before == null || TextOrder.compare(text, before) < 0);
  }

  private static <T> boolean holds(Query.Condition<T> condition, T value) {
    return condition.index().values().apply(value).stream().anyMatch(condition.anyOf()::contains);
  }
}
