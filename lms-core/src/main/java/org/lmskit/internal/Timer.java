package org.lmskit.internal;

import java.time.Instant;
import org.lmskit.model.Id;
import org.lmskit.store.Kind;

/**
 * Something that becomes due.
 *
 * @param at when
 * @param owner who will see to it: a handler's name, a colon, and what that handler needs to know
 * @param what which of the owner's timers it is
 */
public record Timer(Instant at, String owner, String what) {
  /** Timers by owner and name, in the order in which they become due. */
  public static final Kind<Timer> KIND = Kind.mutable("timer", Timer::id)
      .time(Timer::at)
      .index("owner", Timer::owner)
      .body(JsonBody.of(Timer.class));

  /** @throws IllegalArgumentException if owner and name are too long for an id together */
  public Timer {
    Id.check(owner + "/" + what);
  }

  /** The name of the handler. */
  public String handler() {
    return owner.substring(0, Math.max(owner.indexOf(':'), 0));
  }

  String id() {
    return owner + "/" + what;
  }
}
