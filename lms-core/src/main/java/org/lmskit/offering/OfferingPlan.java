package org.lmskit.offering;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.catalog.Text;
import org.lmskit.model.Id;

/**
 * An offering as a host plans it.
 *
 * @param id the host's own
 * @param title shown to learners
 * @param topic what is taught: it completes units of courses that name it, see {@link OfferedUnits}
 * @param capacity how many seats there are
 * @param meetings in the order of their times
 * @param cancelUntilOrNull the last instant at which who booked may cancel; null for the start
 * @param threshold the share of all minutes that somebody has to be there, above 0, to 1
 */
public record OfferingPlan(
    OfferingId id,
    Text title,
    String topic,
    int capacity,
    List<Meeting> meetings,
    @Nullable Instant cancelUntilOrNull,
    BigDecimal threshold) {
  /** @throws IllegalArgumentException if the topic is no id */
  public OfferingPlan {
    Id.check(topic);
    meetings = meetings.stream()
        .sorted(Comparator.comparing(Meeting::from).thenComparing(Meeting::id))
        .toList();
  }

  /** An offering without meetings, of which all has to be attended. */
  public static OfferingPlan of(String id, String title, String topic, int capacity) {
    return new OfferingPlan(
        new OfferingId(id), Text.of(title), topic, capacity, List.of(), null, BigDecimal.ONE);
  }

  /** The same with one meeting more. */
  public OfferingPlan meeting(Meeting next) {
    List<Meeting> more = new ArrayList<>(meetings);
    more.add(next);
    return new OfferingPlan(id, title, topic, capacity, more, cancelUntilOrNull, threshold);
  }

  /** The same with these meetings instead. */
  public OfferingPlan withMeetings(List<Meeting> next) {
    return new OfferingPlan(id, title, topic, capacity, next, cancelUntilOrNull, threshold);
  }

  /** The same with so many seats. */
  public OfferingPlan withCapacity(int seats) {
    return new OfferingPlan(id, title, topic, seats, meetings, cancelUntilOrNull, threshold);
  }

  /** The same; who booked may cancel up to this instant, which is still in time. */
  public OfferingPlan cancelUntil(Instant last) {
    return new OfferingPlan(id, title, topic, capacity, meetings, last, threshold);
  }

  /**
   * The same; who was there for at least this share of all minutes attended it.
   *
   * @param share a decimal above 0, to 1, such as {@code 0.8}
   */
  public OfferingPlan attendedFrom(String share) {
    return new OfferingPlan(
        id, title, topic, capacity, meetings, cancelUntilOrNull, new BigDecimal(share));
  }

  /** When the first meeting begins. */
  public Instant start() {
    return meetings.get(0).from();
  }

  /** The last instant at which who booked may cancel. */
  public Instant cancelUntil() {
    return cancelUntilOrNull == null ? start() : cancelUntilOrNull;
  }

  /** The meeting of this id. */
  public Optional<Meeting> find(String meeting) {
    return meetings.stream().filter(one -> one.id().equals(meeting)).findFirst();
  }

  /** All minutes of all meetings. */
  public long minutes() {
    return meetings.stream().mapToLong(Meeting::minutes).sum();
  }

  /** Whether so many minutes are enough. */
  public boolean isEnough(long attended) {
    return BigDecimal.valueOf(attended).compareTo(threshold.multiply(BigDecimal.valueOf(minutes())))
        >= 0;
  }

  /** Why it cannot be held; empty if it can. */
  List<String> problems() {
    List<String> found = new ArrayList<>();
    if (title.text().isBlank()) {
      found.add("no title");
    }
    if (capacity < 1) {
      found.add("a capacity of " + capacity);
    }
    if (threshold.signum() <= 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
      found.add("a threshold of " + threshold + ", not above 0 to 1");
    }
    if (meetings.isEmpty()) {
      found.add("no meeting");
    } else if (cancelUntil().isAfter(start())) {
      found.add("cancelled until " + cancelUntil() + ", after the start at " + start());
    }
    Set<String> ids = new HashSet<>();
    meetings.stream()
        .filter(meeting -> !ids.add(meeting.id()))
        .forEach(meeting -> found.add("two meetings " + meeting.id()));
    return found;
  }
}
