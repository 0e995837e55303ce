package org.lmskit.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lmskit.event.LmsEvent;

/** What follows in an operation from what it did: reactions to its events, and work that they gathered. */
final class Consequences {
  private final Operation operation;
  private final Reactions reactions;
  private final Deque<LmsEvent> pending = new ArrayDeque<>();
  private final Map<String, Gathering> gatherings = new LinkedHashMap<>();

  /** Work to be done at once for all of whom it was asked. */
  private record Gathering(BiConsumer<Set<String>, Operation> work, Set<String> whom) {}

  Consequences(Operation operation, Reactions reactions) {
    this.operation = operation;
    this.reactions = reactions;
  }

  void add(LmsEvent event) {
    pending.add(event);
  }

  void gather(String what, String whom, BiConsumer<Set<String>, Operation> work) {
    gatherings
        .computeIfAbsent(what, name -> new Gathering(work, new LinkedHashSet<>()))
        .whom()
        .add(whom);
  }

  /** Draws all of them, and those of these, until nothing new follows. */
  void draw() {
    react();
    while (!gatherings.isEmpty()) {
      String next = gatherings.keySet().iterator().next();
      Gathering gathering = Objects.requireNonNull(gatherings.remove(next));
      gathering.work().accept(gathering.whom(), operation);
      react();
    }
  }

  private void react() {
    for (LmsEvent event = pending.poll(); event != null; event = pending.poll()) {
      reactions.react(event, operation);
    }
  }
}
