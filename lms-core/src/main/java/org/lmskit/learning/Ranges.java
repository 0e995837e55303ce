package org.lmskit.learning;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * A union of half-open ranges of whole numbers: seconds of a video, or milliseconds of a day. What
 * is added twice counts once.
 *
 * @param list sorted, with a gap between neighbours
 */
public record Ranges(List<Range> list) {
  /** Nothing. */
  public static final Ranges EMPTY = new Ranges(List.of());

  /**
   * From a number up to, not including, another.
   *
   * @param from the first that belongs to it
   * @param before the first that no longer belongs to it
   */
  public record Range(long from, long before) {
    /** @throws IllegalArgumentException if it is empty or backwards */
    public Range {
      if (before <= from) {
        throw new IllegalArgumentException("a range from " + from + " to " + before);
      }
    }
  }

  /** @throws IllegalArgumentException if the ranges are not sorted, or touch each other */
  public Ranges {
    list = List.copyOf(list);
    for (int i = 1; i < list.size(); i++) {
      if (list.get(i).from() <= list.get(i - 1).before()) {
        throw new IllegalArgumentException("not a sorted union: " + list);
      }
    }
  }

  /** The union with one more range; one that is empty or backwards adds nothing. */
  public Ranges plus(long from, long before) {
    if (before <= from) {
      return this;
    }
    List<Range> next = new ArrayList<>(list.size() + 1);
    long start = from;
    long end = before;
    int at = 0;
    while (at < list.size() && list.get(at).before() < start) {
      next.add(list.get(at++));
    }
    while (at < list.size() && list.get(at).from() <= end) {
      start = Math.min(start, list.get(at).from());
      end = Math.max(end, list.get(at++).before());
    }
    next.add(new Range(start, end));
    next.addAll(list.subList(at, list.size()));
    return new Ranges(next);
  }

  /** How many numbers belong to it. */
  public long length() {
    return list.stream().mapToLong(range -> range.before() - range.from()).sum();
  }

  /** Its share of a whole from 0 up to this length, 0 to 1; 0 of nothing. */
  public BigDecimal shareOf(long whole) {
    if (whole <= 0) {
      return BigDecimal.ZERO;
    }
    long inside = list.stream()
        .mapToLong(r -> Math.max(0, Math.min(r.before(), whole) - Math.max(r.from(), 0)))
        .sum();
    return BigDecimal.valueOf(inside).divide(BigDecimal.valueOf(whole), MathContext.DECIMAL32);
  }

  /** The largest number that belongs to it plus one; 0 if there is none. */
  public long end() {
    return list.isEmpty() ? 0 : list.get(list.size() - 1).before();
  }
}
