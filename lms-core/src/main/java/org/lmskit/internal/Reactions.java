package org.lmskit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.lmskit.event.LmsEvent;

/** What follows from an event in the transaction that recorded it, in the order of registration. */
public final class Reactions {
  private final List<Entry<?>> entries;

  private record Entry<E extends LmsEvent>(Class<E> type, BiConsumer<E, Operation> reaction) {
    void react(LmsEvent event, Operation operation) {
      if (type.isInstance(event)) {
        reaction.accept(type.cast(event), operation);
      }
    }
  }

  private Reactions(List<Entry<?>> entries) {
    this.entries = List.copyOf(entries);
  }

  void react(LmsEvent event, Operation operation) {
    for (Entry<?> entry : entries) {
      entry.react(event, operation);
    }
  }

  /** Collects reactions. */
  public static final class Builder {
    private final List<Entry<?>> entries = new ArrayList<>();

    /** Adds a reaction to every event of this type, a whole family included. */
    public <E extends LmsEvent> Builder on(Class<E> type, BiConsumer<E, Operation> reaction) {
      entries.add(new Entry<>(type, reaction));
      return this;
    }

    /** All that were added. */
    public Reactions build() {
      return new Reactions(entries);
    }
  }
}
