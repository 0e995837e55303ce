package org.lmskit.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a kind, in which order. Immutable: every method returns a new query.
 *
 * <p>Conditions are ANDed. Ties in time are broken by id, so every order is total.
 */
public final class Query<T> {
  /** The most values that one condition may name. */
  public static final int MAX_VALUES = 1_000;

  /** By what results are ordered. */
  public enum Order {
    /** The kind's time, then the id. */
    TIME,
    /** The commit order; ordered kinds only. */
    POSITION
  }

  /** One index must have any of these values. */
  public record Condition<T>(Index<T> index, List<String> anyOf) {}

  /** A half-open range of a sorted index; a null bound is open. */
  public record Range<T>(
      Index<T> index, @Nullable String from, @Nullable String before) {}

  /** The place behind which a page begins: a time and id, or a position. */
  public record After(Instant time, String id, long position) {}

  private final Kind<T> kind;
  private final List<Condition<T>> conditions;
  private final @Nullable Range<T> range;
  private final @Nullable Instant from;
  private final @Nullable Instant before;
  private final Order order;
  private final boolean descending;
  private final int limit;
  private final @Nullable After after;
  private final long upTo;

  private Query(
      Kind<T> kind,
      List<Condition<T>> conditions,
      @Nullable Range<T> range,
      @Nullable Instant from,
      @Nullable Instant before,
      Order order,
      boolean descending,
      int limit,
      @Nullable After after,
      long upTo) {
    this.kind = kind;
    this.conditions = conditions;
    this.range = range;
    this.from = from;
    this.before = before;
    this.order = order;
    this.descending = descending;
    this.limit = limit;
    this.after = after;
    this.upTo = upTo;
  }

  /** All records of a kind: by position if it is ordered, else by time, ascending. */
  public static <T> Query<T> of(Kind<T> kind) {
    Order order = kind.isOrdered() ? Order.POSITION : Order.TIME;
    return new Query<>(
        kind, List.of(), null, null, null, order, false, Integer.MAX_VALUE, null, Long.MAX_VALUE);
  }

  /** Only records whose index has this value. */
  public Query<T> where(String index, String value) {
    return whereAny(index, List.of(value));
  }

  /**
   * Only records whose index has one of these values.
   *
   * @throws IllegalArgumentException if there is no such index, or more than {@link #MAX_VALUES}
   */
  public Query<T> whereAny(String index, Collection<String> values) {
    if (values.size() > MAX_VALUES) {
      throw new IllegalArgumentException(values.size() + " values, more than " + MAX_VALUES);
    }
    List<Condition<T>> more = new ArrayList<>(conditions);
    more.add(new Condition<>(kind.index(index), List.copyOf(values)));
    return new Query<>(
        kind, List.copyOf(more), range, from, before, order, descending, limit, after, upTo);
  }

  /**
   * Only records whose sorted index lies in a half-open range.
   *
   * @param fromValue the first value that counts, or null
   * @param beforeValue the first value that no longer counts, or null
   * @throws IllegalArgumentException if the index is not sorted, or the query already has a range
   */
  public Query<T> range(String index, @Nullable String fromValue, @Nullable String beforeValue) {
    Index<T> found = kind.index(index);
    if (found.type() != Index.Type.SORTED) {
      throw new IllegalArgumentException("index " + index + " of " + kind + " is not sorted");
    }
    requireNoRange();
    Range<T> next = new Range<>(found, fromValue, beforeValue);
    return new Query<>(kind, conditions, next, from, before, order, descending, limit, after, upTo);
  }

  /**
   * Only records whose time lies in a half-open range; a null bound is open.
   *
   * @throws IllegalArgumentException if the query already has a range
   */
  public Query<T> between(@Nullable Instant fromTime, @Nullable Instant beforeTime) {
    requireNoRange();
    return new Query<>(
        kind, conditions, range, fromTime, beforeTime, order, descending, limit, after, upTo);
  }

  /**
   * In this order.
   *
   * @throws IllegalArgumentException if the order is by position and the kind has none
   */
  public Query<T> orderBy(Order by) {
    if (by == Order.POSITION && !kind.isOrdered()) {
      throw new IllegalArgumentException("kind " + kind + " has no positions");
    }
    return new Query<>(kind, conditions, range, from, before, by, descending, limit, after, upTo);
  }

  /** The newest first. */
  public Query<T> descending() {
    return new Query<>(kind, conditions, range, from, before, order, true, limit, after, upTo);
  }

  /** At most this many, at least 1. */
  public Query<T> limit(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("a limit of " + most);
    }
    return new Query<>(kind, conditions, range, from, before, order, descending, most, after, upTo);
  }

  /** Only what comes behind this record in the query's order. */
  public Query<T> after(Stored<T> last) {
    return after(new After(kind.timeOf(last.value()), last.id(), last.position()));
  }

  /** Only what comes behind this place in the query's order. */
  public Query<T> after(After place) {
    return new Query<>(
        kind, conditions, range, from, before, order, descending, limit, place, upTo);
  }

  /** Only what comes behind this position in the query's order. */
  public Query<T> afterPosition(long position) {
    return after(new After(Instant.EPOCH, "", position));
  }

  /** Only records whose position is at most this one, so that pages do not grow while read. */
  public Query<T> upTo(long position) {
    return new Query<>(
        kind, conditions, range, from, before, order, descending, limit, after, position);
  }

  /** What is asked for. */
  public Kind<T> kind() {
    return kind;
  }

  /** The equality conditions. */
  public List<Condition<T>> conditions() {
    return conditions;
  }

  /** The range of a sorted index. */
  public Optional<Range<T>> range() {
    return Optional.ofNullable(range);
  }

  /** The first time that counts. */
  public Optional<Instant> from() {
    return Optional.ofNullable(from);
  }

  /** The first time that no longer counts. */
  public Optional<Instant> before() {
    return Optional.ofNullable(before);
  }

  /** By what results are ordered. */
  public Order order() {
    return order;
  }

  /** Whether the newest comes first. */
  public boolean isDescending() {
    return descending;
  }

  /** The most results; {@link Integer#MAX_VALUE} without a limit. */
  public int limit() {
    return limit;
  }

  /** Behind which place the results begin. */
  public Optional<After> after() {
    return Optional.ofNullable(after);
  }

  /** The greatest position that counts; {@link Long#MAX_VALUE} without a bound. */
  public long upTo() {
    return upTo;
  }

  /** Whether a record meets the conditions, the range and {@code upTo}: what a count counts. */
  public boolean matches(Stored<T> stored) {
    return QueryFilter.matches(this, stored);
  }

  /** Whether a record comes behind the query's {@code after}, or there is none. */
  public boolean isBehindAfter(Stored<T> stored) {
    return after == null || QueryFilter.isBehind(this, after, stored);
  }

  /** The same without limit and {@code after}: what a count counts. */
  public Query<T> everything() {
    return new Query<>(
        kind, conditions, range, from, before, order, descending, Integer.MAX_VALUE, null, upTo);
  }

  /** The query's order, total among committed records. */
  public Comparator<Stored<T>> comparator() {
    return QueryFilter.comparator(this);
  }

  private void requireNoRange() {
    if (range != null || from != null || before != null) {
      throw new IllegalArgumentException("a query has at most one range");
    }
  }
}
