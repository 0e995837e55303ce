package org.lmskit.learning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.lmskit.learning.Ranges.Range;

/**
 * How long somebody worked, from what was seen of it: no moment counts twice, however many tabs were open. Pure; ranges
 * are of epoch milliseconds, half-open.
 */
public final class TimeOnTask {
  private TimeOnTask() {}

  /** The union of intervals, in any order. */
  public static Ranges union(Collection<Range> intervals) {
    List<Range> sorted =
        intervals.stream().sorted(Comparator.comparingLong(Range::from)).toList();
    List<Range> merged = new ArrayList<>();
    for (Range next : sorted) {
      Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      if (last == null || next.from() > last.before()) {
        merged.add(next);
      } else if (next.before() > last.before()) {
        merged.set(merged.size() - 1, new Range(last.from(), next.before()));
      }
    }
    return new Ranges(merged);
  }

  /**
   * What the timestamps of one session show, such as those of its statements: the time from each to the next, but never
   * more than the idle limit, counted from the earlier one. The last shows nothing. Unite sessions by {@link #union}.
   *
   * @param timestamps in any order
   * @param idleLimit the longest gap that counts in full
   * @throws IllegalArgumentException if the limit is negative
   */
  public static Ranges between(Collection<Instant> timestamps, Duration idleLimit) {
    if (idleLimit.isNegative()) {
      throw new IllegalArgumentException("an idle limit of " + idleLimit);
    }
    long most = idleLimit.toMillis();
    long[] sorted =
        timestamps.stream().mapToLong(Instant::toEpochMilli).sorted().toArray();
    List<Range> seen = new ArrayList<>();
    for (int i = 1; i < sorted.length; i++) {
      long before = Math.min(sorted[i], sorted[i - 1] + most);
      if (before > sorted[i - 1]) {
        seen.add(new Range(sorted[i - 1], before));
      }
    }
    return union(seen);
  }

  /** How long ranges are together. */
  public static Duration length(Ranges ranges) {
    return Duration.ofMillis(ranges.length());
  }
}
