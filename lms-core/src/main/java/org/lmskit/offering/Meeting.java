package org.lmskit.offering;

import java.time.Duration;
import java.time.Instant;
import org.lmskit.model.Id;

/**
 * One of the times at which those who booked come together.
 *
 * @param id unique within the offering
 * @param from when it begins
 * @param to when it ends
 * @param place where; may be empty
 */
public record Meeting(String id, Instant from, Instant to, String place) {
  /** @throws IllegalArgumentException if the id is none, or it takes less than a minute */
  public Meeting {
    Id.check(id);
    if (Duration.between(from, to).toMinutes() < 1) {
      throw new IllegalArgumentException("meeting " + id + " from " + from + " to " + to);
    }
  }

  /** A meeting without a place. */
  public static Meeting of(String id, Instant from, Duration length) {
    return new Meeting(id, from, from.plus(length), "");
  }

  /** The same at this place. */
  public Meeting in(String room) {
    return new Meeting(id, from, to, room);
  }

  /** How long it takes, in whole minutes. */
  public long minutes() {
    return Duration.between(from, to).toMinutes();
  }
}
