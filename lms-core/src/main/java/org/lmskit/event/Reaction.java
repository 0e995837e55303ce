package org.lmskit.event;

import org.lmskit.store.Transaction;

/** What follows from an event inside the very transaction that recorded it. */
@FunctionalInterface
public interface Reaction<E extends LmsEvent> {
  /** Reacts; an exception undoes the whole operation. */
  void on(E event, Transaction tx);
}
