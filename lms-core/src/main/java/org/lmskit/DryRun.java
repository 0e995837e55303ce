package org.lmskit;

import java.util.List;
import org.lmskit.event.LmsEvent;

/**
 * What an operation would do: nothing of it was written.
 *
 * @param result what the operation would return
 * @param events what it would record, in order, reactions included
 */
public record DryRun<R>(R result, List<LmsEvent> events) {
  /** Keeps its own copy. */
  public DryRun {
    events = List.copyOf(events);
  }
}
